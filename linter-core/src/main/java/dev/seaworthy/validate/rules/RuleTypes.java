package dev.seaworthy.validate.rules;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.cel.CelExpressionCompiler.InvalidExpression;
import dev.seaworthy.cel.ServerExpressions.Expression;
import dev.seaworthy.cel.ServerExpressions.Scope;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Request;
import java.util.Optional;

/** Whether the rules that a definition has are expressions of the right types. */
public final class RuleTypes {

  private final RuleCompiler compiler;

  /** For definitions that {@code request} writes. */
  public RuleTypes(Request request) {
    this.compiler = new RuleCompiler(ServerLibrary.expressions(request));
  }

  /**
   * What is wrong with a rule.
   *
   * @param rule with its expression; empty if nothing is
   * @param message with the expression of its message
   * @param usesOldSelf whether it compares with what was before
   * @param cost what the rule costs at most for one value; 0 if it is none
   * @param messageCost what its message costs
   */
  public record Finding(
      Optional<String> rule,
      Optional<String> message,
      boolean usesOldSelf,
      long cost,
      long messageCost) {}

  /** How many values of {@code schema} there can be in one object at most. */
  public static long mostValues(StructuralSchema schema) {
    return ValueSizes.mostInRequest(schema);
  }

  /** Whether rules can speak of values of {@code schema} at all. */
  public boolean knows(StructuralSchema schema, boolean isObject) {
    return compiler.type(schema, isObject).isPresent();
  }

  /** Judges a rule of a schema that {@link #knows} values. */
  public Finding judge(StructuralSchema schema, boolean isObject, Node rule) {
    CelType self = compiler.type(schema, isObject).orElseThrow();
    Scope scope = compiler.scope(self, rule.get("optionalOldSelf").isTrue());
    boolean usesOldSelf = false;
    long cost = 0;
    Optional<String> problem = Optional.empty();
    try {
      Expression expression = scope.compile(rule.get("rule").text());
      usesOldSelf = expression.uses(RuleCompiler.OLD_SELF);
      cost = RuleCost.of(expression.tree(), schema);
      if (!expression.type().equals(SimpleType.BOOL)) {
        problem =
            Optional.of("must give true or false, not " + expression.type().name());
      }
    } catch (InvalidExpression invalid) {
      problem = Optional.of("is no valid expression: " + invalid.getMessage());
    }
    String message = rule.get("messageExpression").text();
    return new Finding(
        problem, message(scope, message), usesOldSelf, cost, costOf(scope, message, schema));
  }

  private static long costOf(Scope scope, String message, StructuralSchema schema) {
    try {
      return message.isBlank() ? 0 : RuleCost.of(scope.compile(message).tree(), schema);
    } catch (InvalidExpression invalid) {
      return 0;
    }
  }

  private static Optional<String> message(Scope scope, String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      CelType type = scope.compile(text).type();
      return type.equals(SimpleType.STRING)
          ? Optional.empty()
          : Optional.of("must give a string, not " + type.name());
    } catch (InvalidExpression invalid) {
      return Optional.of("is no valid expression: " + invalid.getMessage());
    }
  }
}
