package dev.seaworthy.bench;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Two objects, value by value. What the server picks, {@code <allocated>}, may be anything, and so may
 * the time at which the recording took place.
 */
final class ValueComparison {

  private static final Pattern PICKED_BY_THE_SERVER = Pattern.compile("<[a-z]+>");

  private static final String TIME_OF_RECORDING = ".status.lastPhaseTransitionTime";

  private final List<String> differences = new ArrayList<>();
  private int values;

  private ValueComparison() {}

  static ValueComparison of(Node expected, Node actual) {
    ValueComparison comparison = new ValueComparison();
    comparison.compare("", expected, actual);
    return comparison;
  }

  boolean same() {
    return differences.isEmpty();
  }

  /** How many of the values that one of the two has are the same. */
  Share share() {
    return new Share(values - differences.size(), values);
  }

  List<String> differences() {
    return differences;
  }

  private void compare(String at, Node expected, Node actual) {
    if (holdsEntries(expected, actual) || holdsEntries(actual, expected)) {
      TreeSet<String> keys = new TreeSet<>();
      expected.entries().forEach(entry -> keys.add(entry.key()));
      actual.entries().forEach(entry -> keys.add(entry.key()));
      keys.forEach(key -> compare(at + "." + key, expected.get(key), actual.get(key)));
    } else if (expected.isSequence() && actual.isSequence() && expected.size() == actual.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(at + "[" + i + "]", expected.get(i), actual.get(i));
      }
    } else {
      values++;
      if (!at.endsWith(TIME_OF_RECORDING) && !isPicked(expected) && !expected.sameAs(actual)) {
        differences.add("%s: expected %s, is %s".formatted(at, expected.toJson(), actual.toJson()));
      }
    }
  }

  private static boolean holdsEntries(Node one, Node other) {
    return one.isMapping() && one.size() > 0 && (other.isMapping() || other.isAbsent());
  }

  private static boolean isPicked(Node expected) {
    if (expected instanceof Sequence list && list.size() > 0) {
      return list.items().stream().allMatch(ValueComparison::isPicked);
    }
    Optional<String> text = expected.asString();
    return text.isPresent() && PICKED_BY_THE_SERVER.matcher(text.get()).matches();
  }
}
