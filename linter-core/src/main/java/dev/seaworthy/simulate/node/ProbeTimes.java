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

  /** Times in seconds from the start of the container. */
  private record Probe(boolean exists, long delay, long period, long successes, long failures) {

    static final Probe NONE = new Probe(false, 0, USUAL_PERIOD, 1, USUAL_FAILURES);

    static Probe of(Node probe) {
      return probe.isAbsent()
          ? NONE
          : new Probe(
              true,
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
        : new ProbeTimes(Probe.of(startup), Probe.of(readiness), Probe.of(liveness));
  }

  boolean hasReadiness() {
    return readiness.exists();
  }

  boolean hasStartup() {
    return startup.exists();
  }

  /** How long after its start its startup probe succeeds, if the program answers from {@code up} on. */
  Duration startedAfter(Duration up) {
    return startup.exists()
        ? Duration.ofSeconds(startup.lookFrom(Math.max(startup.delay(), seconds(up))))
        : Duration.ZERO;
  }

  private static long seconds(Duration time) {
    return time.plusMillis(999).toSeconds();
  }

  /** How long after its start it is ready, if the program answers well from {@code up} on. */
  public Duration readyAfter(Duration up) {
    if (!startup.exists() && !readiness.exists()) {
      return up;
    }
    long answers = seconds(up);
    long started = startup.exists() ? startedAfter(up).toSeconds() : answers;
    if (!readiness.exists()) {
      return startup.exists() ? Duration.ofSeconds(started) : up;
    }
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
    return asked.exists()
        ? Optional.of(Duration.ofSeconds(asked.givesUp(seconds(silent))))
        : Optional.empty();
  }

  /** When it no longer counts as ready because it has not answered since {@code silent}. */
  Optional<Duration> unreadyAfter(Duration silent) {
    return readiness.exists()
        ? Optional.of(Duration.ofSeconds(readiness.givesUp(seconds(silent))))
        : Optional.empty();
  }
}
