package dev.seaworthy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One test an example: in {@code good} its rule finds nothing, in {@code bad} exactly what is marked. */
class RuleExamplesTest {

  private static final Path RULES = Path.of("../rules/src/main/resources/dev/seaworthy/rules");
  private static final Pattern EXPECTATION = Pattern.compile("# <- (?<rule>[a-z0-9-]+)");
  private static final RuleCatalog CATALOG = RuleCatalog.load();

  @TestFactory
  Stream<DynamicTest> examples() {
    return CATALOG.all().stream()
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

  private static void check(Rule rule, Path file, String kind) throws IOException {
    byte[] text = Files.readAllBytes(file);
    List<Integer> expected = expectedLines(new String(text, StandardCharsets.UTF_8), rule);
    assertThat(expected.isEmpty()).as("no expectation in %s", kind).isEqualTo(kind.equals("good"));
    assertThat(lines(rule, text)).isEqualTo(expected);
  }

  private static List<Integer> lines(Rule rule, byte[] text) {
    Reading reading = new ManifestReader().read("example.yaml", text);
    assertThat(reading.problems()).isEmpty();
    return Lint.with(CATALOG, ExampleSettings.of(rule, new String(text, StandardCharsets.UTF_8)))
        .run(reading)
        .stream()
        .filter(d -> d.code().equals(rule.id())
            || d.code().equals(Linter.RULE_FAILED) && d.message().contains(rule.id()))
        .peek(d -> assertThat(d.code()).as(d.message()).isEqualTo(rule.id()))
        .map(Diagnostic::place)
        .map(place -> place.line())
        .toList();
  }

  private static List<Integer> expectedLines(String text, Rule rule) {
    List<Integer> lines = new ArrayList<>();
    List<String> all = text.lines().toList();
    for (int i = 0; i < all.size(); i++) {
      Matcher matcher = EXPECTATION.matcher(all.get(i));
      while (matcher.find()) {
        assertThat(matcher.group("rule")).isEqualTo(rule.id());
        lines.add(i + 1);
      }
    }
    return lines;
  }

  private static List<Path> files(Rule rule, String kind) {
    try (Stream<Path> files = Files.list(RULES.resolve(rule.id()).resolve(kind))) {
      return List.copyOf(new TreeSet<>(files.toList()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
