package dev.seaworthy.lint.source;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.lint.NamedKind;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.manifest.FileProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules that a project has written for itself: a folder of the same form as that of the rules
 * which ship, but without Java.
 *
 * @param folders one a rule, by name
 * @param problems what is wrong with any of them; if there is something, none of them counts
 */
public record OwnRules(List<RuleFolder> folders, List<Diagnostic> problems) {

  /** Nobody writes so many; a folder that holds more is another one. */
  private static final int MOST = 1_000;

  /** So many folders that are no rules are named, others are counted. */
  private static final int MOST_TOLD = 3;

  public OwnRules {
    folders = List.copyOf(folders);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the rules of {@code folder}.
   *
   * @param called what messages call the folder
   */
  public static OwnRules in(Path folder, String called) {
    return in(folder, called, RuleFiles.DISK);
  }

  /** The same of a folder that lies among {@code files}. */
  public static OwnRules in(Path folder, String called, RuleFiles files) {
    if (!files.isFolder(folder)) {
      return broken(called, "there is no such folder of rules");
    }
    try {
      List<Path> inside = RuleFolder.in(folder, files);
      if (inside.isEmpty() || inside.size() > MOST) {
        return broken(
            called,
            inside.isEmpty()
                ? "this folder has no rules: each is a folder in it"
                : "this folder has more than " + MOST + " folders");
      }
      return read(inside, called, files);
    } catch (IOException unreadable) {
      return broken(called, "the rules cannot be read: " + FileProblem.named(unreadable));
    }
  }

  private static OwnRules broken(String called, String message) {
    return new OwnRules(List.of(), List.of(RuleFolder.problem(called, message)));
  }

  private static OwnRules read(List<Path> all, String called, RuleFiles files) throws IOException {
    List<Path> inside = new ArrayList<>();
    List<Path> others = new ArrayList<>();
    for (Path one : all) {
      (RuleFolder.isOne(one, files) ? inside : others).add(one);
    }
    if (inside.isEmpty() && others.size() > 1) {
      return broken(
          called,
          "none of the " + others.size()
              + " folders in it is a rule, which has a rule.yaml: name the"
              + " folder that holds yours");
    }
    RuleExpressions expressions = new RuleExpressions(Rule.Form.LIBRARY);
    Set<String> taken = new HashSet<>();
    RuleCatalog.load().all().forEach(rule -> taken.add(rule.id()));
    List<RuleFolder> folders = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    others.stream()
        .limit(MOST_TOLD)
        .forEach(one -> problems.add(RuleFolder.lacking(named(called, one))));
    if (others.size() > MOST_TOLD) {
      problems.add(RuleFolder.problem(
          called, others.size() - MOST_TOLD + " more of its folders have no rule.yaml"));
    }
    for (Path one : inside) {
      String named = named(called, one);
      RuleFolder folder = RuleFolder.readOwn(one, named, expressions, files);
      folders.add(folder);
      problems.addAll(folder.problems());
      folder.rule().ifPresent(rule -> problems.addAll(objections(rule, named, taken)));
    }
    return new OwnRules(folders, problems);
  }

  private static String named(String called, Path folder) {
    return Path.of(called, String.valueOf(folder.getFileName())).toString();
  }

  private static List<Diagnostic> objections(Rule rule, String named, Set<String> taken) {
    List<Diagnostic> objections = new ArrayList<>();
    if (taken.contains(rule.id())) {
      objections.add(RuleFolder.problem(
          named, "there is a rule " + rule.id() + " already, which ships with the product"));
    }
    if (rule.condition() instanceof Rule.JavaCheck) {
      objections.add(RuleFolder.problem(
          named, "'check' names Java of the product; a rule of your own says 'holds'"));
    }
    return objections;
  }

  /** The rules, if nothing is wrong. */
  public List<Rule> rules() {
    return problems.isEmpty()
        ? folders.stream().flatMap(folder -> folder.rule().stream()).toList()
        : List.of();
  }

  /** The custom kinds that they name. */
  public List<NamedKind> customKinds() {
    return folders.stream().flatMap(folder -> folder.customKinds().stream()).toList();
  }
}
