package dev.seaworthy.simulate.controller.statefulset;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The members of every StatefulSet, kept up to date from commit to commit. */
final class AllMembers implements Watch {

  private static final int LONGEST_ORDINAL = 9;

  private final Map<String, Members> bySet = new HashMap<>();

  /** The members of the set of {@code uid}; to be read now, not to be kept. */
  Members of(String uid) {
    return bySet.getOrDefault(uid, new Members());
  }

  /** Which set a pod belongs to, and as what. */
  private record Place(String set, int ordinal) {}

  @Override
  public void onChange(Change change) {
    if (!change.key().kind().equals(Kinds.POD)) {
      return;
    }
    Optional<Place> after = change.after().flatMap(AllMembers::place);
    change
        .before()
        .flatMap(AllMembers::place)
        .filter(before -> !after.equals(Optional.of(before)))
        .ifPresent(this::leave);
    after.ifPresent(place -> bySet
        .computeIfAbsent(place.set(), uid -> new Members())
        .put(place.ordinal(), new Pod(change.latest())));
  }

  private void leave(Place place) {
    Members members = of(place.set());
    members.remove(place.ordinal());
    if (members.isEmpty()) {
      bySet.remove(place.set());
    }
  }

  private static Optional<Place> place(Resource pod) {
    Optional<Node> owner = pod.controller();
    if (owner.isEmpty() || !owner.get().get("kind").text().equals("StatefulSet")) {
      return Optional.empty();
    }
    String uid = owner.get().get("uid").text();
    return ordinal(owner.get().get("name").text(), pod.name())
        .map(ordinal -> new Place(uid, ordinal));
  }

  /** The ordinal that the name of a pod says it has in {@code set}; empty if it is no member's. */
  static Optional<Integer> ordinal(String set, String pod) {
    String prefix = set + "-";
    String digits = pod.startsWith(prefix) ? pod.substring(prefix.length()) : "";
    boolean isNumber = !digits.isEmpty()
        && digits.length() <= LONGEST_ORDINAL
        && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')
        && (digits.length() == 1 || digits.charAt(0) != '0');
    return isNumber ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }
}
