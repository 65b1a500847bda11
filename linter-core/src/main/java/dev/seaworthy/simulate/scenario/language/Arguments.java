package dev.seaworthy.simulate.scenario.language;

import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.ValueProblems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is written under a key of a scenario file, read field by field. Remembers which fields were
 * asked for, so that {@link #done} can tell of those that nobody knows.
 */
public final class Arguments {

  /** Nodes tell every few seconds that they live: each of them is played. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private final Node node;
  private final ValueProblems problems;
  private final Set<String> known = new TreeSet<>();
  private boolean readWhole;

  Arguments(Node node, ValueProblems problems) {
    this.node = node;
    this.problems = problems;
  }

  public Node node() {
    return node;
  }

  public boolean isMapping() {
    return node.isMapping();
  }

  public void problem(Node at, String message) {
    problems.report(at.isPresent() ? at : node, message);
  }

  /** Where a value is written. */
  public Location place(Node at) {
    return problems.place((at.isPresent() ? at : node).span());
  }

  public Node field(String key) {
    known.add(key);
    return node.get(key);
  }

  public Arguments at(String key) {
    return new Arguments(field(key), problems);
  }

  /** Text, also where YAML took it for a number or a truth value; empty if absent. */
  public String text(String key) {
    return textOf(field(key));
  }

  public static String textOf(Node value) {
    return value instanceof Scalar scalar && !isNull(value) ? scalar.value() : "";
  }

  private static boolean isNull(Node value) {
    return value instanceof Scalar scalar && scalar.kind() == Scalar.Kind.NULL;
  }

  public String required(String key) {
    String text = text(key);
    if (text.isEmpty()) {
      problem(field(key), "'" + key + "' is missing");
    }
    return text;
  }

  /** A field that has to be there. */
  public Node requiredField(String key) {
    Node value = field(key);
    if (value.isAbsent()) {
      problem(node, "'" + key + "' is missing");
    }
    return value;
  }

  /** Whether a field says {@code true}; false if absent. */
  public boolean flag(String key) {
    Node value = field(key);
    if (value.isPresent() && value.asBoolean().isEmpty()) {
      problem(value, "'" + key + "' must be true or false");
    }
    return value.isTrue();
  }

  /** One of a few words; empty if absent or another one, which is told. */
  public String word(String key, List<String> words) {
    String text = text(key);
    if (text.isEmpty() && field(key).isAbsent() || words.contains(text)) {
      return text;
    }
    String hint = NearestName.to(text, words)
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("");
    problem(field(key), "'" + key + "' must be " + String.join(" or ", words) + hint);
    return "";
  }

  /** A whole number from {@code least} to {@code most}; {@code otherwise} if absent or another one. */
  public long number(String key, long otherwise, long least, long most) {
    Node value = field(key);
    if (value.isAbsent()) {
      return otherwise;
    }
    long number = value.longOr(least - 1);
    if (value.asLong().isEmpty() || number < least || number > most) {
      problem(
          value,
          most == Long.MAX_VALUE
              ? "'%s' must be a whole number, %d or more".formatted(key, least)
              : "'%s' must be a whole number from %d to %d".formatted(key, least, most));
      return otherwise;
    }
    return number;
  }

  /** The whole value as a duration such as {@code 3s} or {@code 1m30s}. */
  public Duration duration() {
    readWhole = true;
    return durationOf(node, "the time");
  }

  public Optional<Duration> duration(String key) {
    Node value = field(key);
    return value.isAbsent() ? Optional.empty() : Optional.of(durationOf(value, "'" + key + "'"));
  }

  private Duration durationOf(Node value, String what) {
    Optional<Duration> duration = DurationText.parse(textOf(value));
    if (duration.isEmpty()) {
      problem(value, what + " must be a duration such as 3s, 500ms or 1m30s");
    } else if (duration.get().compareTo(LONGEST) > 0) {
      problem(value, what + " must be no more than " + LONGEST.toDays() + " days");
    }
    return duration.orElse(Duration.ZERO);
  }

  /** A number of things, which has to be there. */
  public long count(String key) {
    Node value = requiredField(key);
    if (value.isPresent() && value.longOr(-1) < 0) {
      problem(value, "'" + key + "' must be a whole number, 0 or more");
    }
    return value.longOr(0);
  }

  /** One text or a list of texts. */
  public List<String> texts(String key) {
    Node value = field(key);
    List<String> texts = textsOf(value);
    if (value.isPresent() && (texts.isEmpty() || texts.stream().anyMatch(String::isEmpty))) {
      problem(value, "'" + key + "' must be a text or a list of texts");
    }
    return texts;
  }

  /** The whole value as one text or a list of texts; that there is none is told. */
  public List<String> names(String what) {
    readWhole = true;
    List<String> names = textsOf(node);
    if (names.isEmpty() || names.stream().anyMatch(String::isEmpty)) {
      problem(node, what + ", or a list of such, must be named");
    }
    return names;
  }

  private static List<String> textsOf(Node value) {
    List<String> texts = new ArrayList<>();
    if (value.isSequence()) {
      value.items().forEach(item -> texts.add(textOf(item)));
    } else if (value.isPresent()) {
      texts.add(textOf(value));
    }
    return texts;
  }

  public Map<String, String> textMap(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    field(key).entries().forEach(entry -> texts.put(entry.key(), textOf(entry.value())));
    return texts;
  }

  /** The whole value as one text. */
  public String name(String what) {
    readWhole = true;
    String name = textOf(node);
    if (name.isEmpty()) {
      problem(node, what + " must be named");
    }
    return name;
  }

  /** The whole value as a number within bounds. */
  public long number(String what, int least, int most) {
    readWhole = true;
    long number = node.longOr(least - 1L);
    if (number < least || number > most) {
      problem(node, "%s must be a number from %d to %d".formatted(what, least, most));
    }
    return number;
  }

  /** The object that {@code key} names, as {@code Kind/name}. */
  public Target target(String key) {
    return targetOf(field(key));
  }

  /** The object that the whole value names, or its {@code target}. */
  public Target target() {
    readWhole = !isMapping();
    return isMapping() ? target("target") : targetOf(node);
  }

  private Target targetOf(Node value) {
    Optional<Target> target = Target.parse(textOf(value));
    if (target.isEmpty()) {
      problem(value, "an object must be named as Kind/name, such as Deployment/web");
    }
    return target.orElse(new Target("", ""));
  }

  /** Tells of fields that nobody asked for. Whoever reads a verb is spared it for the whole. */
  public void done() {
    for (Mapping.Entry entry : node.entries()) {
      if (!known.contains(entry.key())) {
        problems.unknown(entry, "not known here", known);
      }
    }
    boolean isEmpty = node.isAbsent() || node instanceof Scalar && textOf(node).isEmpty();
    if (!isMapping() && !isEmpty && !readWhole) {
      String fields = known.isEmpty() ? "empty" : "with " + String.join(", ", known);
      problems.report(node, "what is written here must be a map, " + fields);
    }
  }
}
