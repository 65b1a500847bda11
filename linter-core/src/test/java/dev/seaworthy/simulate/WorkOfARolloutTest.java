package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.apply.Applying;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What one pod costs does not grow with the number of its fellows. Counts work, never time. */
class WorkOfARolloutTest {

  private static final int FEW = 60;
  private static final int MANY = 480;

  /** What was done for each pod. */
  private record Work(double commits, double visits) {}

  private static Cluster clusterFor(int pods) {
    return Cluster.start(ClusterSettings.REAL, Seed.NONE)
        .withNodes("n", pods / 30, NodeShape.USUAL);
  }

  /** Counts what happens from now until {@code cluster} is at rest, by the pod. */
  private static Work settling(Cluster cluster, int pods) {
    long[] commits = {0};
    cluster.onCommit(change -> commits[0]++);
    long before = cluster.view().visits();
    cluster.settle();
    return new Work((double) commits[0] / pods, (double) (cluster.view().visits() - before) / pods);
  }

  private static Work creating(int pods) {
    Cluster cluster = clusterFor(pods);
    cluster.api().create(Objects.deployment("web", pods));
    return settling(cluster, pods);
  }

  private static Work deleting(int pods) {
    Cluster cluster = clusterFor(pods);
    cluster.api().create(Objects.deployment("web", pods));
    cluster.settle();
    cluster.api().delete(cluster.view().list(Kinds.DEPLOYMENT).get(0));
    return settling(cluster, pods);
  }

  private static Work scalingToNothing(int pods) {
    Cluster cluster = clusterFor(pods);
    cluster.api().create(Objects.replicaSet("web", pods));
    cluster.settle();
    cluster.api().scale(new ObjectKey(Kinds.REPLICA_SET, "default", "web"), 0);
    return settling(cluster, pods);
  }

  /** A rolling update of a DaemonSet that has one pod for each node. */
  private static Work updatingDaemons(int nodes) {
    Cluster cluster =
        Cluster.start(ClusterSettings.REAL, Seed.NONE).withNodes("n", nodes, NodeShape.USUAL);
    Resource agent =
        Objects.workload("apps/v1", "DaemonSet", "agent", 1, "agent:1").without("spec", "replicas");
    cluster.api().create(agent);
    cluster.settle();
    cluster
        .api()
        .apply(
            agent.with("spec.template.metadata.annotations.version", Scalar.of("2")),
            Applying.SERVER_SIDE);
    return settling(cluster, nodes);
  }

  /** Deployments of one pod each, all of which select the same labels. */
  private static Work creatingDoubles(int deployments) {
    Cluster cluster = clusterFor(deployments);
    Node labels = Mapping.of("app", Scalar.of("web"));
    for (int i = 0; i < deployments; i++) {
      cluster
          .api()
          .create(Objects.deployment("web-" + i, 1)
              .with("spec.selector.matchLabels", labels)
              .with("spec.template.metadata.labels", labels));
    }
    return settling(cluster, deployments);
  }

  private static void assertIsNoMore(Work many, Work few) {
    assertThat(many.commits()).isLessThanOrEqualTo(few.commits() * 1.2);
    assertThat(many.visits()).isLessThanOrEqualTo(few.visits() * 1.2 + 1);
  }

  @Test
  void creatingPods() {
    assertIsNoMore(creating(MANY), creating(FEW));
  }

  @Test
  void deletingPods() {
    assertIsNoMore(deleting(MANY), deleting(FEW));
  }

  @Test
  void scalingToNothing() {
    assertIsNoMore(scalingToNothing(MANY), scalingToNothing(FEW));
  }

  @Test
  void creatingWorkloadsThatSelectTheSameLabels() {
    assertIsNoMore(creatingDoubles(MANY), creatingDoubles(FEW));
  }

  @Test
  void updatingDaemons() {
    assertIsNoMore(updatingDaemons(MANY), updatingDaemons(FEW));
  }

  @Test
  void aDeploymentWhoseRolloutWasDoneIsNotLookedAtInVain() {
    Cluster cluster = clusterFor(FEW);
    cluster
        .api()
        .create(Objects.deployment("web", 2).with("spec.progressDeadlineSeconds", Scalar.of(10)));
    cluster.settle();
    String node = cluster.view().list(Kinds.POD).get(0).at("spec", "nodeName").text();
    ObjectKey pod = ObjectKey.of(cluster.view().list(Kinds.POD).get(0));
    cluster.kubelet(node).orElseThrow().probe(pod, false);
    cluster.advance(Duration.ofMinutes(1));
    long before = cluster.happened();

    cluster.advance(Duration.ofMinutes(10));

    assertThat(cluster.happened() - before).isLessThan(20);
  }
}
