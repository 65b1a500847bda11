package dev.seaworthy.simulate.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.manifest.ManifestReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    ProbeTimes times = ProbeTimes.of(new ManifestReader()
        .readValues("container.yaml", container.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root());

    assertThat(times.readyAfter(Duration.ofSeconds(up))).isEqualTo(Duration.ofSeconds(ready));
  }
}
