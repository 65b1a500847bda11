package dev.seaworthy.simulate.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.Objects;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.ObjectStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to pods, what is kept of them is what a recount would give. */
class OwnedPodsTest {

  private static final int CHANGES = 2_000;
  private static final int NAMES = 40;
  private static final List<String> OWNERS = List.of("one", "two", "");
  private static final List<String> PHASES = List.of("Pending", "Running", "Succeeded", "Failed");

  private final ObjectStore store = new ObjectStore(new EventQueue(new VirtualClock()));
  private final OwnedPods owned = new OwnedPods(2_000);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void countsAreThoseOfARecount(long seed) {
    store.check(owned);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < CHANGES; i++) {
      String name = "pod-" + random.nextInt(NAMES);
      if (random.nextInt(8) == 0) {
        store.remove(new ObjectKey(Kinds.POD, "default", name));
      } else {
        store.commit(anyPod(name, random));
      }
      OWNERS.forEach(this::assertCountsAreRight);
    }
  }

  private static Resource anyPod(String name, SplittableRandom random) {
    Resource pod = Objects.pod(name, "web:1")
        .with("metadata.namespace", Scalar.of("default"))
        .with("metadata.uid", Scalar.of(name))
        .with("metadata.labels", Mapping.of("app", Scalar.of("app-" + random.nextInt(2))))
        .with("status.phase", Scalar.of(PHASES.get(random.nextInt(PHASES.size()))));
    String owner = OWNERS.get(random.nextInt(OWNERS.size()));
    if (!owner.isEmpty()) {
      pod = pod.with(
          "metadata.ownerReferences",
          Sequence.of(List.of(Mapping.of("uid", Scalar.of(owner), "controller", Scalar.of(true)))));
    }
    if (random.nextBoolean()) {
      pod = pod.with("spec.nodeName", Scalar.of("n" + random.nextInt(3)));
    }
    if (random.nextInt(4) == 0) {
      pod = pod.with("metadata.deletionTimestamp", Scalar.of(VirtualClock.timestamp(second(9))));
    }
    return random.nextBoolean() ? readySince(pod, second(random.nextInt(9))) : pod;
  }

  private static Instant second(int second) {
    return VirtualClock.EPOCH.plusSeconds(second);
  }

  private static Resource readySince(Resource pod, Instant since) {
    return pod.with(
        "status.conditions",
        Sequence.of(List.of(Mapping.of(
            "type", Scalar.of("Ready"),
            "status", Scalar.of("True"),
            "lastTransitionTime", Scalar.of(VirtualClock.timestamp(since))))));
  }

  private void assertCountsAreRight(String owner) {
    PodCounts counts = owned.of(owner);
    List<Pod> pods = owner.isEmpty()
        ? List.of()
        : store.view().ownedBy(owner, Kinds.POD).stream().map(Pod::new).toList();
    assertThat(counts.active()).isEqualTo(count(pods, Pod::isActive));
    assertThat(counts.unfinished()).isEqualTo(count(pods, pod -> !pod.isFinished()));
    Map<String, Integer> perNode = new HashMap<>();
    pods.stream()
        .filter(Pod::isActive)
        .flatMap(pod -> pod.nodeName().stream())
        .forEach(node -> perNode.merge(node, 1, Integer::sum));
    for (String node : List.of("n0", "n1", "n2")) {
      assertThat(counts.activeOn(node)).isEqualTo(perNode.getOrDefault(node, 0));
    }
    assertThat(counts.groups().stream().map(PodCounts.Group::labels))
        .containsExactlyInAnyOrderElementsOf(
            pods.stream().map(Pod::labels).distinct().toList());
    counts.groups().forEach(group -> assertGroupIsRight(group, pods));
  }

  private static void assertGroupIsRight(PodCounts.Group group, List<Pod> pods) {
    List<Pod> members =
        pods.stream().filter(pod -> pod.labels().equals(group.labels())).toList();
    List<Pod> ready =
        members.stream().filter(Pod::isActive).filter(Pod::isReady).toList();
    assertThat(group.active()).isEqualTo(count(members, Pod::isActive));
    assertThat(group.terminating())
        .isEqualTo(count(members, pod -> pod.isBeingDeleted() && !pod.isFinished()));
    assertThat(group.ready()).isEqualTo(ready.size());
    for (int at = 0; at < 9; at++) {
      Instant time = second(at);
      assertThat(group.readyBy(time))
          .isEqualTo(count(ready, pod -> pod.isAvailable(1, time.plusSeconds(1))));
      assertThat(group.firstReadyAfter(time))
          .isEqualTo(ready.stream()
              .flatMap(pod -> pod.readySince().stream())
              .filter(since -> since.isAfter(time))
              .min(Instant::compareTo));
    }
  }

  private static int count(List<Pod> pods, Predicate<Pod> which) {
    return (int) pods.stream().filter(which).count();
  }
}
