package dev.seaworthy.cel.compact;

import dev.seaworthy.cel.CelProgram.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an expression before it is asked: variables that have the same value each time, as
 * the parameters of a rule have. What depends on these alone is worked out once.
 */
final class Known {

  private final Variables variables;

  /** Those that something within the expression hides. */
  private final Set<String> hidden;

  Known(Variables variables) {
    this(variables, Set.of());
  }

  private Known(Variables variables, Set<String> hidden) {
    this.variables = variables;
    this.hidden = hidden;
  }

  /** The same within a comprehension, which has variables of its own. */
  Known within(Comprehension comprehension) {
    List<String> names = new ArrayList<>(hidden);
    names.add(comprehension.item());
    names.add(comprehension.result());
    return new Known(variables, Set.copyOf(names));
  }

  /** The value of a variable, if it has but one; else null. */
  @Nullable
  Object find(String variable) {
    return hidden.contains(variable) ? null : variables.find(variable);
  }

  List<Expression> settle(List<Expression> parts) {
    List<Expression> settled = new ArrayList<>(parts.size());
    for (Expression part : parts) {
      settled.add(part.knowing(this));
    }
    return settled;
  }

  static boolean areConstant(List<Expression> parts) {
    for (Expression part : parts) {
      if (!(part instanceof Constant)) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code part} is always {@code truth}. */
  static boolean isAlways(boolean truth, Expression part) {
    return part instanceof Constant constant && constant.value().equals(truth);
  }

  /**
   * The value of {@code expression}, all parts of which that count are constant. One that fails is left
   * as it is: it has to fail whenever it is asked.
   */
  static Expression valueOf(Expression expression) {
    try {
      return new Constant(expression.evaluate(new Scope(name -> null)));
    } catch (EvaluationException failure) {
      return expression;
    }
  }
}
