package dev.seaworthy.lint;

import dev.seaworthy.cel.CelEnvironment;
import dev.seaworthy.cel.CelProgram;
import dev.seaworthy.cel.CelValues;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PathPattern;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule that runs, with its settings. Expressions are loaded when they are first needed. */
final class ActiveRule {

  private final Rule rule;
  private final Rule.@Nullable Expression expression;
  private final LintSettings settings;
  private final CelEnvironment environment;
  private final Map<String, Node> parameters;
  private final Map<String, Object> variables;
  private final List<PathPattern> over;
  private final PathPattern given;
  private @Nullable CelProgram holds;
  private @Nullable CelProgram message;

  ActiveRule(Rule rule, LintSettings settings, CelEnvironment environment) {
    this.rule = rule;
    this.expression = rule.condition() instanceof Rule.Expression e ? e : null;
    this.settings = settings;
    this.environment = environment;
    this.parameters = parameters(rule, settings);
    this.over = rule.over().stream().map(PathPattern::parse).toList();
    this.given = PathPattern.parse(rule.given());
    this.variables = Map.of(
        Vocabulary.PARAMS, CelValues.of(Mapping.of(parameters)),
        Vocabulary.RELEASE, (long) settings.release().minor(),
        Vocabulary.POD_SECURITY, podSecurity(settings.profile()));
  }

  private static Map<String, Node> parameters(Rule rule, LintSettings settings) {
    Map<String, Node> values = new LinkedHashMap<>();
    rule.parameters().forEach(parameter -> values.put(parameter.name(), parameter.value()));
    values.putAll(settings.parameters().getOrDefault(rule.id(), Map.of()));
    return values;
  }

  private static String podSecurity(Profile profile) {
    return switch (profile) {
      case POD_SECURITY_BASELINE -> "baseline";
      case POD_SECURITY_RESTRICTED -> "restricted";
      default -> "";
    };
  }

  Rule rule() {
    return rule;
  }

  Map<String, Node> parameters() {
    return parameters;
  }

  /** The severity of its findings where they do not say another. */
  Severity severity() {
    Severity chosen = settings.severities().get(rule.id());
    if (chosen != null) {
      return chosen;
    }
    if (settings.profile().isPodSecurity()) {
      return Severity.ERROR;
    }
    boolean closed = settings.references() == LintSettings.World.CLOSED;
    return closed ? rule.closedSeverity().orElse(rule.severity()) : rule.severity();
  }

  /** Whether it looks at objects like this one at all. */
  boolean concerns(InputObject object) {
    return rule.kinds().isEmpty() || rule.kinds().contains(object.kind());
  }

  /** What is wrong with {@code scope}. */
  List<Finding> judge(Scope scope) throws CelProgram.Failure {
    List<Finding> findings = new ArrayList<>();
    for (FieldPath place : places(scope)) {
      Node self = scope.object().at(place);
      String field = place.lastStep();
      if (isGiven(scope, place) && !holds(scope, self, field)) {
        findings.add(
            Finding.at(scope.object(), marked(scope.object(), place), message(scope, self, field)));
      }
    }
    return findings;
  }

  private List<FieldPath> places(Scope scope) {
    if (over.isEmpty()) {
      return List.of(scope.start());
    }
    List<FieldPath> places = new ArrayList<>();
    for (PathPattern pattern : over) {
      places.addAll(pattern.resolve(scope.object().resource().root(), scope.start()));
    }
    return places;
  }

  private boolean isGiven(Scope scope, FieldPath place) {
    return rule.given().isEmpty()
        || !given.resolve(scope.object().resource().root(), place).isEmpty();
  }

  /** Whether the rule has nothing to say against {@code self}. */
  boolean holds(Scope scope, Node self, String field) throws CelProgram.Failure {
    if (holds == null) {
      holds = environment.load(expression().holds());
    }
    return Boolean.TRUE.equals(holds.evaluate(scope.variables(self, field, variables)));
  }

  String message(Scope scope, Node self, String field) throws CelProgram.Failure {
    if (message == null) {
      message = environment.load(expression().message());
    }
    return String.valueOf(message.evaluate(scope.variables(self, field, variables)));
  }

  private Rule.Expression expression() {
    if (expression == null) {
      throw new IllegalStateException(rule.id() + " has no expression");
    }
    return expression;
  }

  /** The place to point at: a path that starts with a slash counts from the object's root. */
  private FieldPath marked(InputObject object, FieldPath place) {
    FieldPath last = place;
    for (String at : rule.at()) {
      last = at.startsWith("/")
          ? PathPattern.parse(at.substring(1)).under(FieldPath.ROOT)
          : PathPattern.parse(at).under(place);
      if (object.at(last).isPresent()) {
        return last;
      }
    }
    return last;
  }
}
