package dev.seaworthy.simulate.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.scheduler.framework.DefaultSelector;
import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.PodInfo;
import dev.seaworthy.simulate.scheduler.framework.PodSignatures;
import dev.seaworthy.simulate.scheduler.framework.Snapshot;
import dev.seaworthy.simulate.scheduler.plugin.Plugins;
import dev.seaworthy.simulate.store.ObjectStore;
import dev.seaworthy.simulate.volume.Volumes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulingAlgorithmTest {

  private final PodSignatures signatures = new PodSignatures();
  private final Snapshot snapshot = new Snapshot(signatures);
  private final Nominations nominations = new Nominations();
  private final Seed seed = Seed.NONE;
  private final SchedulingAlgorithm algorithm = new SchedulingAlgorithm(
      snapshot,
      new CycleStates(
          Profile.of(Plugins.all()),
          new Handle(
              snapshot,
              new DefaultSelector(new ObjectStore(new EventQueue(new VirtualClock())).view()),
              new Volumes(new ObjectStore(new EventQueue(new VirtualClock())).view()))),
      nominations,
      seed);

  private void givenNodes(int count) {
    for (int i = 0; i < count; i++) {
      snapshot.setNode(Pods.node("n" + i, "z" + i % 3));
    }
  }

  private PodInfo info(Resource pod) {
    return Pods.info(signatures, pod);
  }

  private @Nullable NodeInfo place(Resource pod) {
    NodeInfo node = algorithm.schedule(info(pod));
    if (node != null) {
      snapshot.setPod(pod, node.name());
    }
    return node;
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "99, 99",
    "100, 100",
    "250, 120",
    "1000, 420",
    "5000, 500",
    "6000, 300",
    "20000, 1000"
  })
  void enoughFeasibleNodesAreAnAdaptiveShare(int nodes, int enough) {
    assertThat(SchedulingAlgorithm.numFeasibleNodesToFind(nodes)).isEqualTo(enough);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 1000, 4000})
  void aPodLooksAtItsShareOfNodesHoweverManyPodsThereAre(int nodes) {
    givenNodes(nodes);

    for (int i = 0; i < 300; i++) {
      place(Pods.pod("p" + i, "web"));
    }

    assertThat(algorithm.nodesLookedAt())
        .isEqualTo(300L * SchedulingAlgorithm.numFeasibleNodesToFind(nodes));
  }

  @Test
  void theNextPodStartsWhereTheLastOneStopped() {
    givenNodes(1000);

    List<Integer> windows = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      windows.add(snapshot.nodes().indexOf(place(Pods.pod("p" + i, "web"))));
    }

    assertThat(windows.get(0)).isBetween(0, 419);
    assertThat(windows.get(1)).isBetween(420, 839);
    assertThat(windows.get(2))
        .satisfiesAnyOf(
            index -> assertThat(index).isBetween(840, 999),
            index -> assertThat(index).isBetween(0, 259));
  }

  @Test
  void podsThatLookAlikeAreRefusedWithoutLookingAgain() {
    givenNodes(2);
    for (int i = 0; i < 16; i++) {
      place(Pods.pod("p" + i, "web"));
    }
    PodInfo first = info(Pods.pod("late", "web"));
    assertThat(algorithm.schedule(first)).isNull();
    algorithm.remember(first, algorithm.diagnose(first));
    long before = algorithm.nodesLookedAt();

    PodInfo second = info(Pods.pod("later", "web"));
    assertThat(algorithm.schedule(second)).isNull();
    assertThat(algorithm.diagnose(second).message())
        .isEqualTo("0/2 nodes are available: 2 Insufficient cpu.");
    assertThat(algorithm.nodesLookedAt()).isEqualTo(before);

    snapshot.removePod("p0");
    assertThat(algorithm.schedule(second)).isNotNull();
  }

  @Test
  void nodesOfAllZonesComeInTurn() {
    for (String name : List.of("a1", "a2", "a3", "b1", "c1", "c2")) {
      snapshot.setNode(Pods.node(name, name.substring(0, 1)));
    }

    assertThat(snapshot.nodes())
        .extracting(NodeInfo::name)
        .containsExactly("a1", "b1", "c1", "a2", "c2", "a3");
  }

  @Test
  void roomThatIsMadeForAnImportantPodIsLeftToIt() {
    givenNodes(1);
    for (int i = 0; i < 7; i++) {
      place(Pods.pod("p" + i, "web"));
    }
    nominations.add(info(Pods.important(Pods.pod("vip", "web"), 10)), "n0");

    assertThat(algorithm.schedule(info(Pods.pod("late", "web")))).isNull();
    assertThat(algorithm.schedule(info(Pods.important(Pods.pod("higher", "web"), 20))))
        .isNotNull();
    assertThat(Objects.requireNonNull(snapshot.get("n0")).pods()).hasSize(7);
  }

  @Test
  void preemptionTakesTheLeastImportantPodsAndTouchesNothing() {
    givenNodes(2);
    for (int i = 0; i < 16; i++) {
      place(Pods.important(Pods.pod("p" + i, "web"), i));
    }
    PodInfo vip = info(Pods.important(Pods.pod("vip", "db"), 100));
    assertThat(algorithm.schedule(vip)).isNull();

    DisruptionBudgets none =
        new DisruptionBudgets(new ObjectStore(new EventQueue(new VirtualClock())).view());
    DefaultPreemption.Result result = new DefaultPreemption(
            algorithm, snapshot, nominations, none, seed)
        .postFilter(vip, algorithm.diagnose(vip));

    assertThat(result.candidate().orElseThrow().victims())
        .extracting(PodInfo::uid)
        .containsExactly("p0");
    assertThat(snapshot.nodes()).allSatisfy(node -> assertThat(node.pods()).hasSize(8));
    assertThat(algorithm.schedule(vip)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "100, 100", "900, 100", "5000, 500"})
  void preemptionIsTriedOnAShareOfNodes(int nodes, int candidates) {
    assertThat(DefaultPreemption.numCandidates(nodes)).isEqualTo(candidates);
  }
}
