package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The constraints on one subject, in the order of the file. If a value is missing that must be
 * there, the others are not asked.
 */
public final class Constraints {

  private static final Line[] EMPTY = {};

  public static final Constraints NONE = new Constraints(List.of(), List.of(), List.of());

  private final Line[] always;
  private final Line[] onCreate;
  private final Line[] onUpdate;

  Constraints(List<Line> always, List<Line> onCreate, List<Line> onUpdate) {
    this.always = always.isEmpty() ? EMPTY : always.toArray(EMPTY);
    this.onCreate = onCreate.isEmpty() ? EMPTY : onCreate.toArray(EMPTY);
    this.onUpdate = onUpdate.isEmpty() ? EMPTY : onUpdate.toArray(EMPTY);
  }

  /** These, and then {@code more}. */
  public Constraints and(Constraints more) {
    if (isEmpty() || more.isEmpty()) {
      return isEmpty() ? more : this;
    }
    return new Constraints(
        Stream.of(always, more.always).flatMap(Stream::of).toList(),
        Stream.of(onCreate, more.onCreate).flatMap(Stream::of).toList(),
        Stream.of(onUpdate, more.onUpdate).flatMap(Stream::of).toList());
  }

  public boolean isEmpty() {
    return always.length == 0 && onCreate.length == 0 && onUpdate.length == 0;
  }

  /** Whether one of these has something to say where nothing stands. */
  public boolean judgeAbsence() {
    return judgeAbsence(always) || judgeAbsence(onCreate) || onUpdate.length > 0;
  }

  private static boolean judgeAbsence(Line[] lines) {
    for (Line line : lines) {
      if (line.judgesAbsence()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the walk is not to go on inside the value. */
  public boolean endWalk(Value value, boolean update) {
    return endsWalk(always, value) || (update && endsWalk(onUpdate, value));
  }

  private static boolean endsWalk(Line[] lines, Value value) {
    for (Line line : lines) {
      for (Constraint word : line.words()) {
        if (word instanceof Unjudged && line.holds(value)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The unions among these, which can make the walk pass over fields. */
  public List<OneOf> unions() {
    List<OneOf> unions = new ArrayList<>();
    for (Line line : always) {
      for (Constraint word : line.words()) {
        if (word instanceof OneOf union) {
          unions.add(union);
        }
      }
    }
    return unions;
  }

  /** Reports what is violated, and tells whether what is inside the value is to be asked. */
  public boolean check(Value value, boolean update, Errors errors) {
    boolean goOn = check(always, value, errors);
    if (update) {
      for (Line line : onUpdate) {
        line.check(value, errors);
      }
      return goOn;
    }
    return goOn && check(onCreate, value, errors);
  }

  private static boolean check(Line[] lines, Value value, Errors errors) {
    for (Line line : lines) {
      if (!line.check(value, errors)) {
        return false;
      }
    }
    return true;
  }
}
