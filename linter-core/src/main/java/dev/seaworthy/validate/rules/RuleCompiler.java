package dev.seaworthy.validate.rules;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OptionalType;
import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.cel.CelExpressionCompiler.InvalidExpression;
import dev.seaworthy.cel.CelProgram;
import dev.seaworthy.cel.ServerExpressions;
import dev.seaworthy.cel.ServerExpressions.Expression;
import dev.seaworthy.cel.ServerExpressions.Scope;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Compiles the rules of schemas, those that are asked. Safe for use by several threads. */
final class RuleCompiler {

  static final String SELF = "self";
  static final String OLD_SELF = "oldSelf";

  private final ServerExpressions expressions;
  private final SchemaTypes types = new SchemaTypes();
  private final Map<StructuralSchema, List<Rule>> rules = new ConcurrentHashMap<>();

  /** Compiles what may use {@code expressions}. */
  RuleCompiler(ServerExpressions expressions) {
    this.expressions = expressions;
  }

  /** The rules at {@code schema} itself; {@code isObject} where it is that of a whole object. */
  List<Rule> rules(StructuralSchema schema, boolean isObject) {
    List<Rule> known = rules.get(schema);
    if (known == null) {
      known = compile(schema, isObject);
      rules.put(schema, known);
    }
    return known;
  }

  /** The type of the values of {@code schema}; empty if rules cannot speak of them. */
  Optional<CelType> type(StructuralSchema schema, boolean isObject) {
    return isObject ? types.ofObject(schema) : types.of(schema);
  }

  private List<Rule> compile(StructuralSchema schema, boolean isObject) {
    Optional<CelType> self = type(schema, isObject);
    List<Rule> compiled = new ArrayList<>();
    if (self.isPresent()) {
      for (Node rule : schema.validationRules()) {
        compiled.add(rule(rule, self.get()));
      }
    }
    return compiled;
  }

  private Rule rule(Node rule, CelType self) {
    String text = rule.get("rule").text();
    boolean isOptional = rule.get("optionalOldSelf").isTrue();
    Scope scope = scope(self, isOptional);
    try {
      Expression expression = scope.compile(text);
      return made(rule, expression.program(), "", message(rule, scope), expression.uses(OLD_SELF));
    } catch (InvalidExpression invalid) {
      return made(rule, null, String.valueOf(invalid.getMessage()), null, false);
    }
  }

  /** The scope of a rule of a value of type {@code self}. */
  Scope scope(CelType self, boolean isOptional) {
    return expressions.scope(
        Map.of(SELF, self, OLD_SELF, isOptional ? OptionalType.create(self) : self), types);
  }

  private static @Nullable CelProgram message(Node rule, Scope scope) {
    String text = rule.get("messageExpression").text();
    if (text.isEmpty()) {
      return null;
    }
    try {
      return scope.compile(text).program();
    } catch (InvalidExpression invalid) {
      return null;
    }
  }

  private static Rule made(
      Node rule,
      @Nullable CelProgram program,
      String problem,
      @Nullable CelProgram message,
      boolean usesOldSelf) {
    return new Rule(
        rule.get("rule").text(),
        program,
        problem,
        rule.get("message").text(),
        message,
        Rule.reason(rule.get("reason")),
        steps(rule.get("fieldPath").text()),
        usesOldSelf,
        rule.get("optionalOldSelf").isTrue());
  }

  /** The names of a path like {@code .a['b'].c}. */
  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    for (String part : path.split("\\.(?![^\\[]*'\\])|\\['|'\\]")) {
      if (!part.isEmpty()) {
        steps.add(part);
      }
    }
    return steps;
  }
}
