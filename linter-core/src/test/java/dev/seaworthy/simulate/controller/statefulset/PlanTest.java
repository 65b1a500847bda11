package dev.seaworthy.simulate.controller.statefulset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.Objects;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.StatefulSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pods are written as ordinal, state and revision: {@code 0 ready v1}. */
class PlanTest {

  private static final Instant NOW = VirtualClock.EPOCH.plus(Duration.ofMinutes(5));
  private static final String NEW = "v2";

  private Resource set = Objects.workload("apps/v1", "StatefulSet", "db", 3, "db:2");
  private final Members members = new Members();

  private void givenParallel() {
    set = set.with("spec.podManagementPolicy", Scalar.of("Parallel"));
  }

  private void givenPods(String... pods) {
    for (String pod : pods) {
      String[] words = pod.split(" ");
      members.put(Integer.parseInt(words[0]), pod(words[0], words[1], words[2]));
    }
  }

  private static Pod pod(String ordinal, String state, String revision) {
    Resource pod = Objects.pod("db-" + ordinal, "db:1")
        .with("metadata.labels", Mapping.of("controller-revision-hash", Scalar.of(revision)))
        .with("status.phase", Scalar.of(state.equals("failed") ? "Failed" : "Running"));
    return new Pod(
        switch (state) {
          case "ready" -> readyFor(60, pod);
          case "fresh" -> readyFor(5, pod);
          case "leaving" ->
            readyFor(60, pod)
                .with("metadata.deletionTimestamp", Scalar.of(VirtualClock.timestamp(NOW)));
          default -> pod;
        });
  }

  private static Resource readyFor(int seconds, Resource pod) {
    return pod.with(
        "status.conditions",
        Sequence.of(List.of(Mapping.of(
            "type", Scalar.of("Ready"),
            "status", Scalar.of("True"),
            "lastTransitionTime", Scalar.of(VirtualClock.timestamp(NOW.minusSeconds(seconds)))))));
  }

  /** What is planned, in words: {@code -finished}, {@code +missing}, {@code ~deleted}. */
  private String plan() {
    Plan plan = Plan.of(new StatefulSet(set), members, NEW, 100, NOW);
    StringBuilder words = new StringBuilder();
    plan.finished().forEach(pod -> words.append(" -").append(pod.name()));
    plan.missing().forEach(ordinal -> words.append(" +").append(ordinal));
    plan.deletions().forEach(pod -> words.append(" ~").append(pod.name()));
    return words.toString().strip();
  }

  @Test
  void orderedPodsAreMadeOneAfterTheOther() {
    assertThat(plan()).isEqualTo("+0");
    givenPods("0 unready v2");
    assertThat(plan()).isEmpty();
    givenPods("0 ready v2");
    assertThat(plan()).isEqualTo("+1");
  }

  @Test
  void parallelPodsAreMadeAtOnce() {
    givenParallel();
    givenPods("1 unready v2");

    assertThat(plan()).isEqualTo("+0 +2");
  }

  @Test
  void noMorePodsAreMadeThanThereIsRoomFor() {
    givenParallel();

    assertThat(Plan.of(new StatefulSet(set), members, NEW, 2, NOW).missing()).containsExactly(0, 1);
  }

  @Test
  void aFinishedPodMakesRoomForItsSuccessor() {
    givenPods("0 ready v2", "1 failed v2", "2 ready v2");

    assertThat(plan()).isEqualTo("-db-1");
  }

  @Test
  void aRollingUpdateBeginsAtTheHighestOrdinalAndWaitsForEachPod() {
    givenPods("0 ready v1", "1 ready v1", "2 ready v1");
    assertThat(plan()).isEqualTo("~db-2");
    givenPods("2 unready v2");
    assertThat(plan()).isEmpty();
    givenPods("2 ready v2");
    assertThat(plan()).isEqualTo("~db-1");
  }

  @Test
  void anUpdateOfAnOrderedSetIsStuckBehindAPodThatNeverGetsReady() {
    givenPods("0 ready v1", "1 ready v1", "2 unready v1");

    assertThat(plan()).isEmpty();
  }

  @Test
  void anUpdateOfAParallelSetReplacesWhatIsNotReadyAnyway() {
    givenParallel();
    givenPods("0 unready v1", "1 ready v1", "2 unready v1");

    assertThat(plan()).isEqualTo("~db-2 ~db-0");
  }

  @Test
  void asManyPodsAreReplacedAsMayBeUnavailable() {
    set = set.with("spec.updateStrategy.rollingUpdate.maxUnavailable", Scalar.of(2));
    givenPods("0 ready v1", "1 ready v1", "2 ready v1");

    assertThat(plan()).isEqualTo("~db-2 ~db-1");
  }

  @Test
  void missingPodsOfAParallelSetCountAsUnavailable() {
    givenParallel();
    set = set.with("spec.updateStrategy.rollingUpdate.maxUnavailable", Scalar.of(2));
    givenPods("0 ready v1", "1 ready v1");

    assertThat(plan()).isEqualTo("+2 ~db-1");
  }

  @Test
  void podsBelowThePartitionKeepTheirRevision() {
    set = set.with("spec.updateStrategy.rollingUpdate.partition", Scalar.of(2));
    givenPods("0 ready v1", "1 ready v1", "2 ready v2");

    assertThat(plan()).isEmpty();
  }

  @Test
  void onDeleteLeavesOldPodsAlone() {
    set = set.with("spec.updateStrategy.type", Scalar.of("OnDelete"));
    givenPods("0 ready v1", "1 ready v1", "2 ready v1");

    assertThat(plan()).isEmpty();
  }

  @Test
  void surplusGoesFromTheTopOneAtATime() {
    givenPods("0 ready v2", "1 ready v2", "2 ready v2", "3 ready v2", "4 ready v2");
    assertThat(plan()).isEqualTo("~db-4");
    givenPods("4 leaving v2");
    assertThat(plan()).isEmpty();
  }

  @Test
  void aSurplusPodThatIsNotReadyWaitsForALowerOneThatIsNotEither() {
    givenPods("0 ready v2", "1 ready v2", "2 ready v2", "3 unready v2", "4 unready v2");

    assertThat(plan()).isEmpty();
  }

  @Test
  void surplusOfAParallelSetGoesAtOnce() {
    givenParallel();
    givenPods("0 ready v2", "1 ready v2", "2 ready v2", "3 unready v2", "4 ready v2");

    assertThat(plan()).isEqualTo("~db-4 ~db-3");
  }

  @Test
  void ordinalsBelowTheStartAreSurplusToo() {
    set = set.with("spec.ordinals.start", Scalar.of(1));
    givenPods("0 ready v2", "1 ready v2", "2 ready v2", "3 ready v2");

    assertThat(plan()).isEqualTo("~db-0");
  }

  @Test
  void aPodCountsAsAvailableAfterItsTime() {
    set = set.with("spec.minReadySeconds", Scalar.of(10));
    givenPods("0 ready v2", "1 fresh v2");
    assertThat(plan()).isEmpty();
    givenPods("1 ready v2");
    assertThat(plan()).isEqualTo("+2");
  }
}
