package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.VirtualClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The conditions of a status, one of each type. Immutable. */
public final class Conditions {

  private final List<Node> items;

  private Conditions(List<Node> items) {
    this.items = items;
  }

  public static Conditions of(Resource object) {
    return new Conditions(object.at("status", "conditions").items());
  }

  /** The condition of {@code type}; absent if there is none. */
  public Node get(String type) {
    for (Node item : items) {
      if (item.get("type").text().equals(type)) {
        return item;
      }
    }
    return Absent.INSTANCE;
  }

  public boolean isTrue(String type) {
    return get(type).get("status").text().equals("True");
  }

  /** The status of the condition of {@code type}; empty if there is none. */
  public String status(String type) {
    return get(type).get("status").text();
  }

  /** With this condition; the time of its last transition changes only if its status does. */
  public Conditions with(
      String type, String status, String reason, String message, VirtualClock clock) {
    Node before = get(type);
    boolean sameStatus = before.get("status").text().equals(status);
    if (sameStatus
        && before.get("reason").text().equals(reason)
        && before.get("message").text().equals(message)) {
      return this;
    }
    String since = sameStatus ? before.get("lastTransitionTime").text() : clock.timestamp();
    Map<String, Node> condition = new LinkedHashMap<>();
    condition.put("type", Scalar.of(type));
    condition.put("status", Scalar.of(status));
    condition.put("lastTransitionTime", Scalar.of(since));
    if (!reason.isEmpty()) {
      condition.put("reason", Scalar.of(reason));
    }
    if (!message.isEmpty()) {
      condition.put("message", Scalar.of(message));
    }
    return with(Mapping.of(condition));
  }

  /** With {@code condition} in the place of the one of its type. */
  public Conditions with(Mapping condition) {
    String type = condition.get("type").text();
    List<Node> changed = new ArrayList<>(items.size() + 1);
    boolean found = false;
    for (Node item : items) {
      boolean same = item.get("type").text().equals(type);
      changed.add(same ? condition : item);
      found |= same;
    }
    if (!found) {
      changed.add(condition);
    }
    return new Conditions(List.copyOf(changed));
  }

  public Conditions without(String type) {
    return new Conditions(
        items.stream().filter(item -> !item.get("type").text().equals(type)).toList());
  }

  /** {@code object} with these conditions. */
  public Resource in(Resource object) {
    return items.isEmpty() && object.at("status", "conditions").isAbsent()
        ? object
        : object.withAt(toNode(), "status", "conditions");
  }

  public Sequence toNode() {
    return Sequence.of(items);
  }
}
