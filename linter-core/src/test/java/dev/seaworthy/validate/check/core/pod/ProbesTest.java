package dev.seaworthy.validate.check.core.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProbesTest {

  private static List<String> causes(String fields) {
    return Judged.causes("containers: [{name: main, image: i, " + fields + "}]");
  }

  @Test
  void aProbeDoesOneThing() {
    assertThat(causes("livenessProbe: {}"))
        .containsExactly("Required spec.containers[0].livenessProbe");
    assertThat(causes("livenessProbe: {exec: {command: [a]}, tcpSocket: {port: 1}}"))
        .containsExactly("Forbidden spec.containers[0].livenessProbe.tcpSocket");
  }

  @Test
  void onlyReadinessCountsSeveralSuccesses() {
    assertThat(causes("readinessProbe: {exec: {command: [a]}, successThreshold: 2}"))
        .isEmpty();
    assertThat(causes("livenessProbe: {exec: {command: [a]}, successThreshold: 2}"))
        .containsExactly("Invalid spec.containers[0].livenessProbe.successThreshold");
  }

  @Test
  void readinessEndsNothing() {
    assertThat(causes("readinessProbe: {exec: {command: [a]}, terminationGracePeriodSeconds: 1}"))
        .containsExactly("Invalid spec.containers[0].readinessProbe.terminationGracePeriodSeconds");
  }

  @Test
  void aPortIsANumberOrAName() {
    assertThat(causes("livenessProbe: {httpGet: {port: web}}")).isEmpty();
    assertThat(causes("livenessProbe: {httpGet: {port: '80'}}"))
        .containsExactly("Invalid spec.containers[0].livenessProbe.httpGet.port");
    assertThat(causes("livenessProbe: {httpGet: {}}"))
        .containsExactly("Invalid spec.containers[0].livenessProbe.httpGet.port");
  }

  @Test
  void aHookSleepsNoLongerThanThePodHas() {
    assertThat(Judged.causes("""
                terminationGracePeriodSeconds: 10
                containers: [{name: main, image: i, lifecycle: {preStop: {sleep: {seconds: 11}}}}]
                """))
        .containsExactly("Invalid spec.containers[0].lifecycle.preStop.sleep");
  }
}
