package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.outcome.TimelineText;
import dev.seaworthy.simulate.scenario.Stories;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container that uses more memory than its limit is killed, as the kernel of its node does it. */
class MemoryLimitTest {

  private static final String WEB = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
            - {name: web, image: 'web:1', resources: {limits: {memory: 128Mi}}}
      """;

  private static final String HELPER = "      - {name: log, image: 'log:1'}\n";

  @TempDir
  Path folder;

  private Outcome play(String manifest, String load, String time) {
    return Stories.in(folder)
        .with("web.yaml", manifest)
        .play("""
            cluster: {nodes: [{name: node-, count: 2}]}
            steps:
            - apply: web.yaml
            - settle: {}
            - load: {target: Deployment/web, memory: %s}
            - advance: %s
            """.formatted(load, time))
        .outcome();
  }

  private static String timeline(Outcome outcome) {
    return TimelineText.full(outcome.timeline());
  }

  @Test
  void whatItsPodsShareMayBeAsMuchAsTheirLimits() {
    assertThat(timeline(play(WEB, "256Mi", "1m"))).doesNotContain("OOMKilled");
  }

  @Test
  void whatIsMoreKillsThemAgainAndAgain() {
    Outcome outcome = play(WEB, "300Mi", "1m");

    assertThat(timeline(outcome))
        .contains("container web: OOMKilled")
        .contains("started again, for the first time: it had ended with exit code 137")
        .contains("container web waits: CrashLoopBackOff");
    assertThat(outcome.pods()).allSatisfy(pod -> assertThat(pod.restarts()).isGreaterThan(1));
  }

  @Test
  void ofAPodWithoutALimitNobodyKnowsWhenItIsTooMuch() {
    assertThat(timeline(play(WEB + HELPER, "300Mi", "1m"))).doesNotContain("OOMKilled");
  }

  @Test
  void aPodThatGetsLittleEnoughComesBack() {
    String relief = "5s\n- load: {target: Deployment/web, memory: 1Mi}\n- advance: 1m";

    Outcome outcome = play(WEB, "300Mi", relief);

    assertThat(outcome.conclusion()).first().asString().startsWith("web has 2 pods");
  }
}
