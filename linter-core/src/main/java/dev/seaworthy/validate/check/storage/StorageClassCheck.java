package dev.seaworthy.validate.check.storage;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where volumes may be made: no place twice, and none without a name. Mirrors
 * validateAllowedTopologies, which objects once for each term that is the same, and starts with as
 * many empty ones as there are terms.
 */
public final class StorageClassCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("storage.k8s.io", "StorageClass");
  }

  @Override
  public void check(Value storageClass, Request request, Errors errors) {
    Value terms = storageClass.at("allowedTopologies");
    Map<Map<String, Set<String>>, Integer> seen = new HashMap<>();
    seen.put(Map.of(), terms.size());
    for (Value term : terms.items()) {
      Value expressions = term.at("matchLabelExpressions");
      int same = seen.merge(labelsOf(expressions), 1, Integer::sum) - 1;
      for (int i = 0; i < same; i++) {
        errors.duplicate(
            expressions.path(), "uniqueItems", "is empty, or the same as of another term");
      }
    }
  }

  private static Map<String, Set<String>> labelsOf(Value expressions) {
    Map<String, Set<String>> labels = new TreeMap<>();
    for (Value expression : expressions.items()) {
      labels.put(
          expression.at("key").text(),
          expression.at("values").node().items().stream()
              .map(Node::text)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return labels;
  }
}
