package dev.seaworthy.simulate.controller.nodelifecycle;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How fast pods may be driven from silent nodes: one node in ten seconds a zone, and none where so
 * many are silent that the fault is probably elsewhere.
 */
final class Zones implements Watch {

  private static final Duration PER_NODE = Duration.ofSeconds(10);
  private static final double UNHEALTHY_SHARE = 0.55;
  private static final int FEW = 2;

  private final Map<String, Instant> next = new HashMap<>();
  private final Map<String, Zone> zones = new HashMap<>();
  private int ready;

  /** How many nodes a zone has, and how many of them are well. */
  private static final class Zone {
    private int members;
    private int ready;
  }

  @Override
  public void onChange(Change change) {
    if (change.key().kind().equals(Kinds.NODE)) {
      change.before().ifPresent(node -> count(node, -1));
      change.after().ifPresent(node -> count(node, 1));
    }
  }

  private void count(Resource node, int sign) {
    Zone zone = zones.computeIfAbsent(zone(node), name -> new Zone());
    int well = Conditions.of(node).isTrue("Ready") ? sign : 0;
    zone.members += sign;
    zone.ready += well;
    ready += well;
  }

  /** Whether no node at all is heard of. */
  boolean areAllSilent() {
    return ready == 0;
  }

  /** Whether evictions are stopped for nodes of the zone that {@code node} is in. */
  boolean isStopped(Resource node) {
    Zone zone = zones.getOrDefault(zone(node), new Zone());
    int silent = zone.members - zone.ready;
    boolean partly =
        zone.ready > 0 && silent > FEW && (double) silent / zone.members >= UNHEALTHY_SHARE;
    return areAllSilent() || partly;
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
