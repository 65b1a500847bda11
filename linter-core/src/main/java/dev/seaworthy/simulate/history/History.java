package dev.seaworthy.simulate.history;

import dev.seaworthy.simulate.server.Event;
import java.time.Duration;
import java.util.List;

/**
 * What was at every moment of a run. Times count from when the recording began.
 *
 * @param length how long was recorded
 * @param pods every pod there ever was, in order of creation
 * @param workloads what wanted pods and was controlled by nobody, in order of creation
 * @param events what components told
 */
public record History(
    Duration length, List<PodHistory> pods, List<WorkloadHistory> workloads, List<Told> events) {

  /** Of a run that was not recorded. */
  public static final History NONE = new History(Duration.ZERO, List.of(), List.of(), List.of());

  public History {
    pods = List.copyOf(pods);
    workloads = List.copyOf(workloads);
    events = List.copyOf(events);
  }

  /** An event with the time from the beginning of the recording. */
  public record Told(Duration at, Event event) {}
}
