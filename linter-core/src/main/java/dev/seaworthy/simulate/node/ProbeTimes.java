package dev.seaworthy.simulate.node;

import dev.seaworthy.manifest.Node;
import java.time.Duration;
import java.util.Optional;

/**
 * When the probes of a container let it count as ready, if its program answers well. As a kubelet
 * does it: the first look is taken at the start, then one each period; what is seen before the
 * initial delay does not count; while the startup probe has not succeeded the readiness probe rests,
 * and it is asked at once when it has.
 */
public final class ProbeTimes {

  /** Of a container without probes. */
  static final ProbeTimes NONE = new ProbeTimes(Probe.NONE, Probe.NONE);

  private static final int USUAL_PERIOD = 10;
  private static final int USUAL_FAILURES = 3;

  private final Probe startup;
  private final Probe readiness;

  private ProbeTimes(Probe startup, Probe readiness) {
    this.startup = startup;
    this.readiness = readiness;
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
  }

  /** What {@code container} of a pod spec says. */
  public static ProbeTimes of(Node container) {
    Node startup = container.get("startupProbe");
    Node readiness = container.get("readinessProbe");
    return startup.isAbsent() && readiness.isAbsent()
        ? NONE
        : new ProbeTimes(Probe.of(startup), Probe.of(readiness));
  }

  /** How long after its start it is ready, if the program answers well from {@code up} on. */
  public Duration readyAfter(Duration up) {
    if (!startup.exists() && !readiness.exists()) {
      return up;
    }
    long answers = up.plusMillis(999).toSeconds();
    long started =
        startup.exists() ? startup.lookFrom(Math.max(startup.delay(), answers)) : answers;
    if (!readiness.exists()) {
      return Duration.ofSeconds(started);
    }
    long first = readiness.delay() <= started && (startup.exists() || answers == 0)
        ? started
        : readiness.lookFrom(Math.max(readiness.delay(), started));
    long more = readiness.successes() - 1;
    long last = more == 0 ? first : readiness.lookFrom(first + 1) + (more - 1) * readiness.period();
    return Duration.ofSeconds(last);
  }

  /**
   * When a kubelet stops the container because its startup probe has failed too often, counted from
   * its start; empty without such a probe.
   */
  public Optional<Duration> startupGivesUp() {
    return startup.exists()
        ? Optional.of(Duration.ofSeconds(
            startup.lookFrom(startup.delay()) + (startup.failures() - 1) * startup.period()))
        : Optional.empty();
  }
}
