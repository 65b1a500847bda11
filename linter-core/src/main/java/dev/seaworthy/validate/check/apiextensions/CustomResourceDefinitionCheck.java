package dev.seaworthy.validate.check.apiextensions;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.custom.SchemaJudge;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The definition of a custom kind. Mirrors ValidateCustomResourceDefinition and
 * ValidateCustomResourceDefinitionUpdate.
 */
public final class CustomResourceDefinitionCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("apiextensions.k8s.io", "CustomResourceDefinition");
  }

  @Override
  public void check(Value definition, Request request, Errors errors) {
    Findings findings = new Findings(errors);
    Place root = new Place(definition.node(), FieldPath.ROOT, FieldPath.ROOT);
    Place spec = root.at("spec");
    if (request.isCreate()) {
      name(root, findings);
    }
    group(spec.at("group"), findings);
    scope(spec.at("scope"), findings);
    versionNames(spec.at("versions"), findings);
    DefinedNames.check(spec.at("names"), findings);
    SchemaJudge judge = SchemaJudge.of(request.release());
    for (VersionPart part : VersionPart.of(spec)) {
      part.check(definition.previous().get("spec"), judge, request, findings);
    }
    ConversionCheck.check(spec.at("conversion"), request.isUpdate(), findings);
    StoredVersions.check(definition, findings);
    ApprovalCheck.check(definition, findings);
    keptFields(spec.at("preserveUnknownFields"), definition, findings);
    if (request.isUpdate()) {
      unchanged(definition, errors);
    }
    if (errors.count() == 0) {
      SchemaWarnings.warn(spec, definition.previous(), request, errors);
    }
  }

  private static void name(Place root, Findings findings) {
    Place name = root.at("metadata").at("name");
    String wanted = root.node().at("spec", "names", "plural").text() + "."
        + root.node().at("spec", "group").text();
    for (Place given : List.of(name, root.at("metadata").at("generateName"))) {
      name(given, wanted, findings);
    }
  }

  private static void name(Place name, String wanted, Findings findings) {
    if (!name.text().isEmpty() && !name.text().equals(wanted)) {
      findings.invalid(
          name,
          "definition-name",
          "is '" + name.text() + "', must be the plural name, a dot and the group: " + wanted);
    }
  }

  private static void group(Place group, Findings findings) {
    if (group.text().isEmpty()) {
      findings.required(group, "required", "must be given");
      return;
    }
    List<String> problems = NameFormat.DNS1123_SUBDOMAIN.problems(group.text());
    findings.form(group, "format=dns-1123-subdomain", problems);
    if (problems.isEmpty() && group.text().indexOf('.') < 0) {
      findings.invalid(group, "group-domain", "must be a domain with at least one dot");
    }
  }

  private static void scope(Place scope, Findings findings) {
    String text = scope.text();
    if (text.isEmpty()) {
      findings.required(scope, "required", "must be Namespaced or Cluster");
    } else if (!text.equals("Namespaced") && !text.equals("Cluster")) {
      findings.notSupported(scope, "enum", "is '" + text + "', must be one of Cluster, Namespaced");
    }
  }

  private static void versionNames(Place versions, Findings findings) {
    Set<String> names = new HashSet<>();
    int stored = 0;
    boolean repeated = false;
    for (Place version : versions.items()) {
      stored += version.node().get("storage").isTrue() ? 1 : 0;
      repeated |= !names.add(version.at("name").text());
      findings.form(
          version.at("name"),
          "format=dns-1035-label",
          NameFormat.DNS1035_LABEL.problems(version.at("name").text()));
    }
    if (repeated) {
      findings.invalid(versions, "unique-versions", "must not have two versions of one name");
    }
    if (stored != 1) {
      findings.invalid(
          versions,
          "one-storage-version",
          "must have exactly one version with storage: true, has " + stored);
    }
    first(versions, findings);
  }

  /** The first version's name is judged twice, because it once stood in the spec. */
  private static void first(Place versions, Findings findings) {
    Place name = versions.item(0).at("name");
    if (!name.text().isEmpty()) {
      findings.form(
          name.named(FieldPath.of("spec", "version")),
          "format=dns-1035-label",
          NameFormat.DNS1035_LABEL.problems(name.text()));
    }
  }

  private static void keptFields(Place keeps, Value definition, Findings findings) {
    boolean kept = definition.previous().at("spec", "preserveUnknownFields").isTrue();
    if (keeps.node().isTrue() && !kept) {
      findings.invalid(
          keeps,
          "preserve-unknown-fields",
          "must not be true; set x-kubernetes-preserve-unknown-fields in the versions' schemas");
    }
  }

  /** Objects are stored by scope, kind and group, so these stay. */
  private static void unchanged(Value definition, Errors errors) {
    Value spec = definition.at("spec");
    if (isEstablished(definition.previous())) {
      immutable(spec.at("scope"), errors);
      immutable(spec.at("names", "kind"), errors);
    }
    immutable(spec.at("group"), errors);
    immutable(spec.at("names", "plural"), errors);
  }

  /** A definition whose state nobody tells is in force. */
  private static boolean isEstablished(Node previous) {
    List<? extends Node> conditions = previous.at("status", "conditions").items();
    return conditions.isEmpty()
        || conditions.stream()
            .anyMatch(condition -> condition.get("type").text().equals("Established")
                && condition.get("status").text().equals("True"));
  }

  private static void immutable(Value value, Errors errors) {
    if (value.isChanged()) {
      errors.invalid(value.path(), "immutable", "must not be changed");
    }
  }
}
