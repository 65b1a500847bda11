package dev.seaworthy.simulate.scenario.expectation;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.scenario.language.Arguments;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number that is expected: {@code 3}, {@code at least 2}, {@code at most 4}, {@code 2 to 4}. */
record Range(long least, long most, String text) {

  private static final String NUMBER = "(\\d{1,9})";
  private static final Pattern EXACT = Pattern.compile(NUMBER);
  private static final Pattern AT_LEAST = Pattern.compile("at least " + NUMBER);
  private static final Pattern AT_MOST = Pattern.compile("at most " + NUMBER);
  private static final Pattern BETWEEN = Pattern.compile(NUMBER + " to " + NUMBER);

  /** Reads the value of a field, which must be one if it is there. */
  static Optional<Range> read(String field, Arguments in) {
    Node value = in.field(field);
    if (value.isAbsent()) {
      return Optional.empty();
    }
    Optional<Range> range = parse(Arguments.textOf(value));
    if (range.isEmpty()) {
      in.problem(value, "'" + field + "' must be a number, 'at least 2', 'at most 4' or '2 to 4'");
    }
    return range;
  }

  static Optional<Range> parse(String text) {
    Matcher exact = EXACT.matcher(text);
    if (exact.matches()) {
      return Optional.of(new Range(number(exact, 1), number(exact, 1), text));
    }
    Matcher least = AT_LEAST.matcher(text);
    if (least.matches()) {
      return Optional.of(new Range(number(least, 1), Long.MAX_VALUE, text));
    }
    Matcher most = AT_MOST.matcher(text);
    if (most.matches()) {
      return Optional.of(new Range(0, number(most, 1), text));
    }
    Matcher between = BETWEEN.matcher(text);
    return between.matches() && number(between, 1) <= number(between, 2)
        ? Optional.of(new Range(number(between, 1), number(between, 2), text))
        : Optional.empty();
  }

  private static long number(Matcher matcher, int group) {
    return Long.parseLong(matcher.group(group));
  }

  boolean holds(long number) {
    return number >= least && number <= most;
  }
}
