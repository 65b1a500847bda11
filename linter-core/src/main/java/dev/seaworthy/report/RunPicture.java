package dev.seaworthy.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A run of a cluster as it can be drawn. Times count from its beginning.
 *
 * @param steps what people did, and when
 * @param pods every pod there ever was, in order of creation
 * @param workloads the counts of what wanted pods
 * @param nodes the nodes in the end
 * @param events what components told
 */
public record RunPicture(
    List<Mark> steps,
    List<Lane> pods,
    List<Chart> workloads,
    List<NodeBox> nodes,
    List<Told> events) {

  public RunPicture {
    steps = List.copyOf(steps);
    pods = List.copyOf(pods);
    workloads = List.copyOf(workloads);
    nodes = List.copyOf(nodes);
    events = List.copyOf(events);
  }

  /** Something that a person did. */
  public record Mark(Duration at, String title) {}

  /**
   * The life of a pod.
   *
   * @param owner the workload that answers for it, as {@code Deployment/web}; empty if none does
   * @param revision the hash of its template; empty if it has none
   * @param end when it was gone; empty if it still is there
   */
  public record Lane(
      String namespace,
      String pod,
      String owner,
      String revision,
      List<Stretch> stretches,
      Optional<Duration> end) {

    public Lane {
      stretches = List.copyOf(stretches);
    }
  }

  /**
   * A time in which a pod stayed as it was.
   *
   * @param stage {@code pending}, {@code starting}, {@code running}, {@code ready}, {@code troubled},
   *     {@code stopping}, {@code succeeded} or {@code failed}
   * @param word what {@code kubectl get pods} shows
   */
  public record Stretch(Duration from, String stage, String node, String word) {}

  /** The counts of a workload over time. */
  public record Chart(String namespace, String workload, List<Point> points) {

    public Chart {
      points = List.copyOf(points);
    }
  }

  /** Counts that hold from {@code at} on; {@code floor} is what has to be available on the way. */
  public record Point(Duration at, long desired, long floor, long available) {}

  /** A node with the names of its pods, each with its stage. */
  public record NodeBox(String name, boolean ready, boolean schedulable, List<Chip> pods) {

    public NodeBox {
      pods = List.copyOf(pods);
    }
  }

  /** A pod on a node. */
  public record Chip(String pod, String stage, String word) {}

  /** Something that a component told. */
  public record Told(Duration at, boolean warning, String reason, String object, String message) {}
}
