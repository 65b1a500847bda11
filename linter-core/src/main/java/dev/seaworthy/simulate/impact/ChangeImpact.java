package dev.seaworthy.simulate.impact;

import java.util.List;

/**
 * What merging a change does.
 *
 * @param objects what becomes of each object of the old and the new state: those of the new one in the
 *     order in which they are applied, then those that vanished
 * @param workloads the workloads whose pods came, went or were fewer for a while
 */
public record ChangeImpact(List<ObjectChange> objects, List<WorkloadImpact> workloads) {

  public ChangeImpact {
    objects = List.copyOf(objects);
    workloads = List.copyOf(workloads);
  }

  /** The objects of one fate. */
  public List<ObjectChange> of(ObjectChange.Fate fate) {
    return objects.stream().filter(object -> object.fate() == fate).toList();
  }
}
