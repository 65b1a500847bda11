package dev.seaworthy.cel.compact;

import dev.seaworthy.cel.CelProgram;

/**
 * An expression has no value. Part of how expressions work: a disjunction is true if one side is,
 * whether the other has a value or not. So it has no stack trace, which would cost the most.
 */
final class EvaluationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final CelProgram.Reason reason;

  EvaluationException(String message) {
    this(CelProgram.Reason.OTHER, message);
  }

  EvaluationException(CelProgram.Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  static EvaluationException mistyped(String message) {
    return new EvaluationException(CelProgram.Reason.MISTYPED, message);
  }

  static EvaluationException unreadable(String message) {
    return new EvaluationException(CelProgram.Reason.UNREADABLE, message);
  }

  CelProgram.Reason reason() {
    return reason;
  }
}
