package dev.seaworthy.api.selector;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one label (metav1.LabelSelectorRequirement).
 *
 * @param values without repetition, in the order written; a look-up does not search them
 */
public record Requirement(String key, Operator operator, Set<String> values) {

  /** How the value of the label and {@code values} must stand to each other. */
  public enum Operator {
    IN("In"),
    NOT_IN("NotIn"),
    EXISTS("Exists"),
    DOES_NOT_EXIST("DoesNotExist"),
    /** Any other word: the server refuses it, and nothing fulfils it. */
    UNKNOWN("");

    private final String word;

    Operator(String word) {
      this.word = word;
    }

    /** The operator that manifests call {@code word}. */
    public static Operator of(String word) {
      return switch (word) {
        case "In" -> IN;
        case "NotIn" -> NOT_IN;
        case "Exists" -> EXISTS;
        case "DoesNotExist" -> DOES_NOT_EXIST;
        default -> UNKNOWN;
      };
    }

    /** As manifests call it; empty for what is none. */
    public String word() {
      return word;
    }
  }

  public static Requirement of(String key, String operator, Collection<String> values) {
    return new Requirement(key, Operator.of(operator), new LinkedHashSet<>(values));
  }

  /** Whether {@code value}, the label's, or null where there is no such label, fulfils this. */
  public boolean accepts(@Nullable String value) {
    return switch (operator) {
      case IN -> value != null && values.contains(value);
      case NOT_IN -> value == null || !values.contains(value);
      case EXISTS -> value != null;
      case DOES_NOT_EXIST -> value == null;
      case UNKNOWN -> false;
    };
  }

  /** As {@code kubectl -l} writes it. */
  @Override
  public String toString() {
    String list = " (" + String.join(", ", values) + ")";
    return switch (operator) {
      case IN -> key + " in" + list;
      case NOT_IN, UNKNOWN -> key + " notin" + list;
      case EXISTS -> key;
      case DOES_NOT_EXIST -> "!" + key;
    };
  }
}
