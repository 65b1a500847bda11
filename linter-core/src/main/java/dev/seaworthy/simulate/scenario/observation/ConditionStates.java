package dev.seaworthy.simulate.scenario.observation;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** The conditions in an object's status, as observations show them: by type, without times. */
final class ConditionStates {

  /** Where the message says more than the reason. */
  private static final List<String> WITH_MESSAGE =
      List.of("ReplicaFailure", "Complete", "SuccessCriteriaMet", "Failed", "FailureTarget");

  private ConditionStates() {}

  /** The condition of {@code type}; absent if there is none. */
  static Node find(Resource object, String type) {
    for (Node condition : object.at("status", "conditions").items()) {
      if (condition.get("type").text().equals(type)) {
        return condition;
      }
    }
    return Absent.INSTANCE;
  }

  static boolean isTrue(Resource object, String type) {
    return find(object, type).get("status").text().equals("True");
  }

  static List<Mapping> withoutMessages(Resource object) {
    return all(object, message -> "");
  }

  /** All conditions; {@code shown} makes of a message what can be compared between runs. */
  static List<Mapping> all(Resource object, UnaryOperator<String> shown) {
    List<Node> conditions = new ArrayList<>(object.at("status", "conditions").items());
    conditions.sort(Comparator.comparing(condition -> condition.get("type").text()));
    return conditions.stream().map(condition -> entry(condition, shown)).toList();
  }

  private static Mapping entry(Node condition, UnaryOperator<String> shown) {
    String type = condition.get("type").text();
    String message =
        WITH_MESSAGE.contains(type) ? shown.apply(condition.get("message").text()) : "";
    return new Fields()
        .put("type", type)
        .put("status", condition.get("status").text())
        .putText("reason", condition.get("reason").text())
        .putText("message", message)
        .build();
  }
}
