package dev.seaworthy.simulate.scenario.verb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.ClusterSettings;
import dev.seaworthy.simulate.Objects;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Meta;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrainFilterTest {

  private final Cluster cluster = Cluster.start(ClusterSettings.QUICK, new Seed(1));
  private final DrainFilter usual = new DrainFilter(false, false, cluster.view());
  private final DrainFilter forced = new DrainFilter(true, true, cluster.view());

  private static Resource bare() {
    return Objects.pod("web", "web:1");
  }

  private static Resource ownedBy(Resource owner) {
    return bare()
        .with("metadata.ownerReferences", Sequence.of(List.of(Meta.controllerReference(owner))));
  }

  private static Resource withLocalStorage(Resource pod) {
    return pod.with(
        "spec.volumes",
        Sequence.of(List.of(Mapping.of("name", Scalar.of("tmp"), "emptyDir", Mapping.EMPTY))));
  }

  @Test
  void aPodWithAControllerGoes() {
    assertThat(usual.of(ownedBy(Objects.replicaSet("web", 1))).evicted()).isTrue();
  }

  @Test
  void aPodOfADaemonSetStays() {
    Resource daemons = Objects.workload("apps/v1", "DaemonSet", "agent", 1, "web:1");
    cluster.api().create(daemons.without("spec", "replicas"));

    DrainFilter.Fate fate = usual.of(ownedBy(daemons));

    assertThat(fate.evicted()).isFalse();
    assertThat(fate.objection()).isEmpty();
  }

  @Test
  void aPodThatNobodyWouldReplaceNeedsForce() {
    assertThat(usual.of(bare()).objection()).contains("--force");
    assertThat(forced.of(bare()).evicted()).isTrue();
  }

  @Test
  void aPodWithLocalStorageNeedsAWord() {
    Resource pod = withLocalStorage(ownedBy(Objects.replicaSet("web", 1)));

    assertThat(usual.of(pod).objection()).contains("--delete-emptydir-data");
    assertThat(forced.of(pod).evicted()).isTrue();
  }

  @Test
  void whatHasEndedGoesWithoutAsking() {
    Resource ended = withLocalStorage(bare()).with("status.phase", Scalar.of("Succeeded"));

    assertThat(usual.of(ended).evicted()).isTrue();
  }

  @Test
  void aPodOfTheNodeItselfStays() {
    Resource mirror =
        bare().withAt(Scalar.of("hash"), "metadata", "annotations", "kubernetes.io/config.mirror");

    assertThat(forced.of(mirror).evicted()).isFalse();
  }
}
