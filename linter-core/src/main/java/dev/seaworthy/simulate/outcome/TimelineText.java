package dev.seaworthy.simulate.outcome;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A timeline to read: each step as a heading, below it a line for what happened to an object at a
 * moment. Where that would fill more than a screen, what happened to many alike becomes one line.
 */
public final class TimelineText {

  /** From so many lines of a step on, like things are counted. */
  private static final int SCREEN = 40;

  /** So few of a kind are told one by one even then. */
  private static final int FEW = 3;

  private static final String INDENT = "  ";

  private TimelineText() {}

  /** A line of a step. */
  private record Line(Duration at, String object, String sentence, String shown) {}

  /** So that a step takes about a screen. */
  public static String brief(Timeline timeline) {
    return text(timeline, TimelineText::brief);
  }

  /** Everything, one by one. */
  public static String full(Timeline timeline) {
    return text(timeline, TimelineText::folded);
  }

  private static String text(
      Timeline timeline, Function<List<Timeline.Entry>, List<Line>> linesOf) {
    StringBuilder text = new StringBuilder();
    for (Timeline.Step step : timeline.steps()) {
      if (!step.title().isEmpty()) {
        text.append(clock(step.at())).append(INDENT).append(step.title()).append('\n');
      }
      write(linesOf.apply(step.entries()), text);
    }
    return text.toString();
  }

  private static void write(List<Line> lines, StringBuilder text) {
    int width = lines.stream().mapToInt(line -> line.object().length()).max().orElse(0);
    for (Line line : lines) {
      text.append(INDENT)
          .append(clock(line.at()))
          .append(INDENT)
          .append(line.object())
          .append(line.shown().isEmpty() ? " ".repeat(width - line.object().length()) : "")
          .append(line.object().isEmpty() ? "" : INDENT)
          .append(line.sentence())
          .append('\n')
          .append(indented(line.shown()));
    }
  }

  private static String indented(String shown) {
    return shown.indent(2 * INDENT.length()).replaceAll("(?m)^ +$", "");
  }

  private static List<Line> brief(List<Timeline.Entry> entries) {
    List<Line> all = folded(entries);
    if (all.size() <= SCREEN) {
      return all;
    }
    List<Line> byOwner = counted(entries, Timeline.Entry::group);
    return byOwner.size() <= SCREEN ? byOwner : counted(entries, entry -> "");
  }

  /** What happens to one object at one moment is one line. */
  private static List<Line> folded(List<Timeline.Entry> entries) {
    Map<List<Object>, List<Timeline.Entry>> moments = new LinkedHashMap<>();
    for (Timeline.Entry entry : entries) {
      // Two looks at one moment are two.
      moments
          .computeIfAbsent(
              List.of(entry.at(), entry.object(), entry.object().isEmpty() ? entry : ""),
              key -> new ArrayList<>())
          .add(entry);
    }
    return moments.values().stream().map(TimelineText::line).toList();
  }

  private static Line line(List<Timeline.Entry> moment) {
    Timeline.Entry first = moment.get(0);
    return new Line(
        first.at(),
        first.object(),
        moment.stream().map(Timeline.Entry::sentence).collect(Collectors.joining("; ")),
        first.shown());
  }

  /** What happened to several objects of a kind alike, as {@code group} tells them apart. */
  private static List<Line> counted(
      List<Timeline.Entry> entries, Function<Timeline.Entry, String> group) {
    Map<List<String>, List<Timeline.Entry>> alike = new LinkedHashMap<>();
    for (Timeline.Entry entry : entries) {
      boolean isTellingOwner = !group.apply(entry).isEmpty();
      alike
          .computeIfAbsent(
              List.of(
                  kind(entry.object()),
                  group.apply(entry),
                  entry.gist(),
                  isTellingOwner ? entry.cause() : kind(entry.cause())),
              key -> new ArrayList<>())
          .add(entry);
    }
    List<Line> lines = new ArrayList<>();
    for (List<Timeline.Entry> same : alike.values()) {
      if (same.size() <= FEW || !same.get(0).shown().isEmpty()) {
        lines.addAll(folded(same));
      } else {
        lines.add(count(same, group.apply(same.get(0))));
      }
    }
    lines.sort((one, other) -> one.at().compareTo(other.at()));
    return lines;
  }

  private static String kind(String object) {
    int slash = object.indexOf('/');
    return slash < 0 ? object : object.substring(0, slash);
  }

  private static Line count(List<Timeline.Entry> same, String group) {
    Timeline.Entry first = same.get(0);
    Timeline.Entry last = same.get(same.size() - 1);
    Set<String> causes = same.stream()
        .map(Timeline.Entry::cause)
        .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> objects = same.stream()
        .map(Timeline.Entry::object)
        .collect(Collectors.toCollection(LinkedHashSet::new));
    String who = objects.size() == 1
        ? first.object()
        : objects.size() + " " + plural(kind(first.object()))
            + (group.isEmpty() ? "" : " of " + group);
    boolean isOneChanging = objects.size() == 1 && !first.what().equals(last.what());
    String happened =
        isOneChanging ? first.what() + " … " + last.what() : gist(first, objects.size());
    String what = causes.size() == 1 ? Timeline.Entry.with(happened, first.cause()) : happened;
    String times = same.size() > objects.size() ? ", " + same.size() + " times" : "";
    String until = last.at().equals(first.at()) ? "" : ", until " + clock(last.at());
    return new Line(first.at(), who, what + times + until, "");
  }

  private static String gist(Timeline.Entry entry, int objects) {
    return objects == 1
        ? entry.gist()
        : entry.gist().replaceFirst("^is ", "are ").replaceFirst("^waits:", "wait:");
  }

  private static String plural(String kind) {
    if (kind.endsWith("s")) {
      return kind + "es";
    }
    return kind.endsWith("y") ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
  }

  static String clock(Duration time) {
    String minutes =
        "%02d:%02d.%03d".formatted(time.toMinutesPart(), time.toSecondsPart(), time.toMillisPart());
    return time.toHours() == 0 ? minutes : time.toHours() + ":" + minutes;
  }
}
