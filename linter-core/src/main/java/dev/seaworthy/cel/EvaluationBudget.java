package dev.seaworthy.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Collection;
import java.util.Map;

/**
 * What one evaluation may make and look through: the library counts only the steps of comprehensions,
 * while a server stops an expression by the cost of its calls too. A list or a map costs what it
 * holds each time it is a value on the way, as the library looks through all of it then; a text that
 * a call makes costs a tenth of its length, as on a server, and a search its work. Belongs to one
 * evaluation.
 */
final class EvaluationBudget implements CelEvaluationListener {

  /** Some seconds of the library's work; a server's limit for one rule is of the same order. */
  private static final long WHOLE = 5_000_000;

  /** The most items or characters that a call may make at once. */
  static final long LARGEST = WHOLE;

  private static final int CHARACTERS_PER_UNIT = 10;

  private final GrowingCalls calls;
  private final Map<Long, Object[]> arguments;
  private long left = WHOLE;

  EvaluationBudget(GrowingCalls calls) {
    this.calls = calls;
    this.arguments = calls.places();
  }

  /** Whether the evaluation had to be given up. */
  boolean isSpent() {
    return left < 0;
  }

  @Override
  public void callback(CelExpr expression, Object value) {
    if (value instanceof String text) {
      spend(isCall(expression) ? text.length() / CHARACTERS_PER_UNIT : 0);
    } else {
      lookThrough(value);
    }
    GrowingCalls.Argument argument = calls.argument(expression.id());
    if (argument != null) {
      Object[] known = arguments.get(argument.call());
      if (known != null) {
        known[argument.index()] = value;
        spendAhead(argument, known);
      }
    }
  }

  /** Asked before the call is made: its result might not fit into memory. */
  private void spendAhead(GrowingCalls.Argument argument, Object[] known) {
    if (argument.index() == known.length - 1) {
      long size = argument.growth().sizeOf(known);
      if (size / CHARACTERS_PER_UNIT > left || size > LARGEST) {
        left = -1;
      }
      spend(argument.isSearch() ? size / CHARACTERS_PER_UNIT : 0);
    }
  }

  private static boolean isCall(CelExpr expression) {
    return expression.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL;
  }

  private void lookThrough(Object value) {
    if (value instanceof Collection<?> list) {
      spend(list.size());
      list.forEach(this::lookThrough);
    } else if (value instanceof Map<?, ?> map) {
      spend(map.size());
      map.values().forEach(this::lookThrough);
    }
  }

  private void spend(long units) {
    left = left < 0 ? left : left - units;
    if (left < 0) {
      throw new IllegalStateException("the expression costs too much");
    }
  }
}
