package dev.seaworthy.simulate.outcome;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What happened in a cluster, in order: what people did, and what came of it. */
public record Timeline(List<Step> steps) {

  public Timeline {
    steps = List.copyOf(steps);
  }

  /**
   * What happened from one thing that a person did to the next.
   *
   * @param title what the person did; empty for what happened before anybody did anything
   * @param at the time since the objects were applied
   */
  public record Step(String title, Duration at, List<Entry> entries) {

    public Step {
      entries = List.copyOf(entries);
    }
  }

  /**
   * One thing that happened.
   *
   * @param at the time since the objects were applied
   * @param object as {@code kubectl} names it, {@code pod/web-0}
   * @param what what happened to it
   * @param gist the same without what only this object has, so that like things can be counted
   * @param cause why, {@code by replicaset/web-abc}; empty where the step or {@code what} says it
   * @param shown what was to be shown of the cluster at that moment, as lines; empty for an event
   * @param group whose it is, as {@code kubectl} names that; empty if it is nobody's
   */
  public record Entry(
      Duration at,
      String object,
      String what,
      String gist,
      String cause,
      String group,
      String shown) {

    /** Something that a story looked at. */
    static Entry look(Duration at, String title, String shown) {
      return new Entry(at, "", title, title, "", "", shown);
    }

    /** What happened, and why. */
    public String sentence() {
      return with(what, cause);
    }

    static String with(String what, String cause) {
      if (cause.isEmpty()) {
        return what;
      }
      String joint = !cause.startsWith("by ") ? ": " : what.contains(", ") ? ", " : " ";
      return what + joint + cause;
    }
  }

  /** All that happened, whichever step it came of. */
  public List<Entry> entries() {
    return steps.stream().flatMap(step -> step.entries().stream()).toList();
  }

  /**
   * The entries as JSON objects: {@code seconds}, {@code step}, {@code object}, {@code what},
   * {@code cause}.
   */
  public Sequence toNode() {
    List<Node> nodes = new ArrayList<>();
    for (Step step : steps) {
      step.entries().forEach(entry -> nodes.add(toNode(step, entry)));
    }
    return Sequence.of(nodes);
  }

  private static Node toNode(Step step, Entry entry) {
    String seconds = BigDecimal.valueOf(entry.at().toMillis(), 3).toPlainString();
    Mapping node = Mapping.of("seconds", new Scalar(Scalar.Kind.FLOAT, seconds, Span.NONE));
    if (!step.title().isEmpty()) {
      node = node.with("step", Scalar.of(step.title()));
    }
    node = node.with("object", Scalar.of(entry.object())).with("what", Scalar.of(entry.what()));
    node = entry.shown().isEmpty() ? node : node.with("shown", Scalar.of(entry.shown()));
    return entry.cause().isEmpty() ? node : node.with("cause", Scalar.of(entry.cause()));
  }
}
