package dev.seaworthy.lint.source;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.lint.NamedKind;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleDocumentation;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.ValueProblems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One rule as it is written: {@code rule.yaml}, {@code README.md}, {@code good} and {@code bad}.
 *
 * @param folder where it lies
 * @param rule empty if anything in its definition is wrong
 * @param customKinds the custom kinds that it names
 * @param problems what is wrong, with the places
 */
public record RuleFolder(
    Path folder,
    Optional<Rule> rule,
    RuleDocumentation documentation,
    List<NamedKind> customKinds,
    List<Diagnostic> problems) {

  /** The code of what is wrong with a rule. */
  public static final String INVALID = "rule-invalid";

  private static final String DEFINITION = "rule.yaml";
  private static final String DOCUMENTATION = "README.md";
  private static final int MOST_BYTES = 1 << 20;

  public RuleFolder {
    customKinds = List.copyOf(customKinds);
    problems = List.copyOf(problems);
  }

  /** The folders in {@code folder}, by name; hidden ones are left out. */
  public static List<Path> in(Path folder) throws IOException {
    return in(folder, RuleFiles.DISK);
  }

  static List<Path> in(Path folder, RuleFiles files) throws IOException {
    return files.folders(folder).stream()
        .filter(entry -> !name(entry).startsWith("."))
        .toList();
  }

  /** Whose rule it is: only of a finished product is it known which kinds and fields there are. */
  private enum Origin {
    PRODUCT,
    PROJECT
  }

  /** Reads one that ships; {@code called} is what messages call its folder. */
  public static RuleFolder read(Path folder, String called, RuleExpressions expressions)
      throws IOException {
    return read(folder, called, expressions, Origin.PRODUCT, RuleFiles.DISK);
  }

  /** Reads one of a project's own, which may name kinds and fields that there are not. */
  static RuleFolder readOwn(
      Path folder, String called, RuleExpressions expressions, RuleFiles files) throws IOException {
    return read(folder, called, expressions, Origin.PROJECT, files);
  }

  private static RuleFolder read(
      Path folder, String called, RuleExpressions expressions, Origin origin, RuleFiles files)
      throws IOException {
    Optional<byte[]> text = files.read(folder.resolve(DEFINITION), MOST_BYTES);
    String named = called + "/" + DEFINITION;
    if (text.isEmpty()) {
      return broken(folder, List.of(lacking(called)));
    }
    ValueProblems problems = new ValueProblems(INVALID, named);
    Node root = problems.only(new ManifestReader().readValues(named, text.get()), "a rule");
    if (!problems.isEmpty()) {
      return broken(folder, problems.all());
    }
    RuleReader reader = new RuleReader(root, problems, expressions);
    Rule rule = reader.read(name(folder));
    if (origin == Origin.PROJECT && problems.isEmpty()) {
      reader.requireKinds();
      reader.requireFields(rule);
    }
    return new RuleFolder(
        folder,
        problems.isEmpty() ? Optional.of(rule) : Optional.empty(),
        new RuleDocumentation(readme(folder, files), reader.covers()),
        origin == Origin.PROJECT ? reader.customKinds(rule) : List.of(),
        problems.all());
  }

  private static String readme(Path folder, RuleFiles files) throws IOException {
    return files
        .read(folder.resolve(DOCUMENTATION), MOST_BYTES)
        .map(text -> new String(text, StandardCharsets.UTF_8))
        .orElse("");
  }

  private static RuleFolder broken(Path folder, List<Diagnostic> problems) {
    return new RuleFolder(
        folder, Optional.empty(), new RuleDocumentation("", List.of()), List.of(), problems);
  }

  /** Whether {@code folder} has the definition of a rule. */
  static boolean isOne(Path folder, RuleFiles files) {
    return files.has(folder.resolve(DEFINITION));
  }

  static Diagnostic lacking(String called) {
    return problem(called, "this folder of a rule has no " + DEFINITION);
  }

  static Diagnostic problem(String file, String message) {
    return Diagnostic.of(INVALID, Severity.ERROR, message, Location.ofFile(file));
  }

  private static String name(Path folder) {
    return Objects.requireNonNull(folder.getFileName(), "a folder has a name").toString();
  }

  /** The examples of a kind, {@code good} or {@code bad}, by name: files, and folders of files. */
  public List<Path> examples(String kind) throws IOException {
    Path examples = folder.resolve(kind);
    if (!Files.isDirectory(examples)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(examples)) {
      return new ArrayList<>(entries.sorted().toList());
    }
  }
}
