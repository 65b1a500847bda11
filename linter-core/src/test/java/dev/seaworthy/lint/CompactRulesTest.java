package dev.seaworthy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.build.RuleCompiler;
import dev.seaworthy.lint.source.ExampleSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What our evaluator says of the examples of all rules is what the CEL library says of them. */
class CompactRulesTest {

  private static final Path RULES = Path.of("../rules/src/main/resources/dev/seaworthy/rules");

  private static RuleCatalog compact = RuleCatalog.of(List.of());
  private static RuleCatalog library = RuleCatalog.of(List.of());

  @BeforeAll
  static void compileTwice() throws IOException {
    compact = RuleCatalog.of(RuleCompiler.rules(RULES, Rule.Form.COMPACT));
    library = RuleCatalog.of(RuleCompiler.rules(RULES, Rule.Form.LIBRARY));
  }

  @Test
  void noRuleThatShipsNeedsTheLibrary() {
    assertThat(RuleCatalog.load().all())
        .filteredOn(rule -> rule.condition() instanceof Rule.Expression expression
            && (expression.holds().form() == Rule.Form.LIBRARY
                || expression.message().form() == Rule.Form.LIBRARY))
        .extracting(Rule::id)
        .isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> bothSayTheSameOfEachExample() {
    return compact.all().stream()
        .filter(rule -> rule.condition() instanceof Rule.Expression)
        .flatMap(rule -> Stream.of("good", "bad").flatMap(kind -> examples(rule, kind)));
  }

  private static Stream<DynamicTest> examples(Rule rule, String kind) {
    return files(RULES.resolve(rule.id()).resolve(kind)).stream()
        .map(file -> DynamicTest.dynamicTest(
            rule.id() + "/" + kind + "/" + file.getFileName(),
            () -> assertSameFindings(rule, Files.readString(file))));
  }

  private static void assertSameFindings(Rule rule, String text) {
    LintSettings settings = ExampleSettings.of(rule, text).withProfile(RuleProfile.ALL);
    assertThat(Lint.with(compact, settings).run(text))
        .isEqualTo(Lint.with(library, settings).run(text));
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return List.copyOf(new TreeSet<>(files.filter(Files::isRegularFile).toList()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
