package dev.seaworthy.simulate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.manifest.ManifestReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioFileTest {

  @Test
  void readsStepsWithTheirNumbersAndVerbs() {
    ScenarioFile file = read("""
        steps:
        - apply: [a.yaml, b.yaml]
        - settle: {quiet: 1m30s}
        """);

    assertThat(file.scenario().orElseThrow().steps())
        .containsExactly(
            new Scenario.Line(
                1,
                "apply",
                new Location("test.yaml", 2, 3, 2, 8),
                new Step.Apply(List.of("a.yaml", "b.yaml"))),
            new Scenario.Line(
                2,
                "settle",
                new Location("test.yaml", 3, 3, 3, 9),
                new Step.Settle(Duration.ofSeconds(90))));
  }

  @Test
  void tellsWhereAVerbIsThatNobodyKnows() {
    ScenarioFile file = read("""
        steps:
        - settle: {}
        - aply: web.yaml
        """);

    assertThat(file.scenario()).isEmpty();
    assertThat(file.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.place().line()).isEqualTo(3);
      assertThat(problem.message()).startsWith("'aply' is no verb; known are ");
    });
  }

  @Test
  void tellsOfFieldsThatAVerbDoesNotHave() {
    ScenarioFile file = read("steps: [{scale: {target: Deployment/web, replica: 3}}]");

    assertThat(file.problems())
        .extracting(Diagnostic::message)
        .containsExactly("'replica' is not known here");
  }

  @Test
  void tellsOfTimesAndTargetsThatAreNone() {
    ScenarioFile file = read("steps: [{advance: soon}, {pause: web}]");

    assertThat(file.problems())
        .extracting(Diagnostic::message)
        .containsExactly(
            "the time must be a duration such as 3s, 500ms or 1m30s",
            "an object must be named as Kind/name, such as Deployment/web");
  }

  private static ScenarioFile read(String text) {
    return ScenarioFile.of(
        "test.yaml",
        new ManifestReader()
            .readValues("test.yaml", text.getBytes(StandardCharsets.UTF_8))
            .documents()
            .get(0)
            .root());
  }
}
