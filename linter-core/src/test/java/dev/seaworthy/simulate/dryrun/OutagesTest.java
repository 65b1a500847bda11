package dev.seaworthy.simulate.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.simulate.outcome.Inquiries;
import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who was away on the way, though all is well in the end. */
class OutagesTest {

  private static final String WEB = """
      apiVersion: apps/v1
      kind: %s
      metadata: {name: web}
      spec:
        replicas: %d
        serviceName: web
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: main, image: 'web:1'}]}
      """;

  private static String deployment(int replicas) {
    return WEB.formatted("Deployment", replicas).replace("  serviceName: web\n", "");
  }

  private static Plan of(Deed deed) {
    return new Plan(Optional.empty(), Map.of(), List.of(deed), Optional.empty(), Inquiries.NONE);
  }

  private static Outcome play(String manifests, Deed deed) {
    return DryRuns.of(manifests, DryRuns.OPTIONS.with(of(deed)));
  }

  private static Diagnostic outage(Outcome outcome) {
    return outcome.problems().stream()
        .filter(problem -> problem.code().startsWith("workload-"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theOnlyPodIsAwayForAsLongAsAFailedNodeIsWaitedFor() {
    Outcome outcome = play(deployment(1), Deeds.failNode("node-1"));

    assertThat(outcome.conclusion().get(0))
        .matches(
            "web had no pod available for at least 5 min 5\\d s, 00:30\\.\\d+ to 06:\\d\\d\\.\\d+:"
                + " node-1 is silent \\(test.yaml:5\\)");
    assertThat(outage(outcome).severity()).isEqualTo(Severity.ERROR);
    assertThat(outage(outcome).remedy())
        .hasValueSatisfying(remedy ->
            assertThat(remedy).startsWith("run two replicas or more, on different nodes"));
  }

  @Test
  void aFewerPodForAWhileIsToldAndNoError() {
    Outcome outcome = play(deployment(3), Deeds.failNode("node-1"));

    assertThat(outcome.conclusion().subList(0, 2))
        .satisfiesExactly(
            first ->
                assertThat(first).isEqualTo("All is well in the end: web has 3 pods, all ready"),
            second -> assertThat(second).startsWith("web had only 2 of 3 pods available for"));
    assertThat(outcome.isFine()).isTrue();
  }

  @Test
  void whatIsStillWrongInTheEndIsToldOnce() {
    Outcome outcome = play(WEB.formatted("StatefulSet", 1), Deeds.failNode("node-1"));

    assertThat(outcome.problems())
        .filteredOn(problem -> problem.severity() == Severity.ERROR)
        .extracting(Diagnostic::message)
        .containsExactly("web has only 0 of 1 pods ready: web-0 cannot stop, for node-1 is silent,"
            + " and no other of that name is made before");
  }

  @Test
  void aDaemonSetHasNoOtherPlaceForThePodOfAFailedNode() {
    String daemons =
        WEB.formatted("DaemonSet", 1).replace("  replicas: 1\n  serviceName: web\n", "");

    assertThat(play(daemons, Deeds.failNode("node-1")).problems())
        .extracting(problem -> problem.severity() + " " + problem.message())
        .containsExactly("INFO web has only 2 of 3 pods ready: node-1 is silent");
  }

  @Test
  void aDrainTakesTheOnlyPodDown() {
    Outcome outcome = play(deployment(1), Deeds.drain("node-1", false, false));

    assertThat(outage(outcome).severity()).isEqualTo(Severity.ERROR);
    assertThat(outage(outcome).message())
        .startsWith("web had no pod available")
        .endsWith(": evicted");
  }

  @Test
  void aCrashOfAllContainersIsAWarning() {
    Outcome outcome = play(deployment(2), Deeds.crash(Kinds.DEPLOYMENT, "web"));

    assertThat(outage(outcome).severity()).isEqualTo(Severity.WARNING);
    assertThat(outage(outcome).message())
        .startsWith("web had no pod available for at least 1.0 s")
        .endsWith(": container main: Error");
    assertThat(outcome.conclusion().get(0)).isEqualTo("web has 2 pods, all ready");
  }

  @Test
  void aChangeThatStopsAllBeforeItStartsNewOnesIsAWarning() {
    String recreate =
        deployment(2).replace("  replicas: 2", "  replicas: 2\n  strategy: {type: Recreate}");
    Outcome outcome = change(recreate);

    assertThat(outage(outcome).severity()).isEqualTo(Severity.WARNING);
    assertThat(outage(outcome).message()).endsWith(": scaled down by deployment/web");
    assertThat(outage(outcome).remedy())
        .hasValueSatisfying(remedy -> assertThat(remedy).contains("maxUnavailable: 0"));
  }

  @Test
  void aChangeThatKeepsToTheRulesOfItsRolloutIsWell() {
    Outcome outcome = change(deployment(4));

    assertThat(outcome.conclusion().get(0)).isEqualTo("All is well: web has 4 pods, all ready");
  }

  private static Outcome change(String before) {
    List<InputObject> old = DryRuns.objects(before);
    List<AppliedManifest> after = DryRuns.objects(before.replace("web:1", "web:2")).stream()
        .map(object -> new AppliedManifest(object, Optional.empty()))
        .toList();
    ChangeRun.Change change =
        new ChangeRun.Change(old, List.of(), after, Map.of(), List.of(), false);
    return ChangeRun.of(change, DryRuns.OPTIONS).outcome();
  }
}
