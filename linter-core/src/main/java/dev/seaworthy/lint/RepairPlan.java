package dev.seaworthy.lint;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.edit.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A rule's fix, ready to be made in any object. */
final class RepairPlan {

  private static final RepairPlan NONE = new RepairPlan(List.of(), Each.OBJECT, true);

  private final List<Step> steps;
  private final Each each;
  private final boolean safe;

  private RepairPlan(List<Step> steps, Each each, boolean safe) {
    this.steps = steps;
    this.each = each;
    this.safe = safe;
  }

  /** A change without its place. */
  private record Step(Mark mark, Function<FieldPath, Change> change) {}

  /** That of {@code rule}; none where nobody wants fixes. */
  static RepairPlan of(Rule rule, LintSettings settings) {
    if (!settings.fixes() || rule.fix().filter(RuleFix::isComplete).isEmpty()) {
      return NONE;
    }
    RuleFix fix = rule.fix().get();
    List<Step> steps = new ArrayList<>();
    for (Map.Entry<String, String> one : fix.rename().entrySet()) {
      steps.add(
          new Step(Mark.parse(one.getKey()), path -> new Change.Rename(path, one.getValue())));
    }
    for (Map.Entry<String, Node> one : fix.put().entrySet()) {
      steps.add(new Step(Mark.parse(one.getKey()), path -> new Change.Put(path, one.getValue())));
    }
    fix.remove().forEach(one -> steps.add(new Step(Mark.parse(one), Change.Remove::new)));
    return new RepairPlan(steps, rule.each(), fix.safe() == RuleFix.Safety.TRUE);
  }

  /** Whether it leaves findings as they are. */
  boolean isNone() {
    return steps.isEmpty();
  }

  /** {@code finding} with its repair, where the rule judges what is at {@code judged}. */
  Finding on(Finding finding, FieldPath judged) {
    if (steps.isEmpty()) {
      return finding;
    }
    Map<FieldPath, Change> changes = new LinkedHashMap<>();
    for (Step step : steps) {
      FieldPath path = step.mark().in(finding.object(), judged);
      boolean idle = finding.object().at(path).isAbsent()
          && !(step.change().apply(path) instanceof Change.Put);
      if (!idle) {
        changes.put(path, step.change().apply(path));
      }
    }
    return finding.withRepair(new Repair(List.copyOf(changes.values()), safe));
  }

  /**
   * The same for a finding of a rule's Java that brings no repair of its own: the rule judges the
   * object, its pod spec, or the container that the finding lies in.
   */
  Finding on(Finding finding) {
    return steps.isEmpty() || finding.repair().isPresent()
        ? finding
        : on(finding, judged(finding.object(), finding.path()));
  }

  private FieldPath judged(InputObject object, FieldPath found) {
    FieldPath pod = object.template().map(PodTemplate::specPath).orElse(FieldPath.ROOT);
    return switch (each) {
      case OBJECT -> FieldPath.ROOT;
      case POD -> pod;
      case CONTAINER -> container(object, found);
      case REFERENCE -> found;
    };
  }

  private static FieldPath container(InputObject object, FieldPath found) {
    List<FieldPath> way = found.steps();
    List<Container> containers = object.template().map(PodTemplate::containers).orElse(List.of());
    return containers.stream()
        .map(Container::path)
        .filter(way::contains)
        .findFirst()
        .orElse(found);
  }
}
