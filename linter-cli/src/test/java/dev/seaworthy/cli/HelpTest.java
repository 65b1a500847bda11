package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

/** Whoever asks for help gets it, of every command, in the width of a terminal. */
class HelpTest {

  private static final int WIDTH = 80;

  private static final String SERVICE =
      "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}],"
          + " sessionAffinity: Some}}\n";

  @Test
  void offersTheFormatsThatTheCommandTakes() {
    assertThat(narrow("lint", "--help"))
        .containsPattern("github, +json, +junit, +sarif, +text")
        .doesNotContain("observations");
    assertThat(narrow("validate", "--help")).contains("yaml").doesNotContain("observations");
    assertThat(narrow("dry-run", "--help")).contains("html", "observations");
  }

  @TestFactory
  Stream<DynamicTest> eachCommandShowsHelpWithTwoExamplesInTheWidthOfATerminal() {
    List<String> paths = new ArrayList<>();
    collect("", Commands.all(console(new StringWriter())), paths);
    return paths.stream()
        .map(path -> DynamicTest.dynamicTest("seaworthy" + path, () -> {
          String help = narrow((path + " --help").strip().split(" "));

          assertThat(help)
              .contains("Usage: seaworthy" + path)
              .contains("Examples:")
              .doesNotContain("null");
          assertThat(help.substring(help.indexOf("Examples:"))
                  .lines()
                  .filter(l -> l.contains("seaworthy")))
              .hasSizeGreaterThanOrEqualTo(2);
          assertThat(help.lines()).allMatch(line -> line.length() <= WIDTH);
        }));
  }

  @Test
  void whatAnOptionIsForIsOneParagraphThatTheTerminalWraps() {
    List<String> broken = new ArrayList<>();
    collectBroken(Commands.all(console(new StringWriter())), broken);

    assertThat(broken).isEmpty();
  }

  private static void collectBroken(CommandSpec spec, List<String> broken) {
    spec.options().stream()
        .filter(option -> option.description().length > 1)
        .forEach(option -> broken.add(spec.name() + " " + option.longestName()));
    spec.subcommands().values().forEach(line -> collectBroken(line.getCommandSpec(), broken));
  }

  @Test
  void helpWithACommandShowsThatCommand() {
    assertThat(narrow("help", "schema", "import")).isEqualTo(narrow("schema", "import", "--help"));
    assertThat(narrow("help")).isEqualTo(narrow("--help"));
  }

  @Test
  void theListOfCommandsSaysWholeSentences() {
    String help = narrow("--help").replaceAll("\\s+", " ");

    assertThat(help).contains("although a careful reviewer would not. validate");
  }

  @Test
  void theVersionIsACommandToo() {
    assertThat(narrow("version")).isEqualTo(narrow("--version")).contains("seaworthy");
  }

  @Test
  void aFileIsNamedAsForKubectl(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("web.yaml"), SERVICE);

    assertThat(Run.of("validate", "-f", file.toString()))
        .isEqualTo(Run.of("validate", file.toString()));
  }

  @Test
  void quietSaysALineForEachFindingAndNothingElse(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("web.yaml"), SERVICE);

    Run run = Run.of("validate", "-q", file.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().lines())
        .singleElement()
        .asString()
        .contains("web.yaml:1:", "sessionAffinity is 'Some'");
  }

  @Test
  void quietStillSaysWhatWasNotJudged() {
    Run run = Run.withInput(
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: a}}", "validate", "-q", "-");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .isEqualTo("1 object was not judged, because nobody has defined its kind: 1 Widget in"
            + " example.com/v1.\n");
  }

  @Test
  void verboseSaysWhatEachObjectWouldBeAnswered(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("web.yaml"), SERVICE);

    assertThat(Run.of("validate", "-v", file.toString()).out())
        .contains("web.yaml:1: Service web: 422, Invalid");
  }

  @Test
  void anOptionOfOneLetterIsNoSlipForAnother() {
    assertThat(Run.of("lint", "-x").err())
        .contains("no option '-x'")
        .doesNotContain("did you mean");
  }

  private static void collect(String path, CommandSpec spec, List<String> paths) {
    paths.add(path);
    spec.subcommands()
        .forEach((name, line) -> collect(path + " " + name, line.getCommandSpec(), paths));
  }

  private static String narrow(String... args) {
    StringWriter out = new StringWriter();
    assertThat(Main.run(console(out), args)).isEqualTo(0);
    return out.toString();
  }

  private static Console console(StringWriter out) {
    return new Console(
        new ByteArrayInputStream(new byte[0]),
        new PrintWriter(out),
        new PrintWriter(new StringWriter()),
        Map.of("COLUMNS", Integer.toString(WIDTH)),
        List.of(),
        Path.of(""));
  }
}
