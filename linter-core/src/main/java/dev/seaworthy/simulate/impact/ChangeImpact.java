package dev.seaworthy.simulate.impact;

import java.util.List;

/**
 * What merging a change does.
 *
 * @param objects what becomes of each object of the old and the new state: those of the new one in the
 *     order in which they are applied, then those that vanished
 * @param workloads the workloads whose pods came, went or were fewer for a while
 * @param stale the workloads that go on with what they read before
 */
public record ChangeImpact(
    List<ObjectChange> objects, List<WorkloadImpact> workloads, List<StaleReader> stale) {

  public ChangeImpact {
    objects = List.copyOf(objects);
    workloads = List.copyOf(workloads);
    stale = List.copyOf(stale);
  }

  /** The objects of one fate. */
  public List<ObjectChange> of(ObjectChange.Fate fate) {
    return objects.stream().filter(object -> object.fate() == fate).toList();
  }
}
