package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person can get wrong on the command line: status 2, a line or two, and no stack trace. */
class UserMistakeTest {

  private static final String ACCEPTED =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {greeting: hello}}";

  @TempDir
  Path folder;

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("no-such-story does not exist", "dry-run", "--scenario", "no-such-story"),
        mistake("no such file or folder", "validate", "--previous", "nowhere", "-"),
        mistake("no such file or folder", "lint", "--previous", "nowhere", "-"),
        mistake(
            "holds no object", "validate", "--previous", "src/test/resources/no-object.yaml", "-"),
        mistake("no revision no-such-one", "validate", "--against", "no-such-one", "."),
        mistake("leave one of them out", "lint", "--against", "HEAD", "--previous", "x", "-"),
        mistake(
            "both name pod-bare: leave one of them out",
            "lint",
            "--enable",
            "pod-bare,pdb-missing",
            "--disable",
            "pod-bare",
            "-"),
        mistake("no such file or folder", "validate", "nowhere"),
        mistake("no such file or folder", "lint", "nowhere"),
        mistake("no such file or folder", "dry-run", "nowhere"),
        mistake("no such file or folder", "lint", "nowhere[.yaml"),
        mistake("no such file or folder", "validate", "--previous", "nowhere{", "-"),
        mistake("no such file or folder", "validate", "--crds", "nowhere[", "-"),
        mistake("no such file or folder", "validate", "--policies", "nowhere[", "-"),
        mistake("nowhere[/x", "schema", "import", "-o", "target/nowhere", "nowhere[/x"),
        mistake("is no release of Kubernetes", "validate", "-k", "rubbish", "-"),
        mistake("is no release of Kubernetes", "validate", "-k", "", "-"),
        mistake("1.999 is not known here", "validate", "-k", "1.999", "-"),
        mistake("from 0 to 10000", "dry-run", "--nodes", "2147483647", "-"),
        mistake("from 0 to 10000", "dry-run", "--nodes", "99999999999999999999", "-"),
        mistake("from 1 to 256", "lint", "-j", "0", "-"),
        mistake("from 1 to 256", "lint", "-j", "2147483647", "-"),
        mistake("there is no folder", "init", "nowhere"),
        mistake("'x' is unknown; it can be existing, nothing", "dry-run", "--assume", "x", "-"),
        mistake("did you mean existing?", "dry-run", "--assume", "exsting", "-"),
        mistake("it can be bash, zsh, fish, powershell", "completion", "tcsh"),
        mistake("'x' is no whole number such as 42", "dry-run", "--seed", "x", "-"),
        mistake("--get is given without a value", "dry-run", "--get", ",,,", "-"),
        mistake("--fail-node is given without a value", "dry-run", "--fail-node", "", "-"),
        mistake("--namespace is given without a value", "dry-run", "-n", "", "-"),
        mistake("--nodes is given without a value", "dry-run", "--nodes", "", "-"),
        mistake("--cache is given without a value", "lint", "--cache", "", "-"),
        mistake("--config is given without a value", "lint", "--config", "", "-"),
        mistake("--enable is given without a value", "lint", "--enable", ",", "-"),
        mistake("--output is given without a value", "schema", "export", "-o", ""),
        mistake("FOLDER is given without a value", "init", ""));
  }

  private static Arguments mistake(String told, String... command) {
    return Arguments.of(told, command);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("mistakes")
  void isToldWithoutAStackTrace(String told, String... command) {
    Run run = Run.withInput(ACCEPTED, command);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out() + run.err())
        .contains(told)
        .doesNotContain("\tat ")
        .doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"graph", "dry-run"})
  void nothingIsShownOfAPathThatLeadsNowhere(String command) {
    Run run = Run.of(command, "nowhere", "../examples/pod");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("nowhere: ", "there is no such file or folder");
  }

  @Test
  void aReportIsNeverWrittenOverAManifestOfAFolder() throws IOException {
    Path manifest = Files.writeString(folder.resolve("web.json"), ACCEPTED);

    Run run = Run.of("validate", "-o", "json=" + manifest, folder.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("there is a manifest already; name another file");
    assertThat(manifest).hasContent(ACCEPTED);
  }

  @Test
  void aReportTakesThePlaceOfTheLastOne() throws IOException {
    Path manifest = Files.writeString(folder.resolve("web.yaml"), ACCEPTED);
    String report = "json=" + folder.resolve("report.json");

    Run.of("validate", "-o", report, manifest.toString());
    Run again = Run.of("validate", "-o", report, manifest.toString());

    assertThat(again.status()).isZero();
  }

  @Test
  void aReportIsNeverWrittenOverWhatIsToBeRead() throws IOException {
    Path manifest = Files.writeString(folder.resolve("web.json"), ACCEPTED);

    Run run = Run.of("validate", "-o", "json=" + manifest, manifest.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("it is to be read; name another file");
    assertThat(manifest).hasContent(ACCEPTED);
  }

  @Test
  void aReportGoesThroughALinkAndLeavesItALink() throws IOException {
    Path real = Files.writeString(folder.resolve("real.json"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);

    assertThat(Run.withInput(ACCEPTED, "validate", "-o", "json=" + link, "-").status())
        .isZero();

    assertThat(link).isSymbolicLink();
    assertThat(real).content().startsWith("{\"kubernetes\"");
  }
}
