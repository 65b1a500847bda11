package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code dry-run --scenarios}: a team's stories as tests, told as a test runner tells. */
class ScenariosTest {

  private static final String POD = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec: {containers: [{name: web, image: "web:1"}]}
      """;

  @TempDir
  Path folder;

  @BeforeEach
  void givenAFolderOfTests() throws IOException {
    file("good/web.yaml", POD);
    file("good/scenario.yaml", """
        steps:
        - apply: web.yaml
        - expect: {pods: {name: web}, ready: 1, within: 10s}
        - settle: {}
        """);
    file("release.scenario.yaml", """
        name: a release
        steps:
        - apply: good/web.yaml
        - settle: {}
        - expect: {pods: {name: web}, ready: 2}
        """);
    file("broken.scenario.yaml", "steps: [{aply: web.yaml}]");
    file("notes.yaml", "this: is no scenario");
  }

  private void file(String name, String text) throws IOException {
    new Workspace(folder).given(name, text);
  }

  @Test
  void eachIsALineAndWhatWasOtherwiseStandsBelow() {
    Run run = Run.of("dry-run", "--scenarios", folder.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().replace(folder.toString(), "tests"))
        .contains("FAIL  tests/broken.scenario.yaml: broken (0 expectations, 0s played)")
        .contains(
            "tests/broken.scenario.yaml:1:10: error: 'aply' is no verb; did you mean 'apply'?")
        .contains("PASS  tests/good/scenario.yaml: good (1 expectation, 3s played)")
        .contains(
            "FAIL  tests/release.scenario.yaml: a release (1 expectation, 1 failed, 3s played)")
        .contains("release.scenario.yaml:5:38: error: expected 2 ready pods, found 1")
        .contains("what happened: seaworthy dry-run --scenario tests/release.scenario.yaml")
        .endsWith("3 scenarios: 1 passed, 2 failed.\n");
  }

  @Test
  void anImageThatNothingNamesMakesNoStoryPass() throws IOException {
    file("good/scenario.yaml", """
        images: {"wbe:1": {pull: fails}}
        steps: [{apply: web.yaml}, {settle: {}}]
        """);

    Run run = Run.of("dry-run", "--scenarios", folder.resolve("good").toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("scenario.yaml:1:10: error: no manifest and no step of the story names the image"
            + " 'wbe:1'");
  }

  @Test
  void allThatPassExitWithZero() {
    Run run = Run.of("dry-run", "--scenarios", folder.resolve("good").toString());

    assertThat(run.status()).isZero();
    assertThat(run.out()).endsWith("1 scenario: 1 passed.\n");
  }

  @Test
  void jsonHasAnEntryAStory() throws IOException {
    Run run = Run.of("dry-run", "--scenarios", folder.toString(), "-o", "json");

    JsonNode report = JsonMapper.shared().readTree(run.out());
    assertThat(report.at("/passed").asInt()).isEqualTo(1);
    assertThat(report.at("/failed").asInt()).isEqualTo(2);
    JsonNode release = report.at("/scenarios/2");
    assertThat(release.at("/name").asString()).isEqualTo("a release");
    assertThat(release.at("/passed").asBoolean()).isFalse();
    assertThat(release.at("/problems/0/rule").asString()).isEqualTo("expectation-failed");
    assertThat(release.at("/problems/0/line").asInt()).isEqualTo(5);
  }

  @Test
  void junitHasATestAStory() {
    Run run = Run.of("dry-run", "--scenarios", folder.toString(), "-o", "junit");

    assertThat(run.out())
        .contains("<testsuites name=\"seaworthy dry-run\" tests=\"3\" failures=\"2\" errors=\"0\">")
        .contains("<testcase name=\"good\" classname=\"" + folder + "/good\"/>")
        .contains("<failure message=\"expected 2 ready pods, found 1\"");
  }

  @Test
  void aFolderWithoutAnyIsAMistake() {
    Run run = Run.of("dry-run", "--scenarios", "../rules/src/main/resources");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("there is no scenario");
  }

  @Test
  void showingOneAndTestingAllContradictEachOther() {
    Run run = Run.of("dry-run", "--scenario", "a.yaml", "--scenarios", folder.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("leave one out");
  }

  @Test
  void observationsAreOfOneStoryPlayedAsTheCorpusWas() throws IOException {
    String story = folder.resolve("good").toString();

    JsonNode recorded = JsonMapper.shared()
        .readTree(Run.of("dry-run", "--scenario", story, "-o", "observations").out());
    JsonNode usual = JsonMapper.shared()
        .readTree(Run.of("dry-run", "--scenario", story, "-o", "json").out());

    assertThat(recorded.propertyNames()).contains("scenario", "observations");
    assertThat(usual.propertyNames())
        .contains("states", "timeline", "problems")
        .doesNotContain("observations", "rejections", "lookups");
    assertThat(Run.of("dry-run", "-o", "observations", folder.toString()).err())
        .contains("-o observations tells of a story");
    assertThat(Run.of("lint", "-o", "observations", folder.toString()).err())
        .contains("-o observations says nothing about what lint is asked");
  }
}
