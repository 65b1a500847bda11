package dev.seaworthy.cel.compact;

/**
 * An expression has no value. Part of how expressions work: a disjunction is true if one side is,
 * whether the other has a value or not. So it has no stack trace, which would cost the most.
 */
final class EvaluationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EvaluationException(String message) {
    super(message, null, false, false);
  }
}
