package dev.seaworthy.api.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.StringNode;

/** A mapping on one line of YAML. */
final class FlowMapping {

  /** What is the same word for a person and for every YAML parser. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9_./()-]*( [A-Za-z][A-Za-z0-9_./()-]*)*");

  private static final Set<String> WORDS_WITH_A_MEANING =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private final List<String> entries = new ArrayList<>();

  /** A text, in quotes only where YAML could read something else. */
  static String scalar(String text) {
    boolean plain = PLAIN.matcher(text).matches()
        && !WORDS_WITH_A_MEANING.contains(text.toLowerCase(Locale.ROOT));
    return plain ? text : StringNode.valueOf(text).toString();
  }

  static String release(int minor) {
    return "\"1." + minor + "\"";
  }

  /** Adds what is YAML already. */
  FlowMapping put(String key, String yaml) {
    entries.add(key + ": " + yaml);
    return this;
  }

  FlowMapping putIf(boolean present, String key, String yaml) {
    return present ? put(key, yaml) : this;
  }

  /** Adds since when and until when a run holds, where that is not the whole of {@code within}. */
  FlowMapping putLimits(Run<?> run, Run<?> within) {
    return putIf(run.since() != within.since(), "since", release(run.since()))
        .putIf(run.until() != within.until(), "until", release(run.until()));
  }

  List<String> entries() {
    return entries;
  }

  @Override
  public String toString() {
    return "{" + String.join(", ", entries) + "}";
  }
}
