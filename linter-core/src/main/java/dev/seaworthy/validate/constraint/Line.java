package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.data.Row;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a constraint file: words that hold together, in their order.
 *
 * @param condition when they hold; null for always
 * @param heightOfStruct how many steps above the value the struct is that the condition speaks of
 * @param at where errors are reported, as a relative path; null for the value itself
 * @param ends whether later lines and words are not asked once one of these objects
 */
record Line(
    Constraint[] words,
    @Nullable Condition condition,
    int heightOfStruct,
    @Nullable RelativePath at,
    Ends ends) {

  /** What silences the words and lines after a word that objects. */
  enum Ends {
    /** A value that is missing is not asked for more. */
    IF_MISSING,
    /** Any objection. */
    ALWAYS,
    /** Nothing does. */
    NEVER
  }

  static Line read(Row row) {
    List<Constraint> words = new ArrayList<>();
    for (Cell cell : row.cells()) {
      if (!LineOptions.WORDS.contains(cell.word())) {
        words.add(ConstraintReader.constraint(row, cell));
      }
    }
    return new Line(
        words.toArray(new Constraint[0]),
        Condition.of(row),
        heightOfStruct(row),
        row.get("at").map(RelativePath::parse).orElse(null),
        row.get("stop")
            .map(stop -> stop.equals("false") ? Ends.NEVER : Ends.ALWAYS)
            .orElse(Ends.IF_MISSING));
  }

  private static int heightOfStruct(Row row) {
    if (ConstraintReader.isAboutStruct(row)) {
      return 0;
    }
    return row.subject().endsWith("]") || row.subject().endsWith("}") ? 2 : 1;
  }

  boolean holds(Value value) {
    if (condition == null) {
      return true;
    }
    Value struct = value;
    for (int i = 0; i < heightOfStruct; i++) {
      struct = struct.parent();
    }
    return condition.isMet(struct);
  }

  /** Reports what is violated, and tells whether the lines after this one are to be asked. */
  boolean check(Value value, Errors errors) {
    if (!holds(value)) {
      return true;
    }
    int before = errors.count();
    boolean goOn = true;
    for (Constraint word : words) {
      int known = errors.count();
      word.check(value, errors);
      if (errors.count() > known && ends(word)) {
        goOn = false;
        break;
      }
    }
    if (at != null && errors.count() > before) {
      errors.rename(before, at.from(value.path()));
    }
    return goOn;
  }

  private boolean ends(Constraint word) {
    return ends == Ends.ALWAYS || (ends == Ends.IF_MISSING && word instanceof Required);
  }

  boolean judgesAbsence() {
    for (Constraint word : words) {
      if (word.judgesAbsence()) {
        return true;
      }
    }
    return false;
  }
}
