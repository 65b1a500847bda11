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
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
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
  private static final Pattern EXPECTATION =
      Pattern.compile("# <- (?<rule>[a-z0-9-]+)(?: \\((?<severity>error|warning|info)\\))?");
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

  private static void check(Rule rule, Path example, String kind) throws IOException {
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    Map<String, String> texts = texts(example);
    texts.forEach((file, text) -> expected.addAll(expected(file, text, rule)));
    for (Diagnostic finding : findings(rule, texts)) {
      String place = finding.place().file() + ":" + finding.place().line();
      boolean severity = expected.contains(place + " " + finding.severity().word());
      found.add(severity ? place + " " + finding.severity().word() : place);
    }
    assertThat(expected.isEmpty()).as("no expectation in %s", kind).isEqualTo(kind.equals("good"));
    assertThat(found).isEqualTo(expected);
  }

  private static List<Diagnostic> findings(Rule rule, Map<String, String> texts) {
    List<Reading> readings = new ArrayList<>();
    texts.forEach((file, text) ->
        readings.add(new ManifestReader().read(file, text.getBytes(StandardCharsets.UTF_8))));
    assertThat(readings).flatExtracting(Reading::problems).isEmpty();
    return Lint.with(CATALOG, ExampleSettings.of(rule, String.join("\n", texts.values())))
        .run(readings.toArray(Reading[]::new))
        .stream()
        .filter(d -> d.code().equals(rule.id())
            || d.code().equals(Linter.RULE_FAILED) && d.message().contains(rule.id()))
        .peek(d -> assertThat(d.code()).as(d.message()).isEqualTo(rule.id()))
        .toList();
  }

  /** {@code file:line}, with the severity where the example says one. */
  private static List<String> expected(String file, String text, Rule rule) {
    List<String> places = new ArrayList<>();
    List<String> all = text.lines().toList();
    for (int i = 0; i < all.size(); i++) {
      Matcher matcher = EXPECTATION.matcher(all.get(i));
      while (matcher.find()) {
        assertThat(matcher.group("rule")).isEqualTo(rule.id());
        String severity = matcher.group("severity");
        places.add(file + ":" + (i + 1) + (severity == null ? "" : " " + severity));
      }
    }
    return places;
  }

  /** The files of an example by their names: one, or all those of a folder. */
  private static Map<String, String> texts(Path example) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    if (Files.isRegularFile(example)) {
      texts.put("example.yaml", Files.readString(example));
      return texts;
    }
    try (Stream<Path> files = Files.walk(example)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(example.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return texts;
  }

  private static List<Path> files(Rule rule, String kind) {
    try (Stream<Path> files = Files.list(RULES.resolve(rule.id()).resolve(kind))) {
      return List.copyOf(new TreeSet<>(files.toList()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
