package dev.seaworthy.build;

import dev.seaworthy.cel.CelExpressionCompiler;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.lint.RuleDocumentation;
import dev.seaworthy.lint.Vocabulary;
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
final class RuleCompiler {

  private RuleCompiler() {}

  /** One folder a rule; a broken one stops the build and says which. */
  static void compile(Path rulesFolder, Path classes) throws IOException {
    CelExpressionCompiler expressions = new CelExpressionCompiler(Vocabulary.environment());
    List<Rule> rules = new ArrayList<>();
    Map<String, RuleDocumentation> documentation = new TreeMap<>();
    for (Path folder : foldersIn(rulesFolder)) {
      String id = folder.getFileName().toString();
      Path file = folder.resolve("rule.yaml");
      RuleFile rule =
          new RuleFile(id, RuleYaml.parse(file.toString(), Files.readString(file)), expressions);
      rules.add(rule.toRule());
      String readme = Files.readString(folder.resolve("README.md"));
      documentation.put(id, new RuleDocumentation(readme, rule.covers()));
    }
    Path output = Files.createDirectories(classes.resolve("dev/seaworthy/lint"));
    try (OutputStream out = open(output.resolve(RuleCatalog.RULES_FILE))) {
      RuleCatalog.write(rules, out);
    }
    try (OutputStream out = open(output.resolve(RuleCatalog.DOCUMENTATION_FILE))) {
      RuleCatalog.writeDocumentation(documentation, out);
    }
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
