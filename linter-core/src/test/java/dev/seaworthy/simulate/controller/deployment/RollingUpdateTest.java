package dev.seaworthy.simulate.controller.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.Objects;
import dev.seaworthy.simulate.object.Deployment;
import dev.seaworthy.simulate.object.ReplicaSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollingUpdateTest {

  private static Deployment givenDeployment(int replicas, String surge, String unavailable) {
    return new Deployment(Objects.deployment("web", replicas)
        .with("spec.strategy.type", Scalar.of("RollingUpdate"))
        .with("spec.strategy.rollingUpdate.maxSurge", number(surge))
        .with("spec.strategy.rollingUpdate.maxUnavailable", number(unavailable)));
  }

  private static Scalar number(String text) {
    return text.endsWith("%") ? Scalar.of(text) : Scalar.of(Long.parseLong(text));
  }

  private static ReplicaSet set(String name, int replicas, int available) {
    return new ReplicaSet(Objects.replicaSet(name, replicas)
        .with("metadata.uid", Scalar.of(name))
        .with("status.availableReplicas", Scalar.of(available)));
  }

  @ParameterizedTest(name = "{0} replicas, surge {1}, unavailable {2}: {3} more, {4} fewer")
  @CsvSource({
    "10, 25%, 25%, 3, 2",
    "3, 25%, 25%, 1, 0",
    "3, 10%, 10%, 1, 0",
    "2, 0, 100%, 0, 2",
    "1, 0, 10%, 0, 1",
    "5, 50%, 50%, 3, 2",
    "0, 1, 1, 1, 0",
  })
  void sharesAreRoundedUpForSurgeAndDownForUnavailable(
      int replicas, String surge, String unavailable, long more, long fewer) {
    Deployment deployment = givenDeployment(replicas, surge, unavailable);

    assertThat(deployment.maxSurge()).isEqualTo(more);
    assertThat(deployment.maxUnavailable()).isEqualTo(fewer);
  }

  @ParameterizedTest(name = "{0} of {1} wanted, {2} in all: {3}")
  @CsvSource({
    "0, 10, 10, 3", // as far as the surge goes
    "3, 10, 11, 5", // into the room that the old made
    "9, 10, 10, 10", // never more than wanted
    "0, 10, 13, 0", // no room
    "12, 10, 12, 10", // shrinks with the Deployment
  })
  void theNewSetGrowsIntoTheRoomThereIs(long current, int wanted, long total, long size) {
    assertThat(RollingUpdate.newSize(givenDeployment(wanted, "25%", "25%"), current, total))
        .isEqualTo(size);
  }

  @Test
  void theOldShrinkAsFarAsEnoughStayAvailable() {
    ReplicaSet old = set("old", 10, 10);

    Map<ReplicaSet, Long> sizes =
        RollingUpdate.oldSizes(givenDeployment(10, "25%", "25%"), List.of(old), set("new", 3, 0));

    assertThat(sizes).containsExactly(Map.entry(old, 8L));
  }

  @Test
  void brokenOldPodsGoFirst() {
    ReplicaSet broken = set("broken", 3, 0);
    ReplicaSet sound = set("sound", 3, 3);

    Map<ReplicaSet, Long> sizes = RollingUpdate.oldSizes(
        givenDeployment(4, "2", "1"), List.of(broken, sound), set("new", 0, 0));

    assertThat(sizes).containsExactly(Map.entry(broken, 0L));
  }

  @Test
  void nothingShrinksWhileTheNewPodsAreStillComing() {
    Map<ReplicaSet, Long> sizes = RollingUpdate.oldSizes(
        givenDeployment(10, "25%", "25%"), List.of(set("old", 8, 8)), set("new", 5, 0));

    assertThat(sizes).isEmpty();
  }

  @Test
  void aStatusThatStillCountsLeavingPodsLetsNothingMoreGo() {
    Map<ReplicaSet, Long> sizes = RollingUpdate.oldSizes(
        givenDeployment(10, "25%", "25%"), List.of(set("old", 8, 10)), set("new", 5, 0));

    assertThat(sizes).isEmpty();
  }

  @Test
  void aChangeOfSizeIsSharedAfterTheSetsSizes() {
    ReplicaSet old = set("old", 8, 8);
    ReplicaSet fresh = set("new", 5, 0);

    Map<ReplicaSet, Long> sizes = ProportionalScaling.sizes(
        List.of(new ProportionalScaling.Member(old, 13), new ProportionalScaling.Member(fresh, 13)),
        23 /* 20 and a surge of 15 % */,
        false);

    assertThat(sizes).containsOnly(Map.entry(old, 14L), Map.entry(fresh, 9L));
  }
}
