package dev.seaworthy.cel.compact;

import dev.seaworthy.cel.CelProgram.Variables;
import org.jspecify.annotations.Nullable;

/** The variables of one evaluation: those of the program, and within them those of comprehensions. */
final class Scope {

  /** Bounds the work of one evaluation, whatever the expression and the input. */
  private static final int MAX_ITERATIONS = 1_000_000;

  private final Scope root;
  private final Scope outer;
  private final Variables variables;
  private final String name;
  private Object value;
  private int iterations;

  /** The variables that a program is given. */
  Scope(Variables variables) {
    this.root = this;
    this.outer = this;
    this.variables = variables;
    this.name = "";
    this.value = "";
  }

  private Scope(Scope outer, String name, Object value) {
    this.root = outer.root;
    this.outer = outer;
    this.variables = outer.variables;
    this.name = name;
    this.value = value;
  }

  /** This scope with a variable more, which hides one of the same name. */
  Scope with(String variable, Object itsValue) {
    return new Scope(this, variable, itsValue);
  }

  /** Changes the innermost variable; an exception as its value is thrown whenever it is read. */
  void set(Object other) {
    value = other;
  }

  Object find(String variable) {
    for (Scope scope = this; scope != root; scope = scope.outer) {
      if (scope.name.equals(variable)) {
        if (scope.value instanceof EvaluationException failure) {
          throw failure;
        }
        return scope.value;
      }
    }
    @Nullable Object found = variables.find(variable);
    if (found == null) {
      throw new EvaluationException("there is no variable " + variable + " here");
    }
    return found;
  }

  void countIteration() {
    if (++root.iterations > MAX_ITERATIONS) {
      throw new EvaluationException("the expression takes too many steps");
    }
  }
}
