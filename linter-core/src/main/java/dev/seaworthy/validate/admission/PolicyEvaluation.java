package dev.seaworthy.validate.admission;

import dev.cel.common.values.NullValue;
import dev.seaworthy.cel.CelProgram;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One policy asked with one parameter object: conditions first, then variables and validations. What
 * can't be evaluated is decided by the policy's failurePolicy.
 */
final class PolicyEvaluation {

  private static final int LONGEST_MESSAGE = 5 * 1024;

  private final PolicyExpressions expressions;
  private final Node spec;
  private final PolicyValues values;
  private final PolicyVariables variables;
  private final List<PolicyDecision> decisions = new ArrayList<>();

  private PolicyEvaluation(PolicyExpressions expressions, Node policy, PolicyValues values) {
    this.expressions = expressions;
    this.variables = new PolicyVariables(policy, expressions);
    this.spec = policy.get("spec");
    this.values = values;
  }

  static List<PolicyDecision> of(
      PolicyExpressions expressions, Node policy, Node params, AdmissionRequest request) {
    PolicyEvaluation evaluation =
        new PolicyEvaluation(expressions, policy, new PolicyValues(request, params));
    if (evaluation.isAsked()) {
      evaluation.validate();
      evaluation.annotate();
    }
    return evaluation.decisions;
  }

  /** Whether every expression can be run here. */
  static boolean isKnown(PolicyExpressions expressions, Node policy) {
    Node spec = policy.get("spec");
    for (String list : List.of("matchConditions", "variables", "validations")) {
      if (!areKnown(expressions, spec.get(list), "expression")) {
        return false;
      }
    }
    return areKnown(expressions, spec.get("auditAnnotations"), "valueExpression");
  }

  static boolean areKnown(PolicyExpressions expressions, Node list, String field) {
    return list.items().stream()
        .allMatch(one -> expressions.program(one.get(field).text()).isPresent());
  }

  private Object value(String source) throws CelProgram.Failure {
    variables.define(source, values);
    return expressions.program(source).orElseThrow().evaluate(values);
  }

  /** One condition that is false leaves the policy out, even where another can't be evaluated. */
  private boolean isAsked() {
    Optional<String> problem = Optional.empty();
    for (Node condition : spec.get("matchConditions").items()) {
      try {
        if (!Boolean.TRUE.equals(value(condition.get("expression").text()))) {
          return false;
        }
      } catch (CelProgram.Failure failure) {
        problem = Optional.of("the match condition " + condition.get("name").text()
            + " can't be evaluated: " + failure.getMessage());
      }
    }
    problem.ifPresent(this::fail);
    return problem.isEmpty();
  }

  private void validate() {
    for (Node validation : spec.get("validations").items()) {
      String expression = validation.get("expression").text();
      try {
        if (!Boolean.TRUE.equals(value(expression))) {
          String reason = validation.get("reason").text();
          decisions.add(
              new PolicyDecision(reason.isEmpty() ? "Invalid" : reason, message(validation)));
        }
      } catch (CelProgram.Failure failure) {
        fail("expression '" + expression.strip() + "' resulted in error: " + failure.getMessage());
      }
    }
  }

  /** What is noted for the audit must be there, and be text or nothing. */
  private void annotate() {
    for (Node annotation : spec.get("auditAnnotations").items()) {
      String expression = annotation.get("valueExpression").text();
      try {
        Object noted = value(expression);
        if (!(noted instanceof String) && !(noted instanceof NullValue)) {
          fail("valueExpression '" + expression.strip() + "' gives neither text nor null");
        }
      } catch (CelProgram.Failure failure) {
        fail("expression '" + expression.strip() + "' resulted in error: " + failure.getMessage());
      }
    }
  }

  private void fail(String problem) {
    if (!spec.get("failurePolicy").text().equals("Ignore")) {
      decisions.add(PolicyDecision.invalid(problem));
    }
  }

  private String message(Node validation) {
    String given = validation.get("message").text().strip();
    String usual = given.isEmpty()
        ? "failed expression: " + validation.get("expression").text().strip()
        : given;
    String expression = validation.get("messageExpression").text();
    Optional<CelProgram> program =
        expression.isEmpty() ? Optional.empty() : expressions.program(expression);
    if (program.isEmpty()) {
      return usual;
    }
    try {
      variables.define(expression, values);
      String message = program.get().evaluate(values) instanceof String text ? text.strip() : "";
      boolean isOne =
          !message.isEmpty() && message.indexOf('\n') < 0 && message.length() <= LONGEST_MESSAGE;
      return isOne ? message : usual;
    } catch (CelProgram.Failure failure) {
      return usual;
    }
  }
}
