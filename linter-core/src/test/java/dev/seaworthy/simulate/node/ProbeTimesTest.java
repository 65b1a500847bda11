package dev.seaworthy.simulate.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.manifest.ManifestReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long after its start a container is ready whose program answers well from then on. */
class ProbeTimesTest {

  @ParameterizedTest(name = "{0}, program up after {1} s: ready after {2} s")
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                                    |  0 |  0",
        "{}                                                                    |  3 |  3",
        "{readinessProbe: {}}                                                  |  0 |  0",
        "{readinessProbe: {initialDelaySeconds: 15}}                           |  0 | 20",
        "{readinessProbe: {periodSeconds: 5}}                                  |  3 |  5",
        "{readinessProbe: {periodSeconds: 5, successThreshold: 3}}             |  0 | 10",
        "{startupProbe: {initialDelaySeconds: 60}}                             |  0 | 60",
        "{startupProbe: {periodSeconds: 4}, readinessProbe: {}}                | 10 | 12",
        "{startupProbe: {initialDelaySeconds: 60}, "
            + "readinessProbe: {initialDelaySeconds: 65}}                      |  0 | 70",
      })
  void isReadyWhenItsProbesHaveSeenIt(String container, int up, int ready) {
    assertThat(times(container).readyAfter(Duration.ofSeconds(up)))
        .contains(Duration.ofSeconds(ready));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{readinessProbe: {httpGet: {port: http}}}",
        "{startupProbe: {tcpSocket: {port: http}}, ports: [{name: web, containerPort: 80}]}",
      })
  void isNeverReadyWhereAProbeAsksAtAPortThatItHasNot(String container) {
    assertThat(times(container).readyAfter(Duration.ZERO)).isEmpty();
  }

  @Test
  void isNotGivenUpForAPortThatItHasNot() {
    ProbeTimes times = times("{livenessProbe: {httpGet: {port: http}}}");

    assertThat(times.readyAfter(Duration.ZERO)).contains(Duration.ZERO);
    assertThat(times.givesUp(Duration.ZERO, true)).as("nobody has looked").isEmpty();
  }

  private static ProbeTimes times(String container) {
    return ProbeTimes.of(new ManifestReader()
        .readValues("container.yaml", container.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root());
  }
}
