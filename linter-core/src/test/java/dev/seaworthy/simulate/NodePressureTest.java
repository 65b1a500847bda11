package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.outcome.PodState;
import dev.seaworthy.simulate.outcome.TimelineText;
import dev.seaworthy.simulate.scenario.Stories;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that runs short of memory, disk or processes ends pods, one at a look, as a kubelet does. */
class NodePressureTest {

  private static final String POD = """
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: %s}
      spec:
        priorityClassName: %s
        containers: [{name: main, image: 'web:1', resources: {requests: {memory: %s}}}]
      """;

  private static final String CLASSES = """
      {apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: low}, value: 1}
      ---
      {apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: high}, value: 2}
      """;

  @TempDir
  Path folder;

  private Outcome play(String manifests, String steps) {
    return play(manifests, "", steps);
  }

  private Outcome play(String manifests, String thresholds, String steps) {
    return Stories.in(folder)
        .with("all.yaml", manifests)
        .play("""
            cluster:
              nodes: [{name: n1, cpu: "4", memory: 8Gi}]
              evictionHard: {%s}
            steps:
            - apply: all.yaml
            - settle: {}
            """.formatted(thresholds) + steps)
        .outcome();
  }

  private static List<String> evicted(Outcome outcome) {
    return outcome.pods().stream()
        .filter(pod -> pod.phase().equals("Failed"))
        .map(PodState::name)
        .toList();
  }

  @Test
  void whoUsesMoreThanItAsksForGoesFirst() {
    Outcome outcome = play(
        CLASSES + POD.formatted("modest", "low", "4Gi") + POD.formatted("greedy", "high", "1Gi"),
        """
        - load: {target: Pod/modest, memory: 4Gi}
        - load: {target: Pod/greedy, memory: 5Gi}
        - advance: 15s
        """);

    assertThat(evicted(outcome)).containsExactly("greedy");
    assertThat(outcome.problems())
        .extracting(Diagnostic::message)
        .anyMatch(message -> message.startsWith(
            "greedy never becomes ready: failed: The node was low on resource: memory."));
  }

  @Test
  void ofTheGreedyTheLeastImportantGoesAndOnlyUntilThereIsRoom() {
    Outcome outcome = play(
        CLASSES + POD.formatted("vip", "high", "1Gi") + POD.formatted("extra", "low", "1Gi"), """
        - load: {target: Pod/vip, memory: 5Gi}
        - load: {target: Pod/extra, memory: 3500Mi}
        - advance: 1m
        """);

    assertThat(evicted(outcome)).containsExactly("extra");
  }

  @Test
  void whatFitsIsLeftAlone() {
    Outcome outcome = play(CLASSES + POD.formatted("web", "low", "1Gi"), """
        - load: {target: Pod/web, memory: 7Gi}
        - advance: 10m
        """);

    assertThat(evicted(outcome)).isEmpty();
    assertThat(TimelineText.full(outcome.timeline())).doesNotContain("short of memory");
  }

  @Test
  void othersTakeTheirPlaceOnceTheNodeHasHadEnoughForFiveMinutes() {
    Outcome outcome = play(Stories.WEB.formatted(2), """
        - load: {target: Deployment/web, memory: 9Gi}
        - advance: 15s
        - expect: {target: Deployment/web, available: 1}
        - load: {target: Deployment/web, memory: 1Gi}
        - advance: 4m
        - expect: {target: Deployment/web, available: 0 to 1}
        - advance: 2m
        - expect: {target: Deployment/web, available: 2}
        """);

    String timeline = TimelineText.full(outcome.timeline());
    assertThat(outcome.problems())
        .filteredOn(problem -> problem.code().equals("expectation-failed"))
        .isEmpty();
    assertThat(timeline)
        .contains(
            "node/n1", "short of memory", "no longer short of memory", "Failed: Evicted: The node");
    assertThat(outcome.problems())
        .extracting(Diagnostic::message)
        .anyMatch(
            message -> message.matches("web has lost \\d pods? to a shortage of memory on n1"));
  }

  @Test
  void aFullDiskIsCleanedOfWhoUsesMoreOfItThanItAsksFor() {
    Outcome outcome = play(
        Stories.WEB.formatted(1) + "---\n" + CLASSES + POD.formatted("logs", "high", "1Gi"), """
        - load: {target: Deployment/web, ephemeral-storage: 10Gi}
        - load: {target: Pod/logs, ephemeral-storage: 75Gi}
        - advance: 15s
        - expect: {pods: {name: logs}, status: Running}
        - load: {target: Deployment/web, ephemeral-storage: 16Gi}
        - advance: 15s
        - expect: {event: {reason: NodeHasDiskPressure}}
        - expect: {target: Deployment/web, available: 0}
        """);

    assertThat(TimelineText.full(outcome.timeline())).contains("short of disk");
    assertThat(outcome.problems())
        .extracting(Diagnostic::message)
        .contains("web has lost 1 pod to a shortage of disk on n1")
        .noneMatch(message -> message.contains("expected"));
  }

  @Test
  void processesAreWatchedOnlyWhereAThresholdIsSet() {
    String manifests =
        CLASSES + POD.formatted("fork", "low", "1Gi") + POD.formatted("more", "high", "1Gi");
    String steps = """
        - load: {target: Pod/more, processes: 30000}
        - load: {target: Pod/fork, processes: 2000}
        - advance: 15s
        """;

    assertThat(evicted(play(manifests, steps))).isEmpty();
    assertThat(evicted(play(manifests, "pid.available: 10%", steps))).contains("fork");
  }

  @Test
  void thresholdsAreTheStorys() {
    String pod = CLASSES + POD.formatted("web", "low", "1Gi");
    String steps = """
        - load: {target: Pod/web, memory: 7Gi}
        - advance: 15s
        """;

    assertThat(evicted(play(pod, "memory.available: 2Gi", steps))).containsExactly("web");
    assertThat(Stories.in(folder).play("""
        cluster: {evictionHard: {memory.available: plenty}}
        steps: [{settle: {}}]
        """).problems())
        .extracting(Diagnostic::message)
        .containsExactly("'plenty' is no amount; write a quantity such as 500Mi or a percentage");
  }

  @Test
  void aResizeThatWaitsIsTold() {
    Outcome outcome = play(
        CLASSES + POD.formatted("big", "low", "5Gi") + POD.formatted("small", "high", "1Gi"), """
        - resize: {pods: {name: small}, requests: {memory: 4Gi}}
        - advance: 15s
        """);

    assertThat(outcome.problems())
        .extracting(Diagnostic::message)
        .containsExactly("small has 1 pod not resized: Node didn't have enough resource: memory,"
            + " requested: 4294967296, used: 5368709120, capacity: 8589934592");
  }
}
