package dev.seaworthy.lint;

import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.cel.CelProgram;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.check.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of the rules over one graph. */
final class RuleRun {

  private final List<ActiveRule> rules;
  private final Map<String, ObjectCheck> checks;
  private final ResourceGraph graph;
  private final ApiLifecycle lifecycle;
  private final LintSettings settings;
  private final ClosedWorld world;

  RuleRun(
      List<ActiveRule> rules,
      Map<String, ObjectCheck> checks,
      ResourceGraph graph,
      ApiLifecycle lifecycle,
      LintSettings settings) {
    this.rules = rules;
    this.checks = checks;
    this.graph = graph;
    this.lifecycle = lifecycle;
    this.settings = settings;
    this.world = new ClosedWorld(graph, settings);
  }

  /** What the rules say of one object. Of an object that the server refuses, a rule may fail. */
  List<Diagnostic> judge(InputObject object, boolean rejected) {
    Scope whole = Scope.ofObject(object);
    Optional<PodTemplate> template = graph.templateOf(object).filter(t -> !object.isControlled());
    Optional<Scope> pod = template.map(t -> Scope.ofPod(t, graph));
    List<Container> containers = template.map(PodTemplate::containers).orElse(List.of());
    List<Diagnostic> diagnostics = new ArrayList<>();
    boolean removed = isRemoved(object);
    for (ActiveRule rule : rules) {
      if (rule.concerns(object) && (!removed || concernsRemoved(rule.rule()))) {
        diagnostics.addAll(judge(rule, new Views(whole, pod, containers), rejected));
      }
    }
    return diagnostics;
  }

  private boolean isRemoved(InputObject object) {
    return lifecycle
        .find(object.resource().gvk())
        .filter(entry -> entry.isRemovedIn(settings.release()))
        .isPresent();
  }

  /** Of what the release no longer serves only this is told: that it does not, and how it relates. */
  private static boolean concernsRemoved(Rule rule) {
    return rule.id().startsWith("api-")
        || rule.id().startsWith("object-")
        || rule.category().equals("relations");
  }

  /** The ways to look at an object. */
  private record Views(Scope whole, Optional<Scope> pod, List<Container> containers) {}

  /** The boundary: whatever a rule does, the others run. */
  private List<Diagnostic> judge(ActiveRule rule, Views views, boolean rejected) {
    try {
      return findings(rule, views).stream()
          .map(finding -> finding.toDiagnostic(rule.rule(), rule.severity()))
          .toList();
    } catch (CelProgram.Failure | RuntimeException failure) {
      return rejected ? List.of() : List.of(failed(rule, views.whole().object(), failure));
    }
  }

  private static Diagnostic failed(ActiveRule rule, InputObject object, Exception failure) {
    return Diagnostic.of(
            Linter.RULE_FAILED,
            Severity.ERROR,
            "the rule " + rule.rule().id() + " failed here: " + failure.getMessage(),
            object.locationOf(FieldPath.of("kind")))
        .withSubject(object.subject());
  }

  private List<Finding> findings(ActiveRule active, Views views) throws CelProgram.Failure {
    Rule rule = active.rule();
    if (rule.condition() instanceof Rule.JavaCheck java) {
      return javaFindings(active, java, views);
    }
    return switch (rule.each()) {
      case OBJECT -> active.judge(views.whole());
      case POD -> views.pod().isPresent() ? active.judge(views.pod().get()) : List.of();
      case CONTAINER -> containerFindings(active, views);
      case REFERENCE -> new ReferenceRule(active, graph, world).judge(views.whole());
    };
  }

  private List<Finding> containerFindings(ActiveRule active, Views views)
      throws CelProgram.Failure {
    List<Finding> findings = new ArrayList<>();
    for (Container container : views.containers()) {
      if (active.rule().roles().contains(container.role()) && views.pod().isPresent()) {
        findings.addAll(active.judge(views.pod().get().container(container)));
      }
    }
    return findings;
  }

  private List<Finding> javaFindings(ActiveRule active, Rule.JavaCheck java, Views views) {
    if (active.rule().each() != Each.OBJECT && views.pod().isEmpty()) {
      return List.of();
    }
    ObjectCheck check = checks.get(java.className());
    if (check == null) {
      throw new IllegalStateException("no check " + java.className());
    }
    CheckContext context =
        new CheckContext(active.rule(), graph, world, settings, lifecycle, active.parameters());
    return check.check(views.whole().object(), context);
  }
}
