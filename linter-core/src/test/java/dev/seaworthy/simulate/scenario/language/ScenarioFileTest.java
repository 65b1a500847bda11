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

  @Test
  void overrulesNothingInSilence() {
    ScenarioFile twice = read("""
        name: a
        steps: [{settle: {}}]
        name: b
        """);
    ScenarioFile documents = read("""
        steps: [{settle: {}}]
        ---
        steps: []
        """);

    assertThat(toldOf(twice)).containsExactly("3:1 'name' is written twice");
    assertThat(toldOf(documents)).containsExactly("3:1 a scenario is one document");
  }

  @Test
  void aStoryInWhichNothingHappensIsNone() {
    assertThat(toldOf(read("steps: []")))
        .containsExactly("1:8 'steps' must be a list of what happens, such as - apply: web.yaml");
  }

  @Test
  void tellsOfNodesThatCanBeNone() {
    ScenarioFile file = read("""
        cluster:
          nodes:
          - {name: a, memory: 8GB}
          - {name: b, cpu: four}
          - {name: c, pods: -1}
          - {name: D_e}
          - {name: f, taints: ["key=value:Never"]}
          - {name: g, labels: {a b: c}}
          - {name: h, extended: {example.com/gpu: few}}
        steps:
        - addNode: {name: i, memory: lots}
        """);

    assertThat(file.problems())
        .extracting(problem -> problem.place().line() + ":" + problem.place().column())
        .containsExactly("3:23", "4:20", "5:21", "6:12", "7:23", "8:23", "9:25", "11:30");
    assertThat(file.problems().get(0).message())
        .startsWith("'memory' is no quantity")
        .contains("8Gi");
  }

  @Test
  void tellsOfNodesOfOneName() {
    ScenarioFile file = read("""
        cluster:
          nodes: [{name: node-, count: 3}, {name: node-2}]
        steps: [{settle: {}}]
        """);

    assertThat(toldOf(file))
        .containsExactly("2:43 there is a node 'node-2' already; each needs a name of its own");
  }

  @Test
  void tellsOfANamespaceAndImagesThatAreNone() {
    assertThat(toldOf(read("""
        namespace: My_Team
        images: [web]
        steps: [{settle: {}}]
        """)))
        .satisfiesExactlyInAnyOrder(
            told -> assertThat(told).startsWith("1:12 'namespace' must be lower case"),
            told -> assertThat(told).startsWith("2:9 'images' must be a map of images"));
  }

  @Test
  void tellsOfNumbersThatNothingCanHave() {
    ScenarioFile file = read("""
        images: {"web:1": {restarts: -1, exits: {code: 4294967296}}}
        steps: [{podFails: {name: web, exitCode: 256}}]
        """);

    assertThat(file.problems())
        .extracting(Diagnostic::message)
        .contains(
            "'restarts' must be a whole number from 0 to 2147483647",
            "'code' must be a whole number from 0 to 255",
            "'exitCode' must be a whole number from 0 to 255");
  }

  private static List<String> toldOf(ScenarioFile file) {
    return file.problems().stream()
        .map(problem ->
            problem.place().line() + ":" + problem.place().column() + " " + problem.message())
        .toList();
  }

  private static ScenarioFile read(String text) {
    return ScenarioFile.of(
        "test.yaml",
        new ManifestReader().readValues("test.yaml", text.getBytes(StandardCharsets.UTF_8)),
        Verbs.all());
  }
}
