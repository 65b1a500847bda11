package dev.seaworthy.simulate.scheduler.filter;

import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.scheduler.AffinityTerm;
import dev.seaworthy.simulate.scheduler.Filter;
import dev.seaworthy.simulate.scheduler.NodeView;
import dev.seaworthy.simulate.scheduler.NodeViews;
import dev.seaworthy.simulate.scheduler.Reason;
import dev.seaworthy.simulate.scheduler.Trigger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Pods that must be near some and far from others; what is there already may object, too. */
public final class InterPodAffinity implements Filter {

  private static final String NEAR = "podAffinity";
  private static final String FAR = "podAntiAffinity";

  private static final List<Reason> LONELY =
      List.of(Reason.permanent("node(s) didn't match pod affinity rules"));
  private static final List<Reason> CROWDED =
      List.of(Reason.removable("node(s) didn't match pod anti-affinity rules"));
  private static final List<Reason> UNWELCOME =
      List.of(Reason.removable("node(s) didn't satisfy existing pods anti-affinity rules"));

  /** A value of a node label. */
  private record Place(String key, String value) {}

  /** What there is around, seen from one pod. */
  private record Surroundings(
      List<AffinityTerm> near,
      Set<Place> companions,
      boolean first,
      Set<Place> avoided,
      Set<Place> forbidden) {}

  @Override
  public Judge judge(Pod pod, NodeViews cluster) {
    List<AffinityTerm> near = AffinityTerm.required(pod, NEAR);
    List<AffinityTerm> far = AffinityTerm.required(pod, FAR);
    Set<Place> companions = new HashSet<>();
    Set<Place> avoided = new HashSet<>();
    Set<Place> forbidden = new HashSet<>();
    for (NodeView node : cluster.all()) {
      if (!near.isEmpty() || !far.isEmpty()) {
        node.pods().forEach(other -> look(near, far, other, node, companions, avoided));
      }
      for (Pod other : node.choosyPods()) {
        AffinityTerm.required(other, FAR).stream()
            .filter(term -> term.concerns(pod))
            .forEach(term -> addPlace(term, node, forbidden));
      }
    }
    boolean first = companions.isEmpty() && near.stream().allMatch(term -> term.concerns(pod));
    Surroundings around = new Surroundings(near, companions, first, avoided, forbidden);
    return node -> objections(node, around);
  }

  private static void look(
      List<AffinityTerm> near,
      List<AffinityTerm> far,
      Pod other,
      NodeView node,
      Set<Place> companions,
      Set<Place> avoided) {
    if (!near.isEmpty() && near.stream().allMatch(term -> term.concerns(other))) {
      near.forEach(term -> addPlace(term, node, companions));
    }
    far.stream()
        .filter(term -> term.concerns(other))
        .forEach(term -> addPlace(term, node, avoided));
  }

  private static void addPlace(AffinityTerm term, NodeView node, Set<Place> places) {
    String value = node.labels().get(term.key());
    if (value != null) {
      places.add(new Place(term.key(), value));
    }
  }

  private static List<Reason> objections(NodeView node, Surroundings around) {
    for (AffinityTerm term : around.near()) {
      String value = node.labels().get(term.key());
      boolean near = value != null
          && (around.first() || around.companions().contains(new Place(term.key(), value)));
      if (!near) {
        return LONELY;
      }
    }
    if (touches(node, around.avoided())) {
      return CROWDED;
    }
    return touches(node, around.forbidden()) ? UNWELCOME : List.of();
  }

  private static boolean touches(NodeView node, Set<Place> places) {
    return places.stream().anyMatch(place -> place.value().equals(node.labels().get(place.key())));
  }

  @Override
  public Set<Trigger> retriedOn() {
    return Set.of(Trigger.NODE_ADDED, Trigger.NODE_CHANGED, Trigger.POD_LEFT, Trigger.POD_CHANGED);
  }
}
