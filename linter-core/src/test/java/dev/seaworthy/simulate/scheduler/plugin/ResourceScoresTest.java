package dev.seaworthy.simulate.scheduler.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.Objects;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.scheduler.framework.DefaultSelector;
import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.NodeScore;
import dev.seaworthy.simulate.scheduler.framework.PodSignatures;
import dev.seaworthy.simulate.scheduler.framework.ScorePlugin;
import dev.seaworthy.simulate.scheduler.framework.Snapshot;
import dev.seaworthy.simulate.store.ObjectStore;
import dev.seaworthy.simulate.volume.Volumes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The points that kube-scheduler gives to nodes by what they have and what is taken of it. */
class ResourceScoresTest {

  private final PodSignatures signatures = new PodSignatures();
  private final Snapshot snapshot = new Snapshot(signatures);
  private final ObjectStore store = new ObjectStore(new EventQueue(new VirtualClock()));

  @ParameterizedTest(name = "node {0}/{1}, taken {2}/{3}, pod {4}/{5}: {6} points")
  @CsvSource({
    "4,  4Gi, 0,  0,   1,     1Gi,   75",
    "4,  4Gi, 1,  1Gi, 1,     1Gi,   50",
    "4,  4Gi, 3,  1Gi, 1,     1Gi,   25", // none of the cpu left, half of the memory
    "4,  4Gi, 3,  3Gi, 1,     1Gi,   0", // exactly full
    "4,  4Gi, 0,  0,   5,     1Gi,   37", // more cpu than there is counts as none left
    "3,  3Gi, 0,  0,   1,     1Gi,   66", // rounded down
    "4,  0,   0,  0,   1,     0,     75", // what a node has nothing of does not count
    "0,  0,   0,  0,   1,     1Gi,   0",
    "10, 20Gi, 0, 0,   0,     0,     99", // 100m and 200Mi are taken for granted
  })
  void theNodeWithMostLeftIsPreferred(
      String cpu,
      String memory,
      String takenCpu,
      String takenMemory,
      String wantedCpu,
      String wantedMemory,
      long points) {
    NodeInfo node = givenNode(cpu, memory, takenCpu, takenMemory);

    NodeScore score = scoring(new NodeResourcesFit(), wantedCpu, wantedMemory);

    assertThat(score.score(node)).isEqualTo(points);
  }

  @ParameterizedTest(name = "node {0}/{1}, taken {2}/{3}, pod {4}/{5}: {6} points")
  @CsvSource({
    "4, 4Gi, 0, 0,   1, 1Gi, 50", // balanced before and after
    "4, 4Gi, 2, 0,   0, 2Gi, 63", // half apart before, even after: 62.5, rounded
    "4, 4Gi, 2, 0,   2, 0,   38", // from a half apart to all apart: 37.5, rounded
    "4, 4Gi, 0, 0,   4, 0,   25",
    "4, 4Gi, 2, 2Gi, 1, 0,   44", // 43.75
    "4, 4Gi, 4, 0,   4, 0,   50", // a share is never more than all
    "4, 0,   0, 0,   4, 0,   75", // what a node has nothing of counts as taken
  })
  void theNodeWhoseSharesComeNearestIsPreferred(
      String cpu,
      String memory,
      String takenCpu,
      String takenMemory,
      String wantedCpu,
      String wantedMemory,
      long points) {
    NodeInfo node = givenNode(cpu, memory, takenCpu, takenMemory);

    NodeScore score = scoring(new NodeResourcesBalancedAllocation(), wantedCpu, wantedMemory);

    assertThat(score.score(node)).isEqualTo(points);
  }

  @Test
  void aPodThatRequestsNothingHasNoUseForBalance() {
    assertThat(scoring(new NodeResourcesBalancedAllocation(), "0", "0")).isSameAs(NodeScore.SKIP);
    assertThat(scoring(new NodeResourcesBalancedAllocation(), "1", "0"))
        .isNotSameAs(NodeScore.SKIP);
    assertThat(scoring(new NodeResourcesBalancedAllocation(), "0", "1"))
        .isNotSameAs(NodeScore.SKIP);
  }

  @Test
  void pointsAreBroughtToAHundred() {
    long[] upwards = {0, 1, 3};
    long[] downwards = {0, 1, 3};

    Normalized.upwards(upwards);
    Normalized.downwards(downwards);

    assertThat(upwards).containsExactly(0, 33, 100);
    assertThat(downwards).containsExactly(100, 67, 0);
  }

  @Test
  void noPointsStayNoneUpwardsAndAreAllDownwards() {
    long[] upwards = {0, 0};
    long[] downwards = {0, 0};

    Normalized.upwards(upwards);
    Normalized.downwards(downwards);

    assertThat(upwards).containsExactly(0, 0);
    assertThat(downwards).containsExactly(100, 100);
  }

  private NodeInfo givenNode(String cpu, String memory, String takenCpu, String takenMemory) {
    NodeInfo node = snapshot.setNode(
        Objects.object("v1", "Node", "node").with("status.allocatable", amounts(cpu, memory)));
    if (!takenCpu.equals("0") || !takenMemory.equals("0")) {
      snapshot.setPod(pod("taking", takenCpu, takenMemory), "node");
    }
    return node;
  }

  private NodeScore scoring(ScorePlugin plugin, String cpu, String memory) {
    Handle handle =
        new Handle(snapshot, new DefaultSelector(store.view()), new Volumes(store.view()));
    return plugin.scoring(signatures.of(pod("wanted", cpu, memory)), handle);
  }

  private static Resource pod(String name, String cpu, String memory) {
    Mapping container = Mapping.of(
        "name", Scalar.of("main"),
        "resources", Mapping.of("requests", amounts(cpu, memory)));
    return Objects.object("v1", "Pod", name)
        .with("metadata.uid", Scalar.of(name))
        .with("spec.containers", Sequence.of(List.of(container)));
  }

  private static Mapping amounts(String cpu, String memory) {
    Mapping amounts = cpu.equals("0") ? Mapping.EMPTY : Mapping.of("cpu", Scalar.of(cpu));
    return memory.equals("0") ? amounts : amounts.with("memory", Scalar.of(memory));
  }
}
