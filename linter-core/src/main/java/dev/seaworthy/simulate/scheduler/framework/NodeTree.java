package dev.seaworthy.simulate.scheduler.framework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order in which nodes are looked at: one of each zone in turn, within a zone as they joined, so
 * that a scheduler that stops early has still seen all zones. Mirrors kube-scheduler's node tree.
 */
final class NodeTree {

  private static final String ZONE = "topology.kubernetes.io/zone";
  private static final String REGION = "topology.kubernetes.io/region";

  private record Zone(String region, String zone) {

    static Zone of(NodeInfo node) {
      return new Zone(node.labels().getOrDefault(REGION, ""), node.labels().getOrDefault(ZONE, ""));
    }

    // Written out, because what Java makes for a record is slow to start.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Zone that && zone.equals(that.zone) && region.equals(that.region);
    }

    @Override
    public int hashCode() {
      return region.hashCode() * 31 + zone.hashCode();
    }
  }

  private final Map<Zone, Set<NodeInfo>> zones = new LinkedHashMap<>();
  private final Map<NodeInfo, Zone> places = new LinkedHashMap<>();

  /** Puts a node in its zone; one that moved to another zone comes last there. */
  boolean put(NodeInfo node) {
    Zone zone = Zone.of(node);
    if (zone.equals(places.get(node))) {
      return false;
    }
    remove(node);
    places.put(node, zone);
    zones.computeIfAbsent(zone, unknown -> new LinkedHashSet<>()).add(node);
    return true;
  }

  void remove(NodeInfo node) {
    Zone zone = places.remove(node);
    Set<NodeInfo> inside = zone == null ? null : zones.get(zone);
    if (inside != null && zone != null) {
      inside.remove(node);
      if (inside.isEmpty()) {
        zones.remove(zone);
      }
    }
  }

  List<NodeInfo> list() {
    List<List<NodeInfo>> rows = new ArrayList<>();
    zones.values().forEach(inside -> rows.add(new ArrayList<>(inside)));
    List<NodeInfo> all = new ArrayList<>(places.size());
    for (int i = 0; all.size() < places.size(); i++) {
      for (List<NodeInfo> row : rows) {
        if (i < row.size()) {
          all.add(row.get(i));
        }
      }
    }
    return all;
  }
}
