package dev.seaworthy.report.html;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Where a time lies between the left and the right edge. Long times in which nothing happens are
 * drawn short, so that a rollout of a second can be seen beside five minutes of waiting.
 */
final class TimeAxis {

  /** Quiet times are cut that are longer than this share of all busy ones. */
  private static final double LONGEST_SHARE = 0.25;

  private static final double LEAST_CUT_SECONDS = 1;

  /** Beyond the last change, so that what is there in the end has some width. */
  private static final double TAIL_SHARE = 0.12;

  private static final int TICKS = 6;

  /** Numbers of seconds are not exact. */
  private static final double CUT_FROM = 0.999;

  /** From {@code from} to {@code to} seconds, drawn from {@code left} on with {@code width}. */
  private record Segment(double from, double to, double left, double width) {

    boolean isCut() {
      return width < (to - from) * CUT_FROM;
    }
  }

  /** A quiet time that is drawn shorter than it is. */
  record Cut(double percent, Duration left) {}

  /** A label below the axis. */
  record Tick(double percent, Duration time) {}

  private final List<Segment> segments = new ArrayList<>();
  private final double width;

  private TimeAxis(TreeSet<Duration> moments) {
    List<Double> seconds = moments.stream().map(TimeAxis::seconds).toList();
    double most = longest(seconds);
    double left = 0;
    for (int i = 0; i + 1 < seconds.size(); i++) {
      double gap = seconds.get(i + 1) - seconds.get(i);
      double drawn = Math.min(gap, most);
      segments.add(new Segment(seconds.get(i), seconds.get(i + 1), left, drawn));
      left += drawn;
    }
    double tail = Math.max(left * TAIL_SHARE, 0.1);
    double end = seconds.get(seconds.size() - 1);
    segments.add(new Segment(end, end + tail, left, tail));
    this.width = left + tail;
  }

  /** An axis on which something happens at each of {@code moments}. */
  static TimeAxis of(Collection<Duration> moments) {
    TreeSet<Duration> all = new TreeSet<>(moments);
    all.add(Duration.ZERO);
    return new TimeAxis(all);
  }

  private static double longest(List<Double> seconds) {
    List<Double> gaps = new ArrayList<>();
    for (int i = 0; i + 1 < seconds.size(); i++) {
      gaps.add(seconds.get(i + 1) - seconds.get(i));
    }
    gaps.sort(null);
    double busy = 0;
    double most = LEAST_CUT_SECONDS;
    for (double gap : gaps) {
      if (gap > Math.max(most, busy)) {
        break;
      }
      busy += gap;
      most = Math.max(LEAST_CUT_SECONDS, busy * LONGEST_SHARE);
    }
    return most;
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  /** The place of {@code time} in percent of the width; the right edge for what is later. */
  double percent(Duration time) {
    double at = seconds(time);
    for (Segment segment : segments) {
      if (at <= segment.to()) {
        double share = segment.to() == segment.from()
            ? 0
            : (at - segment.from()) / (segment.to() - segment.from());
        return 100 * (segment.left() + Math.max(0, share) * segment.width()) / width;
      }
    }
    return 100;
  }

  List<Cut> cuts() {
    return segments.stream()
        .filter(Segment::isCut)
        .map(segment -> new Cut(
            100 * (segment.left() + segment.width() / 2) / width,
            Duration.ofMillis(Math.round((segment.to() - segment.from()) * 1000))))
        .toList();
  }

  /** Labels at even distances. */
  List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < TICKS; i++) {
      double x = width * i / TICKS;
      ticks.add(new Tick(100.0 * i / TICKS, timeAt(x)));
    }
    return ticks;
  }

  private Duration timeAt(double x) {
    for (Segment segment : segments) {
      if (x <= segment.left() + segment.width()) {
        double share = segment.width() == 0 ? 0 : (x - segment.left()) / segment.width();
        double at = segment.from() + share * (segment.to() - segment.from());
        return Duration.ofMillis(Math.round(at * 1000));
      }
    }
    return Duration.ZERO;
  }

  /** The same for a mark among others, which may be less than a tenth of a second apart. */
  static String mark(Duration time) {
    double seconds = seconds(time);
    return seconds > 0 && seconds < 1 ? "%.2f s".formatted(seconds) : label(time);
  }

  /** {@code 0.3 s}, {@code 12 s}, {@code 5:57}. */
  static String label(Duration time) {
    if (time.toMinutes() > 0) {
      return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
    double seconds = seconds(time);
    return seconds < 10 ? "%.1f s".formatted(seconds) : "%.0f s".formatted(seconds);
  }
}
