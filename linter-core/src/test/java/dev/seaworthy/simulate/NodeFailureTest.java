package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeFailureTest {

  private static Cluster givenCluster(ClusterSettings settings) {
    Cluster cluster = Cluster.start(settings, new Seed(3)).withNodes("n", 3, NodeShape.USUAL);
    cluster.api().create(Objects.deployment("web", 3));
    cluster.settle();
    return cluster;
  }

  private static List<Pod> activePods(Cluster cluster) {
    return cluster.view().list(Kinds.POD).stream()
        .map(Pod::new)
        .filter(Pod::isActive)
        .toList();
  }

  private static List<String> nodesInUse(Cluster cluster) {
    return activePods(cluster).stream().flatMap(pod -> pod.nodeName().stream()).toList();
  }

  @Test
  void theDeploymentSurvivesTheLossOfANode() {
    Cluster cluster = givenCluster(ClusterSettings.REAL);

    cluster.failNode("n2");
    cluster.advance(Duration.ofSeconds(340));
    assertThat(nodesInUse(cluster)).contains("n2");
    cluster.advance(Duration.ofSeconds(30));

    assertThat(nodesInUse(cluster)).hasSize(3).doesNotContain("n2");
    assertThat(activePods(cluster)).allMatch(Pod::isReady);
  }

  @Test
  void aNodeThatComesBackFinishesTheCondemnedPods() {
    Cluster cluster = givenCluster(ClusterSettings.QUICK);
    cluster.failNode("n2");
    cluster.advance(Duration.ofSeconds(20));
    assertThat(cluster.view().list(Kinds.POD)).hasSize(4);

    cluster.recoverNode("n2");
    cluster.settle();

    assertThat(cluster.view().list(Kinds.POD)).hasSize(3);
    assertThat(cluster.view().get(Kinds.NODE, "", "n2")).get().satisfies(node -> {
      assertThat(Conditions.of(node).isTrue("Ready")).isTrue();
      assertThat(node.at("spec", "taints").size()).isZero();
    });
  }

  @Test
  void nothingIsEvictedWhenAllNodesAreSilent() {
    Cluster cluster = givenCluster(ClusterSettings.QUICK);

    List.of("n1", "n2", "n3").forEach(cluster::failNode);
    cluster.advance(Duration.ofMinutes(2));

    assertThat(activePods(cluster)).hasSize(3);
  }

  @Test
  void thePodsOfADeletedNodeAreReplacedAfterQuarantine() {
    Cluster cluster = givenCluster(ClusterSettings.QUICK);

    cluster.api().delete(cluster.view().get(new ObjectKey(Kinds.NODE, "", "n1")).orElseThrow());
    cluster.advance(Duration.ofSeconds(30));
    assertThat(nodesInUse(cluster)).contains("n1");
    cluster.advance(Duration.ofSeconds(60));

    assertThat(nodesInUse(cluster)).hasSize(3).doesNotContain("n1");
  }

  @Test
  void theTaintsOfConditionsAreTheControllersOwn() {
    Cluster cluster = givenCluster(ClusterSettings.REAL);
    Resource node = cluster.view().get(Kinds.NODE, "", "n1").orElseThrow();

    cluster
        .api()
        .update(node.with(
            "spec.taints",
            Sequence.of(List.of(
                taint("node.kubernetes.io/disk-pressure"), taint("example.com/reserved")))));
    cluster.settle();
    assertThat(taints(cluster)).containsExactly("example.com/reserved");

    cluster
        .api()
        .updateStatus(Conditions.of(cluster.view().get(Kinds.NODE, "", "n1").orElseThrow())
            .with(Mapping.of("type", Scalar.of("MemoryPressure"), "status", Scalar.of("True")))
            .in(cluster.view().get(Kinds.NODE, "", "n1").orElseThrow()));
    cluster.settle();
    assertThat(taints(cluster))
        .containsExactly("example.com/reserved", "node.kubernetes.io/memory-pressure");
  }

  private static Mapping taint(String key) {
    return Mapping.of("key", Scalar.of(key), "effect", Scalar.of("NoSchedule"));
  }

  private static List<String> taints(Cluster cluster) {
    return cluster
        .view()
        .get(Kinds.NODE, "", "n1")
        .orElseThrow()
        .at("spec", "taints")
        .items()
        .stream()
        .map(taint -> taint.get("key").text())
        .toList();
  }
}
