package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Deployment;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds in every rollout, however late components hear of changes, and whenever the next one
 * begins: looked at after each commit of random stories. None goes back to an image whose pods are
 * still stopping: there the controller counts by a status that is late, and may undercut the floor by
 * a pod, as the real one does.
 */
class RolloutInvariantsTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  /** Sees every commit. */
  private static final class Checker implements Watch {

    private final Cluster cluster;
    private final Map<String, String> nodes = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();
    private boolean hadAll;
    private long commits;

    Checker(Cluster cluster) {
      this.cluster = cluster;
    }

    @Override
    public void onChange(Change change) {
      commits++;
      if (change.key().kind().equals(Kinds.POD)) {
        pod(change);
      }
      cluster.view().list(Kinds.DEPLOYMENT).forEach(this::deployment);
    }

    private void pod(Change change) {
      String uid = Meta.uid(change.latest());
      String node = change.latest().at("spec", "nodeName").text();
      assertThat(nodes.getOrDefault(uid, node)).as("a pod is bound once").isIn("", node);
      nodes.put(uid, node);
      String address = change.latest().at("status", "podIP").text();
      if (change.isRemoval()) {
        addresses.remove(address, uid);
      } else if (!address.isEmpty()) {
        assertThat(addresses.getOrDefault(address, uid))
            .as("whose is " + address)
            .isEqualTo(uid);
        addresses.put(address, uid);
      }
    }

    private void deployment(Resource resource) {
      Deployment deployment = new Deployment(resource);
      long wanted = 0;
      long available = 0;
      for (Resource set : cluster.view().ownedBy(deployment.uid(), Kinds.REPLICA_SET)) {
        wanted += set.at("spec", "replicas").longOr(0);
        available += set.at("status", "availableReplicas").longOr(0);
      }
      assertThat(wanted).isLessThanOrEqualTo(deployment.replicas() + deployment.maxSurge());
      hadAll |= available >= deployment.replicas();
      if (hadAll) {
        assertThat(available)
            .isGreaterThanOrEqualTo(deployment.replicas() - deployment.maxUnavailable());
      }
    }
  }

  private static Resource givenADeployment(SplittableRandom chance) {
    int surge = chance.nextInt(3);
    int unavailable = surge == 0 ? 1 + chance.nextInt(2) : chance.nextInt(3);
    return Objects.deployment("web", 1 + chance.nextInt(8))
        .with("spec.strategy.rollingUpdate.maxSurge", Scalar.of(surge))
        .with("spec.strategy.rollingUpdate.maxUnavailable", Scalar.of(unavailable));
  }

  private static Resource withImage(Resource deployment, String image) {
    return deployment.with(
        "spec.template.spec.containers",
        Sequence.of(List.of(Mapping.of("name", Scalar.of("main"), "image", Scalar.of(image)))));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void holdWhateverChanceDoes(long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    Cluster cluster = Cluster.start(ClusterSettings.REAL.withJitter(), new Seed(seed))
        .withNodes("n", 3, NodeShape.USUAL);
    Checker checker = new Checker(cluster);
    cluster.onCommit(checker);
    cluster.api().create(givenADeployment(chance));
    cluster.settle();

    for (int change = 0; change < 5; change++) {
      Resource now = cluster.view().list(Kinds.DEPLOYMENT).get(0);
      cluster.api().update(withImage(now, "web:" + (change + 2)));
      cluster.advance(Duration.ofMillis(chance.nextInt(6_000)));
    }
    cluster.settle();
    long settled = checker.commits;
    cluster.advance(Duration.ofMinutes(30));

    Resource last = cluster.view().list(Kinds.DEPLOYMENT).get(0);
    assertThat(last.at("status", "updatedReplicas").longOr(0))
        .isEqualTo(new Deployment(last).replicas());
    assertThat(checker.commits).as("a settled cluster stays settled").isEqualTo(settled);

    cluster.api().delete(last);
    cluster.settle(Duration.ofSeconds(60));
    assertThat(cluster.view().list(Kinds.POD)).isEmpty();
    assertThat(cluster.view().list(Kinds.REPLICA_SET)).isEmpty();
  }
}
