package dev.seaworthy.validate.admission;

import dev.seaworthy.cel.CelProgram;
import dev.seaworthy.manifest.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The variables of a policy. Each is worked out when an expression first speaks of it, and keeps its
 * value then, as in the server.
 */
final class PolicyVariables {

  private final List<? extends Node> variables;
  private final PolicyExpressions expressions;
  private final Set<String> known = new HashSet<>();

  PolicyVariables(Node policy, PolicyExpressions expressions) {
    this.variables = policy.at("spec", "variables").items();
    this.expressions = expressions;
  }

  /** Works out what {@code expression} needs. What can't be is missing for those who use it. */
  void define(String expression, PolicyValues values) {
    for (Node variable : variables) {
      String name = variable.get("name").text();
      String source = variable.get("expression").text();
      if (speaksOf(expression, name) && known.add(name)) {
        define(source, values);
        try {
          values.define(name, expressions.program(source).orElseThrow().evaluate(values));
        } catch (CelProgram.Failure missing) {
          continue;
        }
      }
    }
  }

  private static boolean speaksOf(String expression, String variable) {
    return expression.contains(variable)
        && Pattern.compile("variables\\s*\\.\\s*\\??\\s*" + Pattern.quote(variable) + "\\b")
            .matcher(expression)
            .find();
  }
}
