package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.VirtualClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A condition that has just come about. */
final class NewCondition {

  private NewCondition() {}

  static Mapping of(String type, String status, String reason, String message, Instant now) {
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("type", Scalar.of(type));
    fields.put("status", Scalar.of(status));
    fields.put("lastTransitionTime", Scalar.of(VirtualClock.timestamp(now)));
    if (!reason.isEmpty()) {
      fields.put("reason", Scalar.of(reason));
    }
    if (!message.isEmpty()) {
      fields.put("message", Scalar.of(message));
    }
    return Mapping.of(fields);
  }
}
