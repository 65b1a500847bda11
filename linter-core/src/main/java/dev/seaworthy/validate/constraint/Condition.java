package dev.seaworthy.validate.constraint;

import static java.util.stream.Collectors.joining;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.data.Row;
import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a line holds: if each of some fields of the struct has one of some values. {@code set} is any
 * value but an empty one, {@code unset} none or an empty one.
 *
 * @param holds what must become of the comparison: true for {@code when}, false for {@code unless}
 */
record Condition(List<Term> terms, boolean holds) {

  /** A field of the struct, by the steps to it, and its values. */
  record Term(String[] steps, List<String> values) {

    private static Term read(String text) {
      int colon = text.indexOf(':');
      return new Term(
          text.substring(0, colon).split("\\."),
          List.of(text.substring(colon + 1).split(",", -1)));
    }

    private boolean isTrue(Value struct) {
      Value field = struct;
      for (String step : steps) {
        field = field.at(step);
      }
      boolean unset = Required.isEmpty(field);
      String text = field.node() instanceof Scalar scalar ? scalar.value() : "";
      return values.contains(text)
          || (unset && values.contains("unset"))
          || (!unset && values.contains("set"));
    }

    /** The structs of which this is true. */
    private Mapping schema() {
      List<String> path = List.of(steps);
      List<Mapping> either = new ArrayList<>();
      for (String value : values) {
        either.add(
            switch (value) {
              case "set" -> Presence.set(path);
              case "unset" -> Presence.not(Presence.set(path));
              default -> Presence.with(path, Mapping.of("enum", Sequence.of(written(value))));
            });
      }
      return either.size() == 1 ? either.get(0) : Presence.anyOf(either);
    }

    private static List<Node> written(String value) {
      boolean truth = value.equals("true") || value.equals("false");
      return truth
          ? List.of(Scalar.of(value), Scalar.of(value.equals("true")))
          : List.of(Scalar.of(value));
    }

    private String words() {
      String field = String.join(".", steps);
      return switch (values.get(0)) {
        case "set" -> field + " is set";
        case "unset" -> field + " is not set";
        default -> field + " is " + String.join(" or ", values);
      };
    }
  }

  static @Nullable Condition of(Row row) {
    Condition when = row.get("when").map(text -> read(text, true)).orElse(null);
    return when != null
        ? when
        : row.get("unless").map(text -> read(text, false)).orElse(null);
  }

  private static Condition read(String text, boolean holds) {
    return new Condition(Arrays.stream(text.split("\\|")).map(Term::read).toList(), holds);
  }

  boolean isMet(Value struct) {
    for (Term term : terms) {
      if (!term.isTrue(struct)) {
        return !holds;
      }
    }
    return holds;
  }

  /** The fields of the struct that it looks at. */
  List<String> fields() {
    return terms.stream().map(term -> term.steps[0]).toList();
  }

  /** The structs for which it is met. */
  Mapping schema() {
    List<Mapping> all = terms.stream().map(Term::schema).toList();
    Mapping together = all.size() == 1 ? all.get(0) : Presence.allOf(all);
    return holds ? together : Presence.not(together);
  }

  String words() {
    return (holds ? " where " : " unless ")
        + terms.stream().map(Term::words).collect(joining(" and "));
  }
}
