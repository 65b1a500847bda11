package dev.seaworthy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.FixSet;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.lint.source.ExampleSettings;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.validate.ApiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a rule objects to in its bad examples is gone after its own fixes, no other default rule objects
 * to what they write, and what the API server accepts it accepts still.
 */
class RuleFixesTest {

  private static final Path RULES = Path.of("../rules/src/main/resources/dev/seaworthy/rules");
  private static final RuleCatalog CATALOG = RuleCatalog.load();
  private static final Lint RECOMMENDED = Lint.recommended();
  private static final int MOST_ROUNDS = 8;

  /** In another version an object is another one to the server, and to other rules. */
  private static final String OTHER_VERSION = "api-version-";

  @TestFactory
  Stream<DynamicTest> fixesMendWhatTheyAreFor() {
    return CATALOG.all().stream()
        .flatMap(rule -> examples(rule).stream()
            .map(file -> DynamicTest.dynamicTest(
                rule.id() + "/" + file.getFileName(), file.toUri(), () -> check(rule, file))));
  }

  /** A rule's folder tells of a fix if examples show one, and of what kind. */
  @TestFactory
  Stream<DynamicTest> foldersTellOfFixes() {
    return CATALOG.all().stream()
        .map(rule -> DynamicTest.dynamicTest(
            rule.id(), () -> assertThat(rule.fix().map(RuleFix::safe)).isEqualTo(shown(rule))));
  }

  private static Optional<RuleFix.Safety> shown(Rule rule) throws IOException {
    Set<Boolean> kinds = new HashSet<>();
    for (Path file : examples(rule)) {
      Lint lint = Lint.with(CATALOG, settings(rule, file).withFixes());
      for (Diagnostic finding : found(rule, Files.readString(file), lint)) {
        finding.fix().ifPresent(fix -> kinds.add(fix.safe()));
      }
    }
    return kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            kinds.size() == 2
                ? RuleFix.Safety.SOMETIMES
                : kinds.contains(true) ? RuleFix.Safety.TRUE : RuleFix.Safety.FALSE);
  }

  private static void check(Rule rule, Path file) throws IOException {
    String before = withoutExpectations(Files.readString(file));
    LintSettings settings = settings(rule, file);
    Lint lint = Lint.with(CATALOG, settings.withFixes());
    String after = before;
    String last = "";
    for (int round = 0; round < MOST_ROUNDS && !after.equals(last); round++) {
      last = after;
      after = fixed(rule, after, lint);
    }
    if (!after.equals(before)) {
      assertThat(found(rule, after, lint))
          .as(after)
          .noneMatch(finding -> finding.fix().isPresent());
      if (!rule.id().startsWith(OTHER_VERSION)) {
        assertThat(others(rule, after)).as(after).isSubsetOf(others(rule, before));
        assertThat(accepted(after, settings)).as(after).containsAll(accepted(before, settings));
      }
      assertThat(after.lines().filter(line -> line.strip().startsWith("#")))
          .containsAll(
              before.lines().filter(line -> line.strip().startsWith("#")).toList());
    }
  }

  private static String fixed(Rule rule, String text, Lint lint) {
    FixSet fixes = new FixSet();
    found(rule, text, lint).forEach(finding -> finding.fix().ifPresent(fixes::add));
    SourceText source = new SourceText("example.yaml", utf8(text));
    return new String(source.edited(fixes.edits()).utf8(), StandardCharsets.UTF_8);
  }

  private static List<Diagnostic> found(Rule rule, String text, Lint lint) {
    return lint.run(read(text)).stream()
        .filter(finding -> finding.code().equals(rule.id()))
        .toList();
  }

  /** What other rules of the default profile find: rule and object. */
  private static Set<String> others(Rule rule, String text) {
    return RECOMMENDED.run(read(text)).stream()
        .filter(finding -> !finding.code().equals(rule.id()))
        .map(finding -> finding.code() + " " + finding.subject().map(s -> s.kind() + s.name()))
        .collect(Collectors.toSet());
  }

  private static List<String> accepted(String text, LintSettings settings) {
    ApiServer server = ApiServer.of(BuiltInCatalog.of(settings.release()));
    List<String> accepted = new ArrayList<>();
    for (Document document : read(text).documents()) {
      if (server.create(document.root()).accepted()) {
        accepted.add(document.root().get("kind").text()
            + document.root().at("metadata", "name").text());
      }
    }
    return accepted;
  }

  private static String withoutExpectations(String text) {
    return text.replaceAll("(?m) *# <- .*$", "");
  }

  private static Reading read(String text) {
    return new ManifestReader().read("example.yaml", utf8(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static LintSettings settings(Rule rule, Path file) throws IOException {
    return ExampleSettings.of(rule, Files.readString(file));
  }

  private static List<Path> examples(Rule rule) {
    try (Stream<Path> files = Files.list(RULES.resolve(rule.id()).resolve("bad"))) {
      return List.copyOf(new TreeSet<>(files.filter(Files::isRegularFile).toList()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
