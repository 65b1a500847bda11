package dev.seaworthy.lint;

import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.api.Release;
import dev.seaworthy.cel.CelProgram;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputGraph;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run of some of the rules: of those about single objects, or of those about relations. */
final class RuleRun {

  private final RulesByKind rules;
  private final ApiLifecycle lifecycle;
  private final Release release;
  private final Optional<InputGraph> input;

  private RuleRun(
      RulesByKind rules, ApiLifecycle lifecycle, Release release, Optional<InputGraph> input) {
    this.rules = rules;
    this.lifecycle = lifecycle;
    this.release = release;
    this.input = input;
  }

  static RuleRun ofObjects(RulesByKind rules, ApiLifecycle lifecycle, Release release) {
    return new RuleRun(rules, lifecycle, release, Optional.empty());
  }

  static RuleRun ofRelations(
      RulesByKind rules, ApiLifecycle lifecycle, Release release, InputGraph input) {
    return new RuleRun(rules, lifecycle, release, Optional.of(input));
  }

  /** What the rules say of one object. Of an object that the server refuses, a rule may fail. */
  List<Diagnostic> judge(InputObject object, boolean rejected, Fixes fixes) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    boolean removed = isRemoved(object);
    boolean controlled = object.isControlled();
    boolean hasPods = !controlled && object.template().isPresent();
    RulesByKind.OfKind ofKind = rules.of(object.kind());
    Views views = null;
    for (ActiveRule rule : hasPods ? ofKind.all() : ofKind.withoutPods()) {
      boolean asked = !removed || concernsRemoved(rule.rule());
      if (asked && !(controlled && concernsOwner(rule.rule()))) {
        views = views == null ? views(object) : views;
        judge(rule, views, rejected, fixes, diagnostics);
      }
    }
    return diagnostics;
  }

  private boolean isRemoved(InputObject object) {
    return lifecycle
        .find(object.resource().gvk())
        .filter(entry -> entry.isRemovedIn(release))
        .isPresent();
  }

  /** Of what the release no longer serves only this is told: that it does not, and how it relates. */
  private static boolean concernsRemoved(Rule rule) {
    return rule.id().startsWith("api-")
        || rule.id().startsWith("object-")
        || rule.category().equals("relations");
  }

  /** What a controller makes is as its owner says, which is looked at instead. */
  private static boolean concernsOwner(Rule rule) {
    return rule.category().equals("workloads") || rule.category().equals("availability");
  }

  /** The ways to look at an object. {@code graph} is there once all files are read. */
  private record Views(
      Scope whole,
      Optional<Scope> pod,
      List<ContainerView> containers,
      Optional<ResourceGraph> graph) {}

  private record ContainerView(Container.Role role, Scope scope) {}

  private Views views(InputObject object) {
    Optional<ResourceGraph> graph = input.map(all -> all.seenFrom(object));
    Scope whole = Scope.ofObject(object, graph);
    Optional<PodTemplate> template = object.template().filter(t -> !object.isControlled());
    if (template.isEmpty()) {
      return new Views(whole, Optional.empty(), List.of(), graph);
    }
    Scope pod = whole.pod(template.get(), graph, release);
    List<ContainerView> containers = new ArrayList<>();
    for (Container container : template.get().containers()) {
      containers.add(new ContainerView(container.role(), pod.container(container)));
    }
    return new Views(whole, Optional.of(pod), containers, graph);
  }

  /** The boundary: whatever a rule does, the others run. */
  private void judge(
      ActiveRule rule, Views views, boolean rejected, Fixes fixes, List<Diagnostic> diagnostics) {
    try {
      for (Finding finding : findings(rule, views)) {
        requireAbout(views.whole().object(), finding);
        if (finding.isAboutPlaceholder() || isYetToChange(finding, rule.rule())) {
          continue;
        }
        diagnostics.add(finding.toDiagnostic(rule, fixes.of(finding)));
      }
    } catch (CelProgram.Failure | RuntimeException failure) {
      if (!rejected) {
        diagnostics.add(failed(rule, views.whole().object(), failure));
      }
    }
  }

  /** What is to be told of a file, and what is to be kept quiet there, is known by its own objects. */
  private static void requireAbout(InputObject object, Finding finding) {
    if (finding.object() != object) {
      throw new IllegalStateException(
          "it speaks of " + finding.object().name() + ", where another object is judged");
    }
  }

  /**
   * Rules about one object, and those about rights, are told of what is written; only patches that are
   * known silence them.
   */
  private boolean isYetToChange(Finding finding, Rule rule) {
    return input.isPresent() && !rule.category().equals("access")
        ? finding.isUnsettled()
        : finding.object().placement().customization().patches(finding.path());
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
    if (active.isJava()) {
      List<Finding> found = active.check(views.whole().object(), views.graph());
      return active.repair().isNone() || found.isEmpty()
          ? found
          : found.stream().map(active.repair()::on).toList();
    }
    return switch (active.rule().each()) {
      case OBJECT -> active.judge(views.whole());
      case POD -> views.pod().isPresent() ? active.judge(views.pod().get()) : List.of();
      case CONTAINER -> containerFindings(active, views);
      case REFERENCE -> referenceFindings(active, views);
    };
  }

  private static List<Finding> containerFindings(ActiveRule active, Views views)
      throws CelProgram.Failure {
    List<Finding> findings = new ArrayList<>(0);
    for (ContainerView container : views.containers()) {
      if (active.looksAt(container.role())) {
        findings.addAll(active.judge(container.scope()));
      }
    }
    return findings.size() < 2 ? findings : firstOfEachPlace(findings);
  }

  /** What the pod writes for all of its containers is one cause, and so one finding. */
  private static List<Finding> firstOfEachPlace(List<Finding> findings) {
    Set<FieldPath> told = new HashSet<>();
    List<Finding> firsts = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      if (told.add(finding.path())) {
        firsts.add(finding);
      }
    }
    return firsts;
  }

  private static List<Finding> referenceFindings(ActiveRule active, Views views)
      throws CelProgram.Failure {
    ResourceGraph graph = ActiveRule.known(views.graph());
    ClosedWorld world = new ClosedWorld(graph, active.context().settings());
    return new ReferenceRule(active, graph, world).judge(views.whole());
  }
}
