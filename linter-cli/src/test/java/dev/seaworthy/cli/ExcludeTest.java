package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left out of an input, by the user or by the names of files, is counted and never lost. */
class ExcludeTest {

  private static final String GOOD =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop}}\n";

  @TempDir
  Path folder;

  @BeforeEach
  void aFolderWithAMistakeInEachCorner() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    given(".gitignore", "build/\n");
    given("good.yaml", GOOD);
    given("charts/web/values.yaml", "bad: [\n");
    given("deep/charts/values.yaml", "bad: [\n");
    given(".github/bad.yaml", "bad: [\n");
    given("build/bad.yaml", "bad: [\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "lint", "dry-run"})
  void leavesOutWhatAPatternMatches(String command) {
    Run run = Run.of(command, "--exclude", "charts/", folder.toString());

    assertThat(run.out())
        .contains(
            "Passed over: 1 hidden file or folder, 1 ignored file or folder, 2 excluded files");
    assertThat(run.status()).isZero();
  }

  @Test
  void leavesOutWhatIsNamedAsAHookDoes() {
    Run run = Run.of(
        "lint",
        "--exclude",
        "values.yaml",
        folder.resolve("charts/web/values.yaml").toString());

    assertThat(run.out()).contains("1 excluded file");
    assertThat(run.status()).isZero();
  }

  @Test
  void theLastPatternThatSpeaksOfAFileCounts() {
    Run run = Run.of(
        "validate", "--exclude", "values.yaml", "--exclude", "!values.yaml", folder.toString());

    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void pathsOfPatternsCountFromTheirFolder() {
    Input input = Input.paths(folder.toString()).excluding(folder, List.of("/charts/"));

    assertThat(input.size()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "["})
  void aPatternThatMeansNothingIsRefused(String pattern) {
    Run run = Run.of("lint", "--exclude", pattern, folder.toString());

    assertThat(run.err()).contains("--exclude: the pattern '" + pattern + "' matches nothing");
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void tellsWhereWhatWasPassedOverIs() {
    Run run = Run.of("lint", "--not-kubernetes", "note", "--exclude", "charts", folder.toString());

    assertThat(run.out())
        .contains("/.github: info: what is hidden is not looked at")
        .contains("/build: info: an ignore file leaves this out")
        .contains("/charts/web/values.yaml: info: the file is excluded");
  }

  @Test
  void whatIsNamedIsJudgedThoughItIsHiddenOrIgnored() {
    Run run = Run.of("validate", folder.resolve(".github").toString());

    assertThat(run.status()).isEqualTo(1);
  }

  private void given(String name, String text) throws IOException {
    new Workspace(folder).given(name, text);
  }
}
