package dev.seaworthy.simulate.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way to who is asked.
 *
 * @param steps what leads on to what, a phrase each
 * @param stops the pods that it leads to, in the order in which they are listed
 * @param obstacle why it ends before any pod
 * @param unknown why nobody can tell here where it leads
 */
public record Route(
    List<String> steps, List<Stop> stops, Optional<Obstacle> obstacle, Optional<Obstacle> unknown) {

  public Route {
    steps = List.copyOf(steps);
    stops = List.copyOf(stops);
  }

  Route(List<String> steps, List<Stop> stops, Optional<Obstacle> obstacle) {
    this(steps, stops, obstacle, Optional.empty());
  }

  /**
   * A pod at the end of a way.
   *
   * @param what who listens there; empty if that is not known
   * @param obstacle why it is not reached; empty if it is, or may be
   * @param doubt why it is not known whether it answers; empty if that is known
   */
  public record Stop(
      String pod,
      String ip,
      int port,
      String what,
      Optional<Obstacle> obstacle,
      Optional<Obstacle> doubt) {}

  static Route blocked(Obstacle obstacle) {
    return new Route(List.of(), List.of(), Optional.of(obstacle));
  }

  static Route unknown(Obstacle why) {
    return new Route(List.of(), List.of(), Optional.empty(), Optional.of(why));
  }

  /** The same way after a first step; an empty one is none. */
  Route after(String step) {
    if (step.isEmpty()) {
      return this;
    }
    ArrayList<String> all = new ArrayList<>(List.of(step));
    all.addAll(steps);
    return new Route(all, stops, obstacle, unknown);
  }

  /** Whether all to whom it leads answer. */
  public boolean isAnswered() {
    return !stops.isEmpty() && trouble().isEmpty() && doubt().isEmpty();
  }

  /** Why it is not sure to lead to an answer: somebody on it can't be reached. */
  public Optional<Obstacle> trouble() {
    return obstacle.or(
        () -> stops.stream().flatMap(stop -> stop.obstacle().stream()).findFirst());
  }

  /** Why it is not known whether it leads to an answer, though nothing is in the way. */
  public Optional<Obstacle> doubt() {
    return trouble().isPresent()
        ? Optional.empty()
        : unknown.or(() -> stops.stream().flatMap(stop -> stop.doubt().stream()).findFirst());
  }
}
