package dev.seaworthy.simulate.impact;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.impact.ObjectChange.Fate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a change does to the pods of a workload.
 *
 * @param fate what becomes of the workload itself; unchanged where nobody applies it
 * @param reasons the fields of its pod template that changed; empty where no pod is replaced for it
 * @param moves what happened to its pods, in order
 * @param lost how many of the pods that were there are gone or going
 * @param takenAway how many of these went because the apply said so, until an autoscaler had others made
 * @param made how many pods came instead or beside
 * @param formerly how many pods it wanted before
 * @param desired how many pods it wants in the end, {@code floor} of which have to be available on the
 *     way by its own rules
 * @param updated how many are as it says in the end, and {@code available} how many are available
 * @param lowest how few were available on the way; of a new workload what is there in the end
 * @param away for how long there was none where there had been some; to the end if there is none then
 * @param lostClaims the claims that go with pods that are too many, by name
 * @param took how long it took until all was as it says; empty if it never was
 */
public record WorkloadImpact(
    ObjectKey key,
    Fate fate,
    List<FieldChange> reasons,
    List<Move> moves,
    int lost,
    int takenAway,
    int made,
    long formerly,
    long desired,
    long floor,
    long updated,
    long available,
    long lowest,
    Duration away,
    List<String> lostClaims,
    Optional<Duration> took) {

  public WorkloadImpact {
    reasons = List.copyOf(reasons);
    moves = List.copyOf(moves);
    lostClaims = List.copyOf(lostClaims);
  }

  /**
   * Something that happened to a pod.
   *
   * @param isOld whether the pod was there before the change
   * @param what {@code created}, {@code ready}, {@code told to stop} or {@code gone}
   */
  public record Move(Duration at, String pod, boolean isOld, String what, String node) {}

  /** Whether it was not there before. */
  public boolean isNew() {
    return fate == Fate.CREATED;
  }

  /** Whether it is deleted, and its pods with it. */
  public boolean isDeleted() {
    return fate == Fate.PRUNED;
  }

  /** How many pods gave way to others. */
  public int replaced() {
    return Math.max(0, Math.min(lost, made) - takenAway);
  }

  /** Whether it wants another number of pods than before. */
  public boolean isScaled() {
    return !isNew() && formerly != desired;
  }

  /** Whether any pod came or went. */
  public boolean isMoved() {
    return !moves.isEmpty();
  }
}
