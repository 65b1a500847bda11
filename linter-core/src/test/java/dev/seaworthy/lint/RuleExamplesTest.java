package dev.seaworthy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.lint.check.LintChecks;
import dev.seaworthy.lint.source.RuleExample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One test an example, a file or a folder of files: in {@code good} its rule finds nothing, in {@code
 * bad} exactly what is marked.
 */
class RuleExamplesTest {

  private static final Path RULES = Path.of("../rules/src/main/resources/dev/seaworthy/rules");
  private static final RuleCatalog CATALOG = RuleCatalog.load();

  /** Which rules to try, as a pattern of their names: a run over mutants of a few needs no others. */
  private static final Pattern ONLY = Pattern.compile(System.getProperty("examples.rules", ".*"));

  @TestFactory
  Stream<DynamicTest> examples() {
    return CATALOG.all().stream()
        .filter(rule -> ONLY.matcher(rule.id()).matches())
        .flatMap(rule -> Stream.concat(examples(rule, "good"), examples(rule, "bad")));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleHasTwoOfEach() {
    return CATALOG.all().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> {
          assertThat(files(rule, "good")).hasSizeGreaterThanOrEqualTo(2);
          assertThat(files(rule, "bad")).hasSizeGreaterThanOrEqualTo(2);
        }));
  }

  private static Stream<DynamicTest> examples(Rule rule, String kind) {
    return files(rule, kind).stream()
        .map(file -> DynamicTest.dynamicTest(
            rule.id() + "/" + kind + "/" + file.getFileName(),
            file.toUri(),
            () -> check(rule, file, kind)));
  }

  private static void check(Rule rule, Path example, String kind) throws IOException {
    assertThat(RuleExample.read(example).objections(rule, kind, LintChecks::find))
        .isEmpty();
  }

  private static List<Path> files(Rule rule, String kind) {
    try (Stream<Path> files = Files.list(RULES.resolve(rule.id()).resolve(kind))) {
      return List.copyOf(new TreeSet<>(files.toList()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
