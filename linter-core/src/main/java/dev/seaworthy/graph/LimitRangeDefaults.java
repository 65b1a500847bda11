package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.HashMap;
import java.util.Map;

/** What the LimitRanges of the input give to containers that say nothing themselves. */
final class LimitRangeDefaults {

  private static final GroupKind LIMIT_RANGE = GroupKind.of("", "LimitRange");

  private record Given(String namespace, String field, String resource) {}

  private final Map<Given, Node> given = new HashMap<>();

  /** Takes {@code object} in if it is a LimitRange. */
  void add(InputObject object, String namespace) {
    if (object.kind().equals(LIMIT_RANGE)) {
      for (Node limit : object.resource().at("spec", "limits").items()) {
        if (limit.get("type").text().equals("Container")) {
          add(namespace, "default", limit);
          add(namespace, "defaultRequest", limit);
        }
      }
    }
  }

  private void add(String namespace, String field, Node limit) {
    for (Mapping.Entry entry : limit.get(field).entries()) {
      if (entry.value().isPresent()) {
        given.putIfAbsent(new Given(namespace, field, entry.key()), entry.value());
      }
    }
  }

  /** The amount that is given; absent if none is. */
  Node find(String namespace, String field, String resource) {
    return given.getOrDefault(new Given(namespace, field, resource), Absent.INSTANCE);
  }
}
