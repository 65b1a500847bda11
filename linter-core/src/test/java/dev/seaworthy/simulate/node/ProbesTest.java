package dev.seaworthy.simulate.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What probes make of a program that answers, late, or no longer. */
class ProbesTest {

  private static PodsOnANode web(Behaviour behaviour, String probes) {
    return PodsOnANode.playing(Map.of("web", behaviour))
        .pod("containers:\n- name: main\n  image: web\n" + probes.indent(2));
  }

  private static final Behaviour HANGS = Behaviour.NORMAL.neverReady();

  @Test
  void withoutAProbeWhatRunsIsTakenForReady() {
    assertThat(web(HANGS, "").afterSeconds(1).isReady()).isTrue();
  }

  @Test
  void aReadinessProbeKeepsAProgramThatHangsFromBeingReady() {
    PodsOnANode node = web(HANGS, "readinessProbe: {tcpSocket: {port: 80}}").afterSeconds(600);

    assertThat(node.isReady()).isFalse();
    assertThat(node.container("main")).isEqualTo("running");
  }

  @ParameterizedTest(name = "{0}: restarted after {1} s")
  @CsvSource(
      delimiter = '|',
      value = {
        "livenessProbe: {tcpSocket: {port: 80}}                                           | 20",
        "livenessProbe: {tcpSocket: {port: 80}, initialDelaySeconds: 30, periodSeconds: 5}| 40",
        "startupProbe: {tcpSocket: {port: 80}, periodSeconds: 5, failureThreshold: 4}     | 15"
      })
  void aProgramThatHangsIsRestarted(String probe, int seconds) {
    PodsOnANode node = web(HANGS, probe).afterSeconds(seconds);
    assertThat(node.container("main")).isEqualTo("running");

    node.afterSeconds(1);

    assertThat(node.container("main")).isEqualTo("terminated Error 137");
    assertThat(node.afterSeconds(1).restarts("main")).isEqualTo(1);
    assertThat(node.events()).anyMatch(event -> event.startsWith("Unhealthy: "));
  }

  @Test
  void aStartupProbeGivesASlowProgramTheTimeThatItNeeds() {
    PodsOnANode node = web(Behaviour.NORMAL.readyAfter(Duration.ofSeconds(55)), """
            startupProbe: {tcpSocket: {port: 80}, failureThreshold: 7}
            livenessProbe: {tcpSocket: {port: 80}, periodSeconds: 1, failureThreshold: 1}
            """);

    assertThat(node.afterSeconds(59).isReady()).isFalse();
    assertThat(node.afterSeconds(3).isReady()).isTrue();
    assertThat(node.restarts("main")).isZero();
  }

  @Test
  void aProgramThatFallsSilentIsNoLongerReadyAndThenRestarted() {
    Behaviour falters = Behaviour.NORMAL.unhealthyAfter(Duration.ofSeconds(60));
    PodsOnANode node = web(falters, """
            readinessProbe: {tcpSocket: {port: 80}, periodSeconds: 5, failureThreshold: 2}
            livenessProbe: {tcpSocket: {port: 80}, periodSeconds: 10, failureThreshold: 3}
            """);

    assertThat(node.afterSeconds(64).isReady()).isTrue();
    assertThat(node.afterSeconds(2).isReady()).isFalse();
    assertThat(node.restarts("main")).isZero();
    assertThat(node.afterSeconds(17).restarts("main")).isEqualTo(1);
    assertThat(node.isReady()).as("it answers again").isTrue();
  }

  @Test
  void aReadinessGateHasToBeOpenedBySomebodyElse() {
    PodsOnANode node = PodsOnANode.playing(Map.of())
        .pod("readinessGates: [{conditionType: lb}]\ncontainers: [{name: main, image: web}]\n")
        .afterSeconds(1);

    assertThat(node.condition("ContainersReady")).isEqualTo("True");
    assertThat(node.condition("Ready")).isEqualTo("False ReadinessGatesNotReady");
  }
}
