package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
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

  /** Whether a policy is about the request: it must have a rule that includes it. */
  boolean policy(Node constraints) {
    return selected(constraints)
        && included(constraints.get("resourceRules"))
        && !included(constraints.get("excludeResourceRules"));
  }

  /** Whether a binding is about the request: without rules it is about all. */
  boolean binding(Node constraints) {
    Node rules = constraints.get("resourceRules");
    return selected(constraints)
        && (rules.size() == 0 || included(rules))
        && !included(constraints.get("excludeResourceRules"));
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

  private boolean included(Node rules) {
    return rules.items().stream().anyMatch(this::rule);
  }

  private boolean rule(Node rule) {
    return has(rule.get("operations"), request.isCreate() ? "CREATE" : "UPDATE")
        && has(rule.get("apiGroups"), request.kind().group())
        && has(rule.get("apiVersions"), request.type().gvk().version())
        && resource(rule.get("resources"))
        && scope(rule.get("scope").text())
        && named(rule.get("resourceNames"));
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
