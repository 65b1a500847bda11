package dev.seaworthy.cel.compact;

/**
 * A part of an expression. Values are those of {@link dev.seaworthy.cel.PlainValues}, optionals, names
 * of types, and what functions give.
 */
sealed interface Expression
    permits Call,
        Comprehension,
        Conditional,
        Connective,
        Constant,
        Growth,
        ListOf,
        MapOf,
        Match,
        NotStrictlyFalse,
        OptionalOr,
        Select,
        Variable {

  /**
   * The value where the variables are those of {@code scope}.
   *
   * @throws EvaluationException if there is none
   */
  Object evaluate(Scope scope);

  /** An expression of the same value, in which what depends only on {@code known} is worked out. */
  Expression knowing(Known known);

  /** The value, of an expression that can only be true or false. */
  default boolean isTrue(Scope scope) {
    if (evaluate(scope) instanceof Boolean truth) {
      return truth;
    }
    throw EvaluationException.mistyped("a condition is neither true nor false");
  }
}
