package dev.seaworthy.validate.admission;

import dev.seaworthy.cel.CelProgram;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.defaulting.Defaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One policy that changes objects, with one parameter object: conditions first, then its mutations in
 * their order, each of what those before it made. What cannot be evaluated is left undone and told.
 */
final class PolicyMutation {

  private final PolicyExpressions expressions;
  private final Node spec;
  private final Node params;
  private final Defaults defaults;
  private final PolicyVariables variables;
  private final List<String> problems = new ArrayList<>();
  private AdmissionRequest request;
  private PolicyValues values;

  PolicyMutation(PolicyExpressions expressions, BoundPolicy bound, Node params, Defaults defaults) {
    this.expressions = expressions;
    this.spec = bound.policy().at("spec");
    this.params = params;
    this.defaults = defaults;
    this.variables = new PolicyVariables(bound.policy().root(), expressions);
    this.request = bound.request();
    this.values = new PolicyValues(request, params);
  }

  /** Whether every expression can be run here. */
  static boolean isKnown(PolicyExpressions expressions, Node policy) {
    Node spec = policy.get("spec");
    return PolicyEvaluation.areKnown(expressions, spec.get("matchConditions"), "expression")
        && PolicyEvaluation.areKnown(expressions, spec.get("variables"), "expression")
        && spec.get("mutations").items().stream()
            .allMatch(one -> expressions.patch(source(one)).isPresent());
  }

  private static String source(Node mutation) {
    return isJsonPatch(mutation)
        ? mutation.at("jsonPatch", "expression").text()
        : mutation.at("applyConfiguration", "expression").text();
  }

  private static boolean isJsonPatch(Node mutation) {
    return mutation.get("patchType").text().equals("JSONPatch");
  }

  /** What went wrong, if something did. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Whether the conditions hold; if one is false, it does not matter that another has no value. */
  boolean isAsked() {
    Optional<String> problem = Optional.empty();
    for (Node condition : spec.get("matchConditions").items()) {
      String source = condition.get("expression").text();
      try {
        variables.define(source, values);
        if (!Boolean.TRUE.equals(expressions.program(source).orElseThrow().evaluate(values))) {
          return false;
        }
      } catch (CelProgram.Failure failure) {
        problem = Optional.of("the match condition " + condition.get("name").text()
            + " can't be evaluated: " + failure.getMessage());
      }
    }
    problem.ifPresent(problems::add);
    return problem.isEmpty();
  }

  /** The object after the mutations that could be done. */
  Mapping mutated() {
    for (Node mutation : spec.get("mutations").items()) {
      try {
        become(mutated(mutation));
      } catch (CelProgram.Failure | PatchedObject.Unfit failure) {
        problems.add(failure.getMessage());
      }
    }
    return request.object();
  }

  private void become(Mapping changed) {
    request = request.withObject(changed);
    values = values.with(request, params);
  }

  private Mapping mutated(Node mutation) throws CelProgram.Failure, PatchedObject.Unfit {
    String source = source(mutation);
    variables.define(source, values);
    Object given = expressions.patch(source).orElseThrow().evaluate(values);
    PatchedObject object = new PatchedObject(request, defaults);
    return isJsonPatch(mutation) ? object.patched(given) : object.merged(given);
  }
}
