package dev.seaworthy.simulate.volume;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which volume serves a claim: one that is kept for it; else the smallest that is large enough, of
 * those that can do least beyond what is asked. Mirrors {@code FindMatchingVolume} of
 * component-helpers and the order in which the volume controller asks it.
 *
 * @param node the labels of the node from which it is to be reached; empty if that is open
 * @param isDelayed whether, while the node is open, only a volume that is kept for the claim counts
 * @param taken volumes that are not to be had
 */
record VolumeMatch(
    Claim claim, Optional<Map<String, String>> node, boolean isDelayed, Set<String> taken) {

  private static final Comparator<Volume> NEAREST = Comparator.comparingInt(
          (Volume volume) -> volume.accessModes().size())
      .thenComparingLong(Volume::capacity);

  Optional<Volume> among(List<Volume> volumes) {
    List<Volume> possible = volumes.stream().filter(this::isPossible).toList();
    Optional<Volume> kept =
        possible.stream().filter(volume -> volume.isFor(claim)).findFirst();
    if (kept.isPresent()) {
      return kept.filter(this::isReachable);
    }
    return node.isEmpty() && isDelayed
        ? Optional.empty()
        : possible.stream().filter(this::isSuitable).min(NEAREST);
  }

  private boolean isPossible(Volume volume) {
    return !taken.contains(volume.name())
        && (volume.claimRef().isAbsent() || volume.isFor(claim))
        && volume.capacity() >= claim.request()
        && volume.mode().equals(claim.mode())
        && volume.accessModes().containsAll(claim.accessModes())
        && !volume.isBeingDeleted();
  }

  private boolean isSuitable(Volume volume) {
    return volume.phase().equals(Volume.AVAILABLE)
        && claim.selects(volume)
        && volume.className().equals(claim.className())
        && isReachable(volume);
  }

  private boolean isReachable(Volume volume) {
    return node.map(volume::isReachableFrom).orElse(true);
  }
}
