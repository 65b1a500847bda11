package dev.seaworthy.simulate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A story that a seed makes up: workloads of all sorts, and what may happen to them. */
final class RandomStory {

  private static final Duration STEP = Duration.ofMillis(700);
  private static final List<GroupKind> WORKLOADS =
      List.of(Kinds.DEPLOYMENT, Kinds.REPLICA_SET, Kinds.STATEFUL_SET, Kinds.DAEMON_SET, Kinds.JOB);

  private final SplittableRandom random;
  private final Cluster cluster;
  private final boolean hasFaults;

  /**
   * @param hasFaults whether nodes fail, pods are deleted and workloads are scaled and deleted; if not,
   *     there are only rollouts
   */
  RandomStory(long seed, boolean hasFaults) {
    this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L);
    this.hasFaults = hasFaults;
    // Of every second one those who act see late what happens.
    ClusterSettings settings =
        seed % 2 == 0 ? ClusterSettings.QUICK.withJitter() : ClusterSettings.QUICK;
    this.cluster = Cluster.start(settings, new Seed(seed))
        .withNodes("n", 3 + random.nextInt(4), NodeShape.USUAL);
  }

  Cluster cluster() {
    return cluster;
  }

  /** Makes the workloads and lets them come up. */
  RandomStory begin() {
    for (int i = 0; i < 3 + random.nextInt(4); i++) {
      cluster.api().create(workload("w" + i));
    }
    cluster.settle();
    return this;
  }

  /** Something happens, and soon after that something else; then all comes to rest. */
  RandomStory goOn() {
    for (int i = 0; i < 6; i++) {
      happen();
      cluster.advance(STEP.multipliedBy(random.nextInt(5)));
    }
    cluster.settle(Duration.ofSeconds(90));
    return this;
  }

  private Resource workload(String name) {
    int replicas = 1 + random.nextInt(6);
    return switch (random.nextInt(hasFaults ? 5 : 2)) {
      case 0, 1 -> deployment(name, replicas);
      case 2 ->
        Objects.workload("apps/v1", "StatefulSet", name, replicas, "web:1")
            .with(
                "spec.podManagementPolicy",
                Scalar.of(random.nextBoolean() ? "Parallel" : "OrderedReady"));
      case 3 ->
        Objects.workload("apps/v1", "DaemonSet", name, 1, "web:1").without("spec", "replicas");
      default ->
        Objects.job(name, "job:done")
            .with("spec.completions", Scalar.of(replicas))
            .with("spec.parallelism", Scalar.of(1 + random.nextInt(3)));
    };
  }

  private Resource deployment(String name, int replicas) {
    int surge = random.nextInt(3);
    int unavailable = surge == 0 ? 1 + random.nextInt(2) : random.nextInt(3);
    return Objects.deployment(name, replicas)
        .with("spec.strategy.type", Scalar.of("RollingUpdate"))
        .with("spec.strategy.rollingUpdate.maxSurge", Scalar.of(surge))
        .with("spec.strategy.rollingUpdate.maxUnavailable", Scalar.of(unavailable));
  }

  private void happen() {
    switch (random.nextInt(hasFaults ? 7 : 1)) {
      case 1 -> scale();
      case 2 -> deletePod();
      case 3 -> cluster.failNode("n" + (1 + random.nextInt(3)));
      case 4 -> cluster.recoverNode("n" + (1 + random.nextInt(3)));
      case 5 -> delete();
      case 6 -> cluster.addNode("late-" + random.nextInt(1000), NodeShape.USUAL);
      default -> rollOut();
    }
  }

  private void rollOut() {
    pick(WORKLOADS).ifPresent(key -> {
      String image = List.of("web:2", "web:3", "web:slow", "web:bad").get(random.nextInt(4));
      Mapping container = Mapping.of("name", Scalar.of("main"), "image", Scalar.of(image));
      Mapping spec = Mapping.of("containers", Sequence.of(List.of(container)));
      cluster
          .api()
          .patch(key, Mapping.of("spec", Mapping.of("template", Mapping.of("spec", spec))));
    });
  }

  private void scale() {
    pick(List.of(Kinds.DEPLOYMENT, Kinds.STATEFUL_SET))
        .ifPresent(key -> cluster.api().scale(key, random.nextInt(7)));
  }

  private void deletePod() {
    pick(List.of(Kinds.POD))
        .flatMap(key -> cluster.view().get(key))
        .filter(pod -> new Pod(pod).isActive())
        .ifPresent(pod -> cluster.api().delete(pod));
  }

  private void delete() {
    pick(WORKLOADS)
        .flatMap(key -> cluster.view().get(key))
        .ifPresent(object -> cluster.api().delete(object));
  }

  private Optional<ObjectKey> pick(List<GroupKind> kinds) {
    List<ObjectKey> all = kinds.stream()
        .flatMap(kind -> cluster.view().list(kind).stream())
        .map(ObjectKey::of)
        .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }
}
