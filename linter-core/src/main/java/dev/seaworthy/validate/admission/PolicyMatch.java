package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.List;
import java.util.Optional;

/** Whether a policy's or binding's constraints (MatchResources) include a request. */
final class PolicyMatch {

  private static final GroupKind NAMESPACE = GroupKind.of("", "Namespace");
  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  private final AdmissionRequest request;

  PolicyMatch(AdmissionRequest request) {
    this.request = request;
  }

  /**
   * The request, if a policy is about it, in the version that the policy speaks of: it must have a rule
   * that includes it.
   */
  Optional<AdmissionRequest> policy(Node constraints) {
    return selected(constraints) && !isExcluded(constraints)
        ? included(constraints.get("resourceRules"), isFuzzy(constraints))
        : Optional.empty();
  }

  /** Whether a binding is about the request: without rules it is about all. */
  boolean binding(Node constraints) {
    Node rules = constraints.get("resourceRules");
    return selected(constraints)
        && !isExcluded(constraints)
        && (rules.size() == 0 || included(rules, isFuzzy(constraints)).isPresent());
  }

  private boolean isExcluded(Node constraints) {
    return included(constraints.get("excludeResourceRules"), isFuzzy(constraints))
        .isPresent();
  }

  private static boolean isFuzzy(Node constraints) {
    return constraints.get("matchPolicy").text().equals("Equivalent");
  }

  private boolean selected(Node constraints) {
    return namespaceSelected(LabelSelector.of(constraints.get("namespaceSelector")))
        && objectSelected(LabelSelector.of(constraints.get("objectSelector")));
  }

  private boolean namespaceSelected(LabelSelector selector) {
    if (selector.isAbsent() || selector.isEmpty()) {
      return true;
    }
    if (request.isFor(NAMESPACE)) {
      return selector.matches(request.object().at("metadata", "labels"));
    }
    return request.namespace().isEmpty() || selector.matches(namespaceLabels());
  }

  private Node namespaceLabels() {
    String name = request.namespace();
    Node labels =
        namespace(request).map(found -> found.at("metadata", "labels")).orElse(Absent.INSTANCE);
    Mapping known = labels instanceof Mapping mapping ? mapping : Mapping.EMPTY;
    return known.has(NAME_LABEL) ? known : known.with(NAME_LABEL, Scalar.of(name));
  }

  /** The namespace that the object lies in, if it is known. */
  static Optional<Resource> namespace(AdmissionRequest request) {
    return request.facts().find(NAMESPACE, "", request.namespace());
  }

  private boolean objectSelected(LabelSelector selector) {
    return selector.isAbsent()
        || selector.isEmpty()
        || selector.matches(request.object().at("metadata", "labels"))
        || (request.previous().isMapping()
            && selector.matches(request.previous().at("metadata", "labels")));
  }

  /** The request as a rule includes it: as it was sent, or in another version of the kind. */
  private Optional<AdmissionRequest> included(Node rules, boolean isFuzzy) {
    if (rules.items().stream().anyMatch(rule -> rule(rule, request.type()))) {
      return Optional.of(request);
    }
    return isFuzzy && rules.size() > 0
        ? Equivalents.of(request).stream()
            .filter(other -> rules.items().stream().anyMatch(rule -> rule(rule, other.type())))
            .findFirst()
        : Optional.empty();
  }

  private boolean rule(Node rule, ResourceType type) {
    return has(rule.get("operations"), operation())
        && has(rule.get("apiGroups"), type.gvk().group())
        && has(rule.get("apiVersions"), type.gvk().version())
        && resource(rule.get("resources"))
        && scope(rule.get("scope").text())
        && named(rule.get("resourceNames"));
  }

  private String operation() {
    return request.request().operation().name();
  }

  private static boolean has(Node words, String word) {
    for (Node one : words.items()) {
      String text = one.text();
      if (text.equals("*") || text.equals(word)) {
        return true;
      }
    }
    return false;
  }

  /** {@code pods}, {@code pods/status}, or an asterisk on either side. */
  private boolean resource(Node words) {
    for (Node one : words.items()) {
      int slash = one.text().indexOf('/');
      String plural = slash < 0 ? one.text() : one.text().substring(0, slash);
      String part = slash < 0 ? "" : one.text().substring(slash + 1);
      boolean isOfPlural = plural.equals("*") || plural.equals(request.type().plural());
      if (isOfPlural && (part.equals("*") || request.request().isOf(part))) {
        return true;
      }
    }
    return false;
  }

  private boolean scope(String scope) {
    boolean isNamespaced = request.type().namespaced();
    return switch (scope) {
      case "Namespaced" -> isNamespaced;
      case "Cluster" -> !isNamespaced;
      default -> true;
    };
  }

  private boolean named(Node names) {
    String name = request.object().at("metadata", "name").text();
    List<? extends Node> wanted = names.items();
    return wanted.isEmpty() || wanted.stream().anyMatch(one -> one.text().equals(name));
  }
}
