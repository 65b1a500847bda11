package dev.seaworthy.lint;

import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.cel.CelEnvironment;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.check.ObjectCheck;
import dev.seaworthy.lint.check.ObjectChecks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the rules of everything in an input. What the API server itself objects to is not told again
 * here; the verdict's causes are findings of their own.
 */
public final class Linter {

  /** The code of a rule that failed while it ran: nothing is known then of what it looks for. */
  public static final String RULE_FAILED = "rule-failed";

  private final RuleCatalog catalog;
  private final LintSettings settings;
  private final List<ActiveRule> rules = new ArrayList<>();
  private final Map<String, ObjectCheck> checks = new HashMap<>();
  private final CelEnvironment environment = Vocabulary.environment();

  private Linter(RuleCatalog catalog, LintSettings settings) {
    this.catalog = catalog;
    this.settings = settings;
    for (Rule rule : catalog.all()) {
      if (settings.runs(rule)) {
        rules.add(new ActiveRule(rule, settings, environment));
      }
    }
    ObjectChecks.all().forEach(check -> checks.put(check.getClass().getSimpleName(), check));
  }

  /** A linter that runs the rules of {@code catalog} which the settings ask for. */
  public static Linter of(RuleCatalog catalog, LintSettings settings) {
    return new Linter(catalog, settings);
  }

  /**
   * Makes ready what the first rule would have to wait for, which takes a while. Worth a thread of its
   * own while the input is still being read.
   */
  public Linter prepare() {
    environment.prepare();
    return this;
  }

  /**
   * Findings by file, line, column and rule; with them, suppressions that are wrong and rules that
   * failed.
   */
  public List<Diagnostic> lint(LintInput input) {
    LintedObjects objects = LintedObjects.of(input);
    ResourceGraph graph =
        new ResourceGraph(objects.all(), objects.unreadable(), settings.defaultNamespace());
    RuleRun run = new RuleRun(rules, checks, graph, ApiLifecycle.builtIn(), settings);
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (LintInput.File file : input.files()) {
      Suppressions suppressions = Suppressions.of(file, objects.of(file), catalog);
      List<Diagnostic> ofFile = new ArrayList<>();
      for (InputObject object : objects.of(file)) {
        ofFile.addAll(suppressions.keep(run.judge(object, objects.isRejected(object)), object));
      }
      diagnostics.addAll(ofFile);
      diagnostics.addAll(suppressions.problems());
    }
    diagnostics.sort(Diagnostic.ORDER);
    return diagnostics;
  }
}
