package dev.seaworthy.simulate.outcome;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** What happened in a cluster, in order, as a person would tell it. */
public record Timeline(List<Entry> entries) {

  public Timeline {
    entries = List.copyOf(entries);
  }

  /**
   * One thing that happened.
   *
   * @param at the time since the objects were applied
   * @param object as {@code kubectl} names it, {@code pod/web-0}
   */
  public record Entry(Duration at, String object, String what) {}

  /** A line an entry: {@code 00:00.300  pod/web-0  Running on node-2, 10.0.2.2}. */
  public String text() {
    int width =
        entries.stream().mapToInt(entry -> entry.object().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      text.append(clock(entry.at()))
          .append("  ")
          .append(entry.object())
          .append(" ".repeat(width - entry.object().length()))
          .append("  ")
          .append(entry.what())
          .append('\n');
    }
    return text.toString();
  }

  private static String clock(Duration time) {
    return "%02d:%02d.%03d".formatted(time.toMinutes(), time.toSecondsPart(), time.toMillisPart());
  }

  /** The entries as JSON objects: {@code seconds}, {@code object}, {@code what}. */
  public Sequence toNode() {
    return Sequence.of(entries.stream().map(Timeline::toNode).toList());
  }

  private static Node toNode(Entry entry) {
    String seconds = BigDecimal.valueOf(entry.at().toMillis(), 3).toPlainString();
    return Mapping.of(
        "seconds",
        new Scalar(Scalar.Kind.FLOAT, seconds, Span.NONE),
        "object",
        Scalar.of(entry.object()),
        "what",
        Scalar.of(entry.what()));
  }
}
