package dev.seaworthy.lint.source;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.FixSet;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.lint.LintCheck;
import dev.seaworthy.lint.LintInput;
import dev.seaworthy.lint.LintSettings;
import dev.seaworthy.lint.Linter;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An example of a rule, a file or a folder of files that are linted together. {@code # <- RULE} on a
 * line says that the rule finds something there, {@code # <- RULE (info)} with which severity.
 *
 * @param files the texts by their names
 */
public record RuleExample(Map<String, String> files) {

  private static final Pattern EXPECTATION =
      Pattern.compile("# <- (?<rule>[a-z0-9-]+)(?: \\((?<severity>error|warning|info)\\))?");
  private static final int MOST_ROUNDS = 8;

  /** For rules that people write. */
  static final Function<String, Optional<LintCheck>> NO_JAVA = name -> Optional.empty();

  public RuleExample {
    files = Map.copyOf(files);
  }

  /** Reads one. */
  public static RuleExample read(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return new RuleExample(Map.of(String.valueOf(path.getFileName()), Files.readString(path)));
    }
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(path.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return new RuleExample(texts);
  }

  /**
   * What {@code rule} does not do as the example says, in words; empty if all is as it should be.
   *
   * @param kind {@code good}, where nothing may be expected, or {@code bad}, where something must be
   * @param checks the product's Java by name, for rules that name it
   */
  public List<String> objections(
      Rule rule, String kind, Function<String, Optional<LintCheck>> checks) {
    List<String> objections = new ArrayList<>();
    List<String> expected = expected(rule, objections);
    if (expected.isEmpty() != kind.equals("good")) {
      objections.add(
          kind.equals("good")
              ? "an example in good expects a finding"
              : "no line is marked with # <- " + rule.id());
    }
    List<String> found = new ArrayList<>();
    for (Diagnostic finding : findings(rule, checks, objections)) {
      String place = finding.place().file() + ":" + finding.place().line();
      String exact = place + " " + finding.severity().word();
      found.add(expected.contains(exact) ? exact : place);
    }
    compare(expected, found, objections);
    return objections;
  }

  /**
   * What the fix of {@code rule} does not mend of this example, in words; empty where it mends
   * everything.
   */
  List<String> unmended(Rule rule) {
    RuleExample after = this;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      RuleExample next = after.mended(rule);
      if (next.equals(after)) {
        break;
      }
      after = next;
    }
    List<String> objections = new ArrayList<>();
    after
        .findings(rule, NO_JAVA, objections)
        .forEach(finding -> objections.add(
            "its fix does not mend what is found at " + finding.field().orElse("")));
    return objections;
  }

  private RuleExample mended(Rule rule) {
    Map<String, FixSet> fixes = new HashMap<>();
    for (Diagnostic finding : findings(rule, NO_JAVA, new ArrayList<>())) {
      finding
          .fix()
          .ifPresent(fix -> fixes
              .computeIfAbsent(finding.place().file(), file -> new FixSet())
              .add(fix));
    }
    Map<String, String> after = new HashMap<>(files);
    fixes.forEach((file, set) -> {
      SourceText source = new SourceText(file, text(file).getBytes(StandardCharsets.UTF_8));
      after.put(file, new String(source.edited(set.edits()).utf8(), StandardCharsets.UTF_8));
    });
    return new RuleExample(after);
  }

  private static void compare(List<String> expected, List<String> found, List<String> objections) {
    List<String> missing = new ArrayList<>(expected);
    found.forEach(missing::remove);
    List<String> more = new ArrayList<>(found);
    expected.forEach(more::remove);
    missing.forEach(place -> objections.add("nothing is found at " + place));
    more.forEach(place -> objections.add("a finding at " + place + " is not expected"));
  }

  /** {@code file:line}, with the severity where the example says one. */
  private List<String> expected(Rule rule, List<String> objections) {
    List<String> places = new ArrayList<>();
    for (String file : files.keySet().stream().sorted().toList()) {
      List<String> lines = text(file).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        Matcher matcher = EXPECTATION.matcher(lines.get(i));
        while (matcher.find()) {
          String severity = matcher.group("severity");
          String place = file + ":" + (i + 1);
          places.add(severity == null ? place : place + " " + severity);
          if (!rule.id().equals(matcher.group("rule"))) {
            objections.add(place + " expects the rule " + matcher.group("rule"));
          }
        }
      }
    }
    return places;
  }

  private String text(String file) {
    return Objects.requireNonNull(files.get(file), file);
  }

  private List<Diagnostic> findings(
      Rule rule, Function<String, Optional<LintCheck>> checks, List<String> objections) {
    List<LintInput.File> read = new ArrayList<>();
    for (String file : files.keySet().stream().sorted().toList()) {
      read.add(read(file, objections));
    }
    return linter(rule, checks).lint(LintInput.of(read)).stream()
        .filter(finding -> isOfRule(finding, rule, objections))
        .toList();
  }

  private LintInput.File read(String file, List<String> objections) {
    Reading reading = new ManifestReader().read(file, text(file).getBytes(StandardCharsets.UTF_8));
    reading.problems().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .forEach(problem -> objections.add(problem.place() + ": " + problem.message()));
    List<LintInput.Item> items = reading.documents().stream()
        .map(document -> new LintInput.Item(document, false))
        .toList();
    return new LintInput.File(items, reading::source);
  }

  private Linter linter(Rule rule, Function<String, Optional<LintCheck>> checks) {
    LintSettings settings =
        ExampleSettings.of(rule, String.join("\n", files.values())).withFixes();
    Release known = settings.release().isSupported() ? settings.release() : Release.NEWEST;
    return Linter.of(RuleCatalog.of(List.of(rule)), checks, settings, BuiltInCatalog.of(known));
  }

  private static boolean isOfRule(Diagnostic finding, Rule rule, List<String> objections) {
    if (finding.code().equals(Linter.RULE_FAILED)) {
      objections.add(finding.place() + ": " + finding.message());
    }
    return finding.code().equals(rule.id());
  }
}
