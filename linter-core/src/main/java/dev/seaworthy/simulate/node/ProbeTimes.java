package dev.seaworthy.simulate.node;

import dev.seaworthy.manifest.Node;
import java.time.Duration;
import java.util.Optional;

/**
 * When the probes of a container let it count as ready if its program answers well, and when they
 * give it up if it does not. As a kubelet does it: the first look is taken at the start, then one
 * each period; what is seen before the initial delay does not count; while the startup probe has not
 * succeeded the others rest, and the readiness probe is asked at once when it has.
 */
public final class ProbeTimes {

  /** Of a container without probes. */
  static final ProbeTimes NONE = new ProbeTimes(Probe.NONE, Probe.NONE, Probe.NONE);

  private static final int USUAL_PERIOD = 10;
  private static final int USUAL_FAILURES = 3;

  private final Probe startup;
  private final Probe readiness;
  private final Probe liveness;

  private ProbeTimes(Probe startup, Probe readiness, Probe liveness) {
    this.startup = startup;
    this.readiness = readiness;
    this.liveness = liveness;
  }

  /**
   * Times in seconds from the start of the container.
   *
   * @param asks whether it has a port to ask at: a kubelet passes over a look that it can't take
   */
  private record Probe(
      boolean exists, boolean asks, long delay, long period, long successes, long failures) {

    static final Probe NONE = new Probe(false, false, 0, USUAL_PERIOD, 1, USUAL_FAILURES);

    static Probe of(Node probe, Node container) {
      return probe.isAbsent()
          ? NONE
          : new Probe(
              true,
              ProbedPort.of(probe).map(port -> port.isOf(container)).orElse(true),
              probe.get("initialDelaySeconds").longOr(0),
              Math.max(1, probe.get("periodSeconds").longOr(USUAL_PERIOD)),
              Math.max(1, probe.get("successThreshold").longOr(1)),
              Math.max(1, probe.get("failureThreshold").longOr(USUAL_FAILURES)));
    }

    /** The first look that is taken at {@code time} or later. */
    long lookFrom(long time) {
      return (time + period - 1) / period * period;
    }

    /** The look that is one failure too many, if none succeeds from {@code time} on. */
    long givesUp(long time) {
      return lookFrom(Math.max(delay, time)) + (failures - 1) * period;
    }
  }

  /** What {@code container} of a pod spec says. */
  public static ProbeTimes of(Node container) {
    Node startup = container.get("startupProbe");
    Node readiness = container.get("readinessProbe");
    Node liveness = container.get("livenessProbe");
    return startup.isAbsent() && readiness.isAbsent() && liveness.isAbsent()
        ? NONE
        : new ProbeTimes(
            Probe.of(startup, container),
            Probe.of(readiness, container),
            Probe.of(liveness, container));
  }

  boolean hasReadiness() {
    return readiness.exists();
  }

  boolean hasStartup() {
    return startup.exists();
  }

  /**
   * How long after its start its startup probe succeeds, if the program answers from {@code up} on;
   * empty if it never does, for want of a port to ask at.
   */
  Optional<Duration> startedAfter(Duration up) {
    if (!startup.exists()) {
      return Optional.of(Duration.ZERO);
    }
    return startup.asks()
        ? Optional.of(Duration.ofSeconds(startup.lookFrom(Math.max(startup.delay(), seconds(up)))))
        : Optional.empty();
  }

  private static long seconds(Duration time) {
    return time.plusMillis(999).toSeconds();
  }

  /**
   * How long after its start it is ready, if the program answers well from {@code up} on; empty if it
   * never is, for want of a port to ask at.
   */
  public Optional<Duration> readyAfter(Duration up) {
    if (!startup.exists() && !readiness.exists()) {
      return Optional.of(up);
    }
    Optional<Duration> begins = startup.exists() ? startedAfter(up) : Optional.of(up);
    return readiness.exists() && !readiness.asks()
        ? Optional.empty()
        : begins.map(
            started -> readiness.exists() ? readyAfter(seconds(up), seconds(started)) : started);
  }

  private Duration readyAfter(long answers, long started) {
    long first = readiness.delay() <= started && (startup.exists() || answers == 0)
        ? started
        : readiness.lookFrom(Math.max(readiness.delay(), started));
    long more = readiness.successes() - 1;
    long last = more == 0 ? first : readiness.lookFrom(first + 1) + (more - 1) * readiness.period();
    return Duration.ofSeconds(last);
  }

  /**
   * When a kubelet stops the container because its program has not answered since {@code silent},
   * counted from its start; empty if no probe minds.
   *
   * @param started whether the startup probe has succeeded before
   */
  public Optional<Duration> givesUp(Duration silent, boolean started) {
    Probe asked = startup.exists() && !started ? startup : liveness;
    return asked.asks()
        ? Optional.of(Duration.ofSeconds(asked.givesUp(seconds(silent))))
        : Optional.empty();
  }

  /** When it no longer counts as ready because it has not answered since {@code silent}. */
  Optional<Duration> unreadyAfter(Duration silent) {
    return readiness.asks()
        ? Optional.of(Duration.ofSeconds(readiness.givesUp(seconds(silent))))
        : Optional.empty();
  }
}
