package dev.seaworthy.validate.custom;

import dev.seaworthy.validate.field.FieldError;
import java.util.ArrayList;
import java.util.List;

/**
 * What a schema found. The number of checks that passed decides which of several alternatives is
 * nearest to what was written, so it is counted as the server's engine counts it.
 */
final class Outcome {

  private final List<FieldError> errors = new ArrayList<>();
  private int passed;

  static Outcome of(FieldError error) {
    Outcome outcome = new Outcome();
    outcome.errors.add(error);
    return outcome;
  }

  List<FieldError> errors() {
    return errors;
  }

  boolean isValid() {
    return errors.isEmpty();
  }

  int passed() {
    return passed;
  }

  void pass() {
    passed++;
  }

  /** The same words of the same field are told once. */
  void add(FieldError error) {
    if (errors.stream().noneMatch(known -> saysTheSame(known, error))) {
      errors.add(error);
    }
  }

  private static boolean saysTheSame(FieldError one, FieldError other) {
    return one.type() == other.type()
        && one.message().equals(other.message())
        && one.place().equals(other.place());
  }

  Outcome merge(Outcome other) {
    other.errors.forEach(this::add);
    passed += other.passed;
    return this;
  }
}
