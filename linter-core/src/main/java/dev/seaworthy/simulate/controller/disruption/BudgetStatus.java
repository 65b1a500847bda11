package dev.seaworthy.simulate.controller.disruption;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Meta;
import java.util.LinkedHashMap;
import java.util.Map;

/** The status of a budget. */
final class BudgetStatus {

  private static final String TYPE = "DisruptionAllowed";

  private BudgetStatus() {}

  static Resource of(
      Resource budget,
      Allowance allowance,
      long healthy,
      Map<String, String> disrupted,
      VirtualClock clock) {
    long allowed = allowance.disruptions(healthy);
    Map<String, Node> status = new LinkedHashMap<>();
    if (!disrupted.isEmpty()) {
      status.put("disruptedPods", Mapping.ofStrings(disrupted));
    }
    status.put("observedGeneration", Scalar.of(Meta.generation(budget)));
    status.put("disruptionsAllowed", Scalar.of(allowed));
    status.put("currentHealthy", Scalar.of(healthy));
    status.put("desiredHealthy", Scalar.of(allowance.desired()));
    status.put("expectedPods", Scalar.of(allowance.expected()));
    String reason = allowed > 0 ? "SufficientPods" : "InsufficientPods";
    Mapping condition = condition(budget, allowed > 0, reason, "", clock);
    status.put("conditions", Conditions.of(budget).with(condition).toNode());
    return budget.withAt(Mapping.of(status), "status");
  }

  /** Of a budget that can't be worked out: nothing may go. */
  static Resource failed(Resource budget, String why, VirtualClock clock) {
    Mapping condition = condition(budget, false, "SyncFailed", why, clock);
    return Conditions.of(budget)
        .with(condition)
        .in(budget.with("status.disruptionsAllowed", Scalar.of(0)));
  }

  private static Mapping condition(
      Resource budget, boolean holds, String reason, String message, VirtualClock clock) {
    String status = holds ? "True" : "False";
    Node before = Conditions.of(budget).get(TYPE);
    String since = before.get("status").text().equals(status)
        ? before.get("lastTransitionTime").text()
        : clock.timestamp();
    return Mapping.of(
        "type", Scalar.of(TYPE),
        "status", Scalar.of(status),
        "observedGeneration", Scalar.of(Meta.generation(budget)),
        "lastTransitionTime", Scalar.of(since),
        "reason", Scalar.of(reason),
        "message", Scalar.of(message));
  }
}
