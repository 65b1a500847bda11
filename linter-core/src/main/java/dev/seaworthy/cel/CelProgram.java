package dev.seaworthy.cel;

import org.jspecify.annotations.Nullable;

/** An expression, ready to be asked, by several threads if need be. */
public interface CelProgram {

  /** An expression that gave no value: a field that is not there, a wrong type, too much work. */
  final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public Failure(Reason reason, String message, Throwable cause) {
      super(message, cause);
      this.reason = reason;
    }

    public Reason reason() {
      return reason;
    }
  }

  /** Why an expression gave no value. */
  enum Reason {
    /** A value of the right type says nothing: a text that is no number, no quantity. */
    UNREADABLE,
    /** A value is of a type for which there is no such function. */
    MISTYPED,
    /** All else: a field that is not there, a pattern that is none, too much work. */
    OTHER
  }

  /** The values of variables, as {@link PlainValues} or {@link CelValues} give them. */
  @FunctionalInterface
  interface Variables {
    /** The value of that name; null if there is none. */
    @Nullable
    Object find(String name);
  }

  /**
   * The value of the expression.
   *
   * @throws Failure if the expression fails for these values
   */
  Object evaluate(Variables variables) throws Failure;

  /**
   * This program for variables some of which have one value at every question: it gives the same
   * values, and may give them sooner.
   *
   * @param variables those that have; it gives null for others
   */
  default CelProgram knowing(Variables variables) {
    return this;
  }
}
