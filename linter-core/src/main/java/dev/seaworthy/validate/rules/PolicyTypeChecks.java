package dev.seaworthy.validate.rules;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the expressions of a ValidatingAdmissionPolicy fit the kinds that it names, one by one: the
 * server takes any field when a policy is made, and a controller notes later which ones there are not.
 * A rule with an asterisk is not looked into, nor one about a part of objects. Mirrors TypeChecker.
 */
public final class PolicyTypeChecks {

  /** The controller looks at no more. */
  private static final int MOST_KINDS = 10;

  private final ApiCatalog catalog;

  public PolicyTypeChecks(ApiCatalog catalog) {
    this.catalog = catalog;
  }

  /** An expression, and what is wrong with it for objects of some kind. */
  public record Mismatch(FieldPath field, GroupVersionKind kind, String problem) {}

  /** What is wrong with the validations and their messages. */
  public List<Mismatch> of(Node policy) {
    List<Mismatch> mismatches = new ArrayList<>();
    Node spec = policy.get("spec");
    for (ResourceType kind : kinds(spec.get("matchConstraints"))) {
      PolicyTypes types = typesFor(kind, spec.get("paramKind"));
      for (Node variable : spec.get("variables").items()) {
        types.variable(variable.get("name").text(), variable.get("expression").text());
      }
      FieldPath validations = FieldPath.of("spec", "validations");
      for (int i = 0; i < spec.get("validations").size(); i++) {
        for (String field : List.of("expression", "messageExpression")) {
          String source = spec.get("validations").get(i).get(field).text();
          String problem = source.isBlank() ? "" : types.anything(source);
          if (!problem.isEmpty()) {
            mismatches.add(new Mismatch(validations.index(i).child(field), kind.gvk(), problem));
          }
        }
      }
    }
    return mismatches;
  }

  private PolicyTypes typesFor(ResourceType kind, Node paramKind) {
    Optional<ResourceType> params = paramKind.isMapping()
        ? catalog.find(GroupVersionKind.of(
            paramKind.get("apiVersion").text(), paramKind.get("kind").text()))
        : Optional.empty();
    return PolicyTypes.of(kind.struct(), paramKind.isMapping(), params.map(ResourceType::struct));
  }

  private Set<ResourceType> kinds(Node constraints) {
    Set<ResourceType> kinds = new LinkedHashSet<>();
    for (Node rule : constraints.get("resourceRules").items()) {
      if (isExact(rule)) {
        catalog.kinds().stream()
            .filter(gvk -> has(rule.get("apiGroups"), gvk.group()))
            .filter(gvk -> has(rule.get("apiVersions"), gvk.version()))
            .flatMap(gvk -> catalog.find(gvk).stream())
            .filter(kind -> !kind.list() && has(rule.get("resources"), kind.plural()))
            .forEach(kinds::add);
      }
    }
    return kinds.size() > MOST_KINDS
        ? new LinkedHashSet<>(new ArrayList<>(kinds).subList(0, MOST_KINDS))
        : kinds;
  }

  private static boolean isExact(Node rule) {
    return List.of("apiGroups", "apiVersions", "resources").stream()
        .noneMatch(list -> has(rule.get(list), "*"));
  }

  private static boolean has(Node words, String word) {
    return words.items().stream().anyMatch(one -> one.text().equals(word));
  }
}
