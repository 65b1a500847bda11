package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchedulingTest {

  private final Cluster cluster = Cluster.start(ClusterSettings.QUICK, new Seed(1))
      .withNodes(
          "n", 1, new NodeShape("2", "4Gi", 10, java.util.Map.of(), List.of(), java.util.Map.of()));

  private static Resource requesting(String name, String cpu) {
    return Objects.pod(name, "web:1")
        .with(
            "spec.containers",
            Sequence.of(List.of(Mapping.of(
                "name", Scalar.of("main"),
                "image", Scalar.of("web:1"),
                "resources", Mapping.of("requests", Mapping.of("cpu", Scalar.of(cpu)))))));
  }

  private void givenClass(String name, long value) {
    cluster
        .api()
        .create(new Resource(Mapping.of(
            "apiVersion", Scalar.of("scheduling.k8s.io/v1"),
            "kind", Scalar.of("PriorityClass"),
            "metadata", Mapping.of("name", Scalar.of(name)),
            "value", Scalar.of(value))));
  }

  private Resource pod(String name) {
    return cluster.view().get(Kinds.POD, "default", name).orElseThrow();
  }

  @Test
  void aPodThatFitsNowhereSaysWhy() {
    cluster.api().create(requesting("big", "3"));
    cluster.settle();

    assertThat(Conditions.of(pod("big")).get("PodScheduled").get("message").text())
        .isEqualTo("0/1 nodes are available: 1 Insufficient cpu. preemption: 0/1 nodes are"
            + " available: 1 Preemption is not helpful for scheduling.");
  }

  @Test
  void itIsScheduledWhenRoomIsMade() {
    cluster.api().create(requesting("first", "2"));
    cluster.api().create(requesting("second", "2"));
    cluster.settle();
    assertThat(pod("second").at("spec", "nodeName").isAbsent()).isTrue();

    cluster.api().delete(pod("first"));
    cluster.settle();

    assertThat(pod("second").at("spec", "nodeName").text()).isEqualTo("n1");
  }

  @Test
  void anImportantPodDrivesALesserOneAway() {
    givenClass("high", 1000);
    cluster.api().create(requesting("low", "2"));
    cluster.settle();

    cluster.api().create(requesting("vip", "2").with("spec.priorityClassName", Scalar.of("high")));
    cluster.settle();

    assertThat(cluster.view().get(Kinds.POD, "default", "low")).isEmpty();
    assertThat(pod("vip").at("spec", "nodeName").text()).isEqualTo("n1");
  }

  @Test
  void whileTheLesserOneStopsItSaysWhatItWaitsFor() {
    givenClass("high", 1000);
    cluster.api().create(requesting("low", "2").with("spec.containers", lazy("2")));
    cluster.settle();

    cluster.api().create(requesting("vip", "2").with("spec.priorityClassName", Scalar.of("high")));
    cluster.advance(Duration.ofSeconds(1));

    assertThat(Conditions.of(pod("vip")).get("PodScheduled").get("message").text())
        .isEqualTo("0/1 nodes are available: 1 Insufficient cpu. preemption: found a potential"
            + " placement for pod on node n1, preempting 1 victims");
  }

  private static Sequence lazy(String cpu) {
    return Sequence.of(List.of(Mapping.of(
        "name", Scalar.of("main"),
        "image", Scalar.of("web:lazy"),
        "resources", Mapping.of("requests", Mapping.of("cpu", Scalar.of(cpu))))));
  }

  @Test
  void aPodOfAnUnknownClassIsRefused() {
    assertThat(cluster
            .api()
            .create(requesting("p", "1").with("spec.priorityClassName", Scalar.of("nope"))))
        .returns(403, answer -> answer.code())
        .satisfies(answer -> assertThat(answer.message()).contains("nope"));
  }

  @Test
  void preemptionSparesPodsThatADisruptionBudgetKeeps() {
    givenClass("high", 1000);
    Mapping guarded = Mapping.of("app", Scalar.of("guarded"));
    cluster
        .api()
        .create(Objects.object("policy/v1", "PodDisruptionBudget", "guarded")
            .with("spec.minAvailable", Scalar.of(1))
            .with("spec.selector.matchLabels", guarded));
    cluster.api().create(requesting("free", "1"));
    cluster.advance(Duration.ofSeconds(2));
    cluster.api().create(requesting("guarded", "1").with("metadata.labels", guarded));
    cluster.settle();

    cluster.api().create(requesting("vip", "1").with("spec.priorityClassName", Scalar.of("high")));
    cluster.settle();

    assertThat(cluster.view().list(Kinds.POD))
        .extracting(Resource::name)
        .containsExactlyInAnyOrder("guarded", "vip");
  }
}
