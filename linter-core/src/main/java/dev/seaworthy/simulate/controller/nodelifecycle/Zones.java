package dev.seaworthy.simulate.controller.nodelifecycle;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How fast pods may be driven from silent nodes: one node in ten seconds a zone, and none where so
 * many are silent that the fault is probably elsewhere.
 */
final class Zones {

  private static final Duration PER_NODE = Duration.ofSeconds(10);
  private static final double UNHEALTHY_SHARE = 0.55;
  private static final int FEW = 2;

  private final Map<String, Instant> next = new HashMap<>();

  /** Whether evictions are stopped for nodes of the zone that {@code node} is in. */
  static boolean isStopped(Resource node, List<Resource> nodes) {
    Set<String> healthyZones = new HashSet<>();
    int members = 0;
    int silent = 0;
    for (Resource other : nodes) {
      boolean ready = Conditions.of(other).isTrue("Ready");
      if (ready) {
        healthyZones.add(zone(other));
      }
      if (zone(other).equals(zone(node))) {
        members++;
        silent += ready ? 0 : 1;
      }
    }
    boolean partly =
        silent < members && silent > FEW && (double) silent / members >= UNHEALTHY_SHARE;
    return healthyZones.isEmpty() || partly;
  }

  private static String zone(Resource node) {
    Map<String, String> labels = node.labels();
    return labels.getOrDefault("topology.kubernetes.io/region", "")
        + ":"
        + labels.getOrDefault("topology.kubernetes.io/zone", "");
  }

  /** How long the zone's next eviction has to wait; zero takes the turn. */
  Duration takeTurn(Resource node, Instant now) {
    Instant allowed = next.getOrDefault(zone(node), now);
    if (allowed.isAfter(now)) {
      return Duration.between(now, allowed);
    }
    next.put(zone(node), now.plus(PER_NODE));
    return Duration.ZERO;
  }
}
