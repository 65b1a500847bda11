package dev.seaworthy.build;

import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.lint.RuleDocumentation;
import dev.seaworthy.lint.source.RuleExpressions;
import dev.seaworthy.lint.source.RuleFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the folders of rules and writes the catalogue that the product loads. */
public final class RuleCompiler {

  private RuleCompiler() {}

  /** One folder a rule; a broken one stops the build and says which. */
  static void compile(Path rulesFolder, Path classes) throws IOException {
    List<Rule> rules = new ArrayList<>();
    Map<String, RuleDocumentation> documentation = new TreeMap<>();
    for (RuleFolder folder : read(rulesFolder, Rule.Form.COMPACT)) {
      rules.add(rule(folder));
      documentation.put(rule(folder).id(), folder.documentation());
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
    return read(rulesFolder, form).stream().map(RuleCompiler::rule).toList();
  }

  private static List<RuleFolder> read(Path rulesFolder, Rule.Form form) throws IOException {
    List<RuleFolder> folders = new ArrayList<>();
    if (Files.isDirectory(rulesFolder)) {
      RuleExpressions expressions = new RuleExpressions(form);
      for (Path folder : RuleFolder.in(rulesFolder)) {
        folders.add(RuleFolder.read(folder, folder.toString(), expressions));
      }
    }
    return folders;
  }

  private static Rule rule(RuleFolder folder) {
    return folder
        .rule()
        .orElseThrow(() -> new IllegalArgumentException(folder.problems().stream()
            .map(problem -> problem.place() + ": " + problem.message())
            .reduce("", (all, one) -> all + "\n" + one)));
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file));
  }
}
