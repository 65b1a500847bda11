package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.lint.Wildcard;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Optional;

/** Versions of custom kinds that their definition, or what is known of their makers, takes for old. */
final class ApiCustomVersionDeprecated implements RelationCheck {

  private static final GroupKind DEFINITION =
      GroupKind.of("apiextensions.k8s.io", "CustomResourceDefinition");

  private static final FieldPath API_VERSION = FieldPath.of("apiVersion");
  private static final FieldPath VERSIONS = FieldPath.of("spec", "versions");

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    GroupVersionKind gvk = object.resource().gvk();
    if (gvk.group().isEmpty()) {
      return List.of();
    }
    return context
        .graph()
        .definitionOf(object.kind())
        .map(definition -> byDefinition(object, definition, context))
        .orElseGet(() -> byTable(object, context))
        .map(List::of)
        .orElse(List.of());
  }

  private static Optional<Finding> byDefinition(
      InputObject object, InputObject definition, RelationContext context) {
    Optional<FieldPath> version = versionOf(object, definition);
    Optional<Finding> finding = version.flatMap(place -> ofVersion(object, definition, place));
    return finding.filter(told -> !isServedByAnother(object, context));
  }

  private static Optional<FieldPath> versionOf(InputObject object, InputObject definition) {
    String version = object.resource().gvk().version();
    List<Node> versions = definition.at(VERSIONS).items();
    for (int i = 0; i < versions.size(); i++) {
      if (versions.get(i).get("name").text().equals(version)) {
        return Optional.of(VERSIONS.index(i));
      }
    }
    return Optional.empty();
  }

  /** Of editions of a definition, as a stable and an experimental one, any may be in the cluster. */
  private static boolean isServedByAnother(InputObject object, RelationContext context) {
    return context.graph().ofKindAnywhere(DEFINITION).stream()
        .filter(each -> defines(each, object.kind()))
        .flatMap(each -> versionOf(object, each).map(each::at).stream())
        .anyMatch(version ->
            version.get("served").isTrue() && !version.get("deprecated").isTrue());
  }

  private static boolean defines(InputObject definition, GroupKind kind) {
    Node spec = definition.resource().at("spec");
    return spec.get("group").text().equals(kind.group())
        && spec.at("names", "kind").text().equals(kind.kind());
  }

  private static Optional<Finding> ofVersion(
      InputObject object, InputObject definition, FieldPath version) {
    GroupVersionKind gvk = object.resource().gvk();
    if (!definition.at(version.child("served")).booleanOr(true)) {
      return Optional.of(Finding.at(object, API_VERSION, "the cluster does not serve " + gvk)
          .withSeverity(Severity.ERROR)
          .withRemedy("Write a version that the definition serves.")
          .related(definition, version.child("served"), "not served"));
    }
    Node deprecated = definition.at(version.child("deprecated"));
    return deprecated.isTrue()
        ? Optional.of(Finding.at(object, API_VERSION, gvk + " is deprecated")
            .withRemedy("Write the version that takes its place.")
            .related(definition, version.child("deprecated"), "says the definition"))
        : Optional.empty();
  }

  private static Optional<Finding> byTable(InputObject object, RelationContext context) {
    GroupVersionKind gvk = object.resource().gvk();
    return context.parameter("versions").items().stream()
        .filter(row -> row.get("group").text().equals(gvk.group())
            && row.get("version").text().equals(gvk.version())
            && Wildcard.matches(row.get("kind").stringOr("*"), gvk.kind()))
        .findFirst()
        .map(row -> ofRow(object, row));
  }

  private static Finding ofRow(InputObject object, Node row) {
    String component = row.get("component").text();
    String removed = row.get("removedIn").text();
    String fate = removed.isEmpty()
        ? " is deprecated" + (component.isEmpty() ? "" : " in " + component)
        : " is not served since " + (component + " " + removed).strip();
    String replacement = row.get("replacement").text();
    return Finding.at(object, API_VERSION, object.resource().gvk() + fate)
        .withRemedy(
            replacement.isEmpty() ? "There is no replacement." : "Write " + replacement + ".");
  }
}
