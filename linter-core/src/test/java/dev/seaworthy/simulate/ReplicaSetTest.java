package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicaSetTest {

  private final Cluster cluster =
      Cluster.start(ClusterSettings.QUICK, new Seed(1)).withNodes("n", 3, NodeShape.USUAL);

  private List<Pod> pods() {
    return cluster.view().list(Kinds.POD).stream().map(Pod::new).toList();
  }

  @Test
  void itsPodsRunAndAreCounted() {
    cluster.api().create(Objects.replicaSet("web", 3));

    cluster.settle();

    assertThat(pods()).hasSize(3).allMatch(Pod::isReady);
    assertThat(pods()).extracting(pod -> pod.nodeName().orElse("")).doesNotHaveDuplicates();
    assertThat(cluster.view().get(Kinds.REPLICA_SET, "default", "web"))
        .get()
        .satisfies(
            set -> assertThat(set.at("status", "availableReplicas").longOr(0)).isEqualTo(3));
  }

  @Test
  void aRelabelledPodIsReplacedAndKept() {
    cluster.api().create(Objects.replicaSet("web", 2));
    cluster.settle();

    cluster
        .api()
        .patch(
            ObjectKey.of(pods().get(0).resource()),
            Mapping.of("metadata", Mapping.of("labels", Mapping.of("app", Scalar.of("debug")))));
    cluster.settle();

    assertThat(pods()).hasSize(3);
    assertThat(pods().get(0).resource().controller()).isEmpty();
  }

  @Test
  void deletingItDeletesItsPods() {
    cluster.api().create(Objects.replicaSet("web", 2));
    cluster.settle();

    cluster.api().delete(cluster.view().list(Kinds.REPLICA_SET).get(0));
    cluster.settle();

    assertThat(cluster.view().list(Kinds.POD)).isEmpty();
  }

  @Test
  void whenItAdoptsAPodTooManyOneOfItsOwnGoes() {
    Cluster without =
        Cluster.start(ClusterSettings.QUICK, Seed.NONE).withNodes("n", 3, NodeShape.USUAL);
    without.api().create(Objects.pod("stray", "web:1"));
    without.api().create(Objects.replicaSet("web", 2));
    without.settle();

    without
        .api()
        .patch(
            new ObjectKey(Kinds.POD, "default", "stray"),
            Mapping.of("metadata", Mapping.of("labels", Mapping.of("app", Scalar.of("web")))));
    without.settle();

    assertThat(without.view().list(Kinds.POD))
        .hasSize(2)
        .extracting(Resource::name)
        .contains("stray");
  }
}
