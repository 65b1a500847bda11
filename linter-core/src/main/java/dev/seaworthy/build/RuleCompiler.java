package dev.seaworthy.build;

import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.lint.RuleDocumentation;
import dev.seaworthy.manifest.Node;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the folders of rules and writes the catalogue that the product loads. */
public final class RuleCompiler {

  private RuleCompiler() {}

  /** One folder a rule; a broken one stops the build and says which. */
  static void compile(Path rulesFolder, Path classes) throws IOException {
    RuleExpressions expressions = new RuleExpressions(Rule.Form.COMPACT);
    List<Rule> rules = new ArrayList<>();
    Map<String, RuleDocumentation> documentation = new TreeMap<>();
    for (Path folder : foldersIn(rulesFolder)) {
      RuleFile file = read(folder, expressions);
      Rule rule = file.toRule();
      rules.add(rule);
      String readme = Files.readString(folder.resolve("README.md"));
      documentation.put(rule.id(), new RuleDocumentation(readme, file.covers()));
    }
    Path output = Files.createDirectories(classes.resolve("dev/seaworthy/lint"));
    try (OutputStream out = open(output.resolve(RuleCatalog.RULES_FILE))) {
      RuleCatalog.write(rules, out);
    }
    try (OutputStream out = open(output.resolve(RuleCatalog.DOCUMENTATION_FILE))) {
      RuleCatalog.writeDocumentation(documentation, out);
    }
  }

  /**
   * The rules of a folder.
   *
   * @param form how their expressions are to run; those that are too much for the compact form are
   *     left to the library
   */
  public static List<Rule> rules(Path rulesFolder, Rule.Form form) throws IOException {
    RuleExpressions expressions = new RuleExpressions(form);
    List<Rule> rules = new ArrayList<>();
    for (Path folder : foldersIn(rulesFolder)) {
      rules.add(read(folder, expressions).toRule());
    }
    return rules;
  }

  private static RuleFile read(Path folder, RuleExpressions expressions) throws IOException {
    Path file = folder.resolve("rule.yaml");
    Node content = RuleYaml.parse(file.toString(), Files.readString(file));
    return new RuleFile(folder.getFileName().toString(), content, expressions);
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file));
  }

  private static List<Path> foldersIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }
}
