package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.check.core.pod.ResourceNames;
import dev.seaworthy.validate.format.IntOrPercent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Workloads that an update takes away for a while, or that no update reaches. */
final class WorkloadUpdateStrategy implements RelationCheck {

  private static final FieldPath STRATEGY = FieldPath.of("spec", "strategy");
  private static final FieldPath UPDATE_STRATEGY = FieldPath.of("spec", "updateStrategy");

  @Override
  public List<Finding> check(InputObject workload, RelationContext context) {
    if (workload.template().isEmpty()) {
      return List.of();
    }
    FieldPath strategy = workload.at(UPDATE_STRATEGY).isPresent() ? UPDATE_STRATEGY : STRATEGY;
    String type = workload.at(strategy.child("type")).text();
    if (type.isEmpty() || context.texts("allowed").contains(type)) {
      return bounds(workload, strategy.child("rollingUpdate"), context);
    }
    return type.equals("OnDelete")
            || isServing(workload.template().get(), context)
                && !replacesForGoodReason(workload.template().get(), context)
        ? List.of(Finding.at(workload, strategy.child("type"), words(type)))
        : List.of();
  }

  private static String words(String type) {
    return type.equals("OnDelete")
        ? "no update reaches a pod before somebody deletes it"
        : "with " + type + " nothing answers the Service during an update";
  }

  private static boolean isServing(PodTemplate template, RelationContext context) {
    return !context.graph().selecting().servicesOf(template).isEmpty();
  }

  /**
   * Two pods side by side would want the same volume, the same port of the node, or one device more
   * than there may be.
   */
  private static boolean replacesForGoodReason(PodTemplate template, RelationContext context) {
    return !SingleWriterClaims.of(template, context.graph()).isEmpty()
        || template.spec().get("hostNetwork").isTrue()
        || template.containers().stream()
            .flatMap(container -> container.node().get("ports").items().stream())
            .anyMatch(port -> port.get("hostPort").longOr(0) > 0)
        || template.containers().stream().anyMatch(WorkloadUpdateStrategy::holdsDevices);
  }

  /** A new pod waits for the devices of an old one, which goes only when the new one is ready. */
  private static boolean holdsDevices(Container container) {
    return Stream.of("limits", "requests")
        .flatMap(field -> container.node().at("resources", field).entries().stream())
        .anyMatch(entry ->
            ResourceNames.isExtended(entry.key()) && !entry.value().text().equals("0"));
  }

  private static List<Finding> bounds(
      InputObject workload, FieldPath rolling, RelationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (String field : List.of("maxUnavailable", "maxSurge")) {
      Node written = workload.at(rolling.child(field));
      for (Bound bound : Bound.of(field, context)) {
        bound
            .objection(written)
            .ifPresent(words ->
                findings.add(Finding.at(workload, rolling.child(field), field + " " + words)));
      }
    }
    return findings;
  }

  /**
   * A number, or a percentage, that a field must not go beyond; those of the other form are no
   * measure.
   */
  private record Bound(IntOrPercent value, String text, boolean isUpper) {

    static List<Bound> of(String field, RelationContext context) {
      String name = field.substring("max".length());
      List<Bound> bounds = new ArrayList<>();
      add(context.parameter("least" + name), false, bounds);
      add(context.parameter("most" + name), true, bounds);
      return bounds;
    }

    private static void add(Node parameter, boolean isUpper, List<Bound> bounds) {
      if (!parameter.text().isEmpty()) {
        bounds.add(new Bound(IntOrPercent.of(parameter), parameter.text(), isUpper));
      }
    }

    Optional<String> objection(Node written) {
      IntOrPercent value = IntOrPercent.of(written);
      boolean isComparable = written.isPresent() && value.percent() == this.value.percent();
      boolean beyond =
          isUpper ? value.value() > this.value.value() : value.value() < this.value.value();
      return isComparable && beyond
          ? Optional.of("must be at " + (isUpper ? "most " : "least ") + text)
          : Optional.empty();
    }
  }
}
