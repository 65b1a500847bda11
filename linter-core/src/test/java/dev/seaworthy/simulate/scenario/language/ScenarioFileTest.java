package dev.seaworthy.simulate.scenario.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.simulate.scenario.verb.Verbs;
import java.nio.charset.StandardCharsets;
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

    List<Scenario.Line> steps = file.scenario().orElseThrow().steps();
    assertThat(steps).extracting(Scenario.Line::number).containsExactly(1, 2);
    assertThat(steps).extracting(Scenario.Line::verb).containsExactly("apply", "settle");
    assertThat(steps)
        .extracting(Scenario.Line::place)
        .containsExactly(
            new Location("test.yaml", 2, 3, 2, 8), new Location("test.yaml", 3, 3, 3, 9));
    assertThat(steps.get(0).step().manifests()).containsExactly("a.yaml", "b.yaml");
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
      assertThat(problem.message()).isEqualTo("'aply' is no verb; did you mean 'apply'?");
    });
  }

  @Test
  void tellsOfFieldsThatAVerbDoesNotHave() {
    ScenarioFile file = read("steps: [{drain: {node: n1, timeuot: 3s}}]");

    assertThat(file.problems())
        .extracting(Diagnostic::message)
        .containsExactly("'timeuot' is not known here; did you mean 'timeout'?");
  }

  @Test
  void tellsOfSelectorsThatSelectNothingByTheirForm() {
    ScenarioFile file = read("""
        steps:
        - containerCrash: {selector: "app in web"}
        - get: {kind: pods, selector: "a b"}
        - find: {kind: Pod, selector: [a]}
        - expect: {pods: {selector: "=web"}, count: 3}
        """);

    assertThat(file.problems())
        .extracting(problem -> problem.place().line() + ":" + problem.place().column())
        .containsExactly("2:30", "3:31", "4:31", "5:29");
    assertThat(file.problems().get(0).message())
        .startsWith("'app in web' is no condition on a label; conditions are such as app=web");
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
            .root(),
        Verbs.all());
  }
}
