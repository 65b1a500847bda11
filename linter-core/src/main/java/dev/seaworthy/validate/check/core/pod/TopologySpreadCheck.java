package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How evenly pods must be spread. */
final class TopologySpreadCheck {

  private static final String MUST = "DoNotSchedule";

  private final PodScope scope;
  private final Errors errors;

  TopologySpreadCheck(PodScope scope) {
    this.scope = scope;
    this.errors = scope.errors();
  }

  void check(List<Value> constraints) {
    for (int i = 0; i < constraints.size(); i++) {
      Value constraint = constraints.get(i);
      isOnlyOne(constraint, constraints.subList(i + 1, constraints.size()));
      minDomains(constraint);
      labelKeys(constraint);
    }
  }

  /** The server's path names both fields at once. */
  private void isOnlyOne(Value constraint, List<Value> others) {
    String key = constraint.at("topologyKey").text();
    String action = constraint.at("whenUnsatisfiable").text();
    for (Value other : others) {
      if (key.equals(other.at("topologyKey").text())
          && action.equals(other.at("whenUnsatisfiable").text())) {
        errors.duplicate(
            constraint.path().child("{topologyKey, whenUnsatisfiable}"),
            "unique-constraint",
            "is {" + key + ", " + action + "}, as a later one is");
        return;
      }
    }
  }

  private void minDomains(Value constraint) {
    Value domains = constraint.at("minDomains");
    if (domains.isAbsent()) {
      return;
    }
    if (!constraint.at("whenUnsatisfiable").text().equals(MUST)) {
      errors.invalid(
          domains.path(),
          "min-domains-must",
          "must not be set unless whenUnsatisfiable is " + MUST);
    }
  }

  private void labelKeys(Value constraint) {
    Value keys = constraint.at("matchLabelKeys");
    Value selector = constraint.at("labelSelector");
    if (scope.request().isSince(34)) {
      LabelKeysCheck check = new LabelKeysCheck(errors, scope);
      check.areKeys(keys, selector);
      check.selectorLeavesThemAlone(constraint, keys, selector);
    } else {
      keysNotInSelector(keys, selector);
    }
  }

  /** Before 1.34 the server wrote nothing into the selector, and refused every key of it. */
  private void keysNotInSelector(Value keys, Value selector) {
    if (keys.size() > 0 && selector.isAbsent()) {
      errors.forbidden(
          keys.path(), "keys-with-selector", "must not be set without a labelSelector");
    }
    Set<String> selected = new HashSet<>();
    selector.at("matchLabels").eachEntry((key, value) -> selected.add(key));
    selector
        .at("matchExpressions")
        .items()
        .forEach(e -> selected.add(e.at("key").text()));
    for (Value key : keys.items()) {
      new LabelKeysCheck(errors, scope).isKey(key);
      if (selected.contains(key.text())) {
        errors.invalid(
            key.path(), "key-once", "is '" + key.text() + "', which the labelSelector has too");
      }
    }
  }
}
