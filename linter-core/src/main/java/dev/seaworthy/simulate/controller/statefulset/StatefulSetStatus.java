package dev.seaworthy.simulate.controller.statefulset;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.StatefulSet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The counts and revisions that a StatefulSet reports. */
final class StatefulSetStatus {

  private StatefulSetStatus() {}

  static Resource of(StatefulSet set, Members members, Revisions revisions, Instant now) {
    String update = revisions.update().name();
    boolean isComplete = isComplete(set, members, update);
    String current = isComplete ? update : revisions.current().name();
    Map<String, Node> status = new LinkedHashMap<>();
    status.put("observedGeneration", Scalar.of(Meta.generation(set.resource())));
    status.put("replicas", Scalar.of(members.size()));
    putPositive(status, "readyReplicas", members.ready());
    putPositive(status, "currentReplicas", members.of(current));
    putPositive(status, "updatedReplicas", members.of(update));
    status.put("currentRevision", Scalar.of(current));
    status.put("updateRevision", Scalar.of(update));
    status.put("collisionCount", Scalar.of(revisions.collisions()));
    status.put(
        "availableReplicas", Scalar.of(members.available(now.minusSeconds(set.minReadySeconds()))));
    Node conditions = set.resource().at("status", "conditions");
    if (conditions.isPresent()) {
      status.put("conditions", conditions);
    }
    return set.resource().with("status", Mapping.of(status));
  }

  /** When all pods are ready and of the new revision, it is the current one, however they got it. */
  private static boolean isComplete(StatefulSet set, Members members, String update) {
    int wanted = set.replicas();
    return members.of(update) == wanted && members.ready() == wanted && members.size() == wanted;
  }

  private static void putPositive(Map<String, Node> status, String field, int count) {
    if (count > 0) {
      status.put(field, Scalar.of(count));
    }
  }
}
