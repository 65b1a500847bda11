package dev.seaworthy.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What merging a change does to a cluster that runs the old state.
 *
 * @param summary a sentence for each thing that somebody who merges should know, the worst first
 * @param objects what becomes of each object
 * @param workloads whose pods came, went or were fewer for a while
 */
public record ImpactReport(
    List<String> summary, List<ChangedObject> objects, List<ChangedWorkload> workloads) {

  public ImpactReport {
    summary = List.copyOf(summary);
    objects = List.copyOf(objects);
    workloads = List.copyOf(workloads);
  }

  /**
   * An object of the old or the new state.
   *
   * @param name such as {@code Deployment web}
   * @param fate {@code created}, {@code changed}, {@code unchanged}, {@code made anew}, {@code refused},
   *     {@code left behind} or {@code pruned}
   * @param fields the fields in which it differs, {@code spec.replicas: 3 → 4}
   * @param words the server's, where it refuses it; what goes with it, where it is deleted
   */
  public record ChangedObject(String name, String fate, List<String> fields, String words) {

    public ChangedObject {
      fields = List.copyOf(fields);
    }
  }

  /**
   * What becomes of the pods of a workload.
   *
   * @param reasons the fields of its template that make it replace them
   * @param desired how many it wants, {@code floor} of which have to be available on the way
   * @param lowest how few were available on the way, {@code available} in the end
   * @param took how long it took; empty if it never got there
   * @param moves what happened to its pods, in order
   */
  public record ChangedWorkload(
      String name,
      List<String> reasons,
      long desired,
      long floor,
      long lowest,
      long available,
      Optional<Duration> took,
      List<PodMove> moves) {

    public ChangedWorkload {
      reasons = List.copyOf(reasons);
      moves = List.copyOf(moves);
    }
  }

  /**
   * Something that happened to a pod.
   *
   * @param old whether it was there before the change
   */
  public record PodMove(Duration at, String pod, boolean old, String what, String node) {}
}
