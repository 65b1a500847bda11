package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.LabelFormat;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Keys of labels whose values are the pod's own. When a pod is made, the server has written the
 * values into the selector by now.
 */
final class LabelKeysCheck {
  private final Errors errors;
  private final PodScope scope;

  LabelKeysCheck(Errors errors, PodScope scope) {
    this.errors = errors;
    this.scope = scope;
  }

  void areKeys(Value keys, Value selector) {
    if (keys.size() == 0) {
      return;
    }
    if (selector.isAbsent()) {
      errors.forbidden(
          keys.path(), "keys-with-selector", "must not be set without a labelSelector");
      return;
    }
    keys.items().forEach(this::isKey);
  }

  /** A key that the selector speaks of already; the server reports at {@code holder[index]}. */
  void selectorLeavesThemAlone(Value holder, Value keys, Value selector) {
    if (selector.isAbsent()) {
      return;
    }
    Map<String, Integer> indices = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      indices.put(keys.item(i).text(), i);
    }
    Set<String> seen = new HashSet<>();
    selector.at("matchLabels").eachEntry((key, value) -> seen.add(key));
    for (Node expression : selector.at("matchExpressions").node().items()) {
      report(expression.get("key").text(), seen, indices, holder);
    }
    writtenTwice(keys, indices, holder);
  }

  /** The server writes a key into the selector as often as it is listed. */
  private void writtenTwice(Value keys, Map<String, Integer> indices, Value holder) {
    Set<String> written = new HashSet<>();
    for (Value key : keys.items()) {
      boolean known = scope.metadata().at("labels").key(key.text()).isPresent();
      if (scope.isPod() && scope.request().isCreate() && known) {
        report(key.text(), written, indices, holder);
      }
    }
  }

  private void report(String key, Set<String> seen, Map<String, Integer> indices, Value holder) {
    Integer index = indices.get(key);
    if (!seen.add(key) && index != null) {
      errors.invalid(
          holder.path().index(index),
          "key-once",
          "is '" + key + "', which the labelSelector has too");
    }
  }

  void isKey(Value key) {
    errors.form(
        key.path(), "qualified-name", key.text(), LabelFormat.QUALIFIED_NAME.problems(key.text()));
  }
}
