package dev.seaworthy.validate.check.storage;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where volumes may be made: no place twice, and none without a name. Mirrors validateAllowedTopologies. */
public final class StorageClassCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("storage.k8s.io", "StorageClass");
  }

  @Override
  public void check(Value storageClass, Request request, Errors errors) {
    Set<Map<String, Set<String>>> seen = new HashSet<>();
    seen.add(Map.of());
    for (Value term : storageClass.at("allowedTopologies").items()) {
      Value expressions = term.at("matchLabelExpressions");
      if (!seen.add(labelsOf(expressions))) {
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
