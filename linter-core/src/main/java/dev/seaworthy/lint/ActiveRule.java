package dev.seaworthy.lint;

import dev.seaworthy.cel.CelProgram;
import dev.seaworthy.cel.PlainValues;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PathPattern;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.OpenValue;
import dev.seaworthy.manifest.Placeholder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A rule that runs, with its settings. Expressions and Java are loaded when they are first needed; of
 * two threads that load one, either one's counts.
 */
final class ActiveRule {

  /** From so many questions on it pays to work out what of its expression is always the same. */
  private static final int OFTEN = 64;

  private final Rule rule;
  private final Rule.@Nullable Expression expression;
  private final Rule.@Nullable JavaCheck java;
  private final CheckContext context;
  private final RulePrograms programs;
  private final Function<String, Optional<LintCheck>> checks;
  private final Map<String, Object> variables;
  private final List<PathPattern> over;
  private final PathPattern given;
  private final List<PathPattern> dependsOn;
  private final List<Mark> marks;
  private final Set<Container.Role> roles;
  private final RepairPlan repair;
  private final Severity severity;
  private final Optional<String> remedy;
  private volatile @Nullable CelProgram holds;
  private volatile @Nullable CelProgram message;

  /** How often it was asked, up to {@link #OFTEN}. */
  private int asked;

  private volatile @Nullable LintCheck check;

  /** {@code checks} finds those in Java, by the names of their classes. */
  ActiveRule(
      Rule rule,
      CheckContext context,
      RulePrograms programs,
      Function<String, Optional<LintCheck>> checks) {
    this.rule = rule;
    this.expression = rule.condition() instanceof Rule.Expression e ? e : null;
    this.java = rule.condition() instanceof Rule.JavaCheck j ? j : null;
    this.context = context;
    this.programs = programs;
    this.checks = checks;
    this.over = rule.over().stream().map(PathPattern::parse).toList();
    this.given = PathPattern.parse(rule.given());
    this.dependsOn = rule.dependsOn().stream().map(PathPattern::parse).toList();
    this.marks = rule.at().stream().map(Mark::parse).toList();
    this.roles = EnumSet.noneOf(Container.Role.class);
    this.roles.addAll(rule.roles());
    this.repair = RepairPlan.of(rule, context.settings());
    this.severity = severity(rule, context.settings());
    this.remedy = Optional.of(rule.remedy()).filter(text -> !text.isEmpty());
    this.variables = Map.of(
        Vocabulary.PARAMS, PlainValues.of(Mapping.of(context.parameters())),
        Vocabulary.RELEASE, (long) context.release().minor(),
        Vocabulary.PROFILE, context.settings().profile().word(),
        Vocabulary.POD_SECURITY, podSecurity(context.settings().profile()));
  }

  /** Whether it is a rule in Java. */
  boolean isJava() {
    return java != null;
  }

  /** Whether it looks at containers that play {@code role}. */
  boolean looksAt(Container.Role role) {
    return roles.contains(role);
  }

  /** What the class of a rule in Java finds; {@code graph} is there once all files are read. */
  List<Finding> check(InputObject object, Optional<ResourceGraph> graph) {
    // Not the class is asked whether it is about relations: to ask that in vain takes long.
    return java != null && java.asksOthers()
        ? ((RelationCheck) check()).check(object, RelationContext.of(context, known(graph)))
        : ((ObjectCheck) check()).check(object, context);
  }

  static ResourceGraph known(Optional<ResourceGraph> graph) {
    return graph.orElseThrow(
        () -> new IllegalStateException("a rule about relations runs before they are known"));
  }

  /** The class that judges, of a rule in Java. */
  private LintCheck check() {
    LintCheck found = check;
    if (found == null) {
      found = find();
      check = found;
    }
    return found;
  }

  private LintCheck find() {
    return Optional.ofNullable(java)
        .flatMap(named -> checks.apply(named.className()))
        .orElseThrow(() -> new IllegalStateException("no check for the rule " + rule.id()));
  }

  CheckContext context() {
    return context;
  }

  /** How its folder says that findings of its Java are mended. */
  RepairPlan repair() {
    return repair;
  }

  private static String podSecurity(RuleProfile profile) {
    return switch (profile) {
      case POD_SECURITY_BASELINE -> "baseline";
      case POD_SECURITY_RESTRICTED -> "restricted";
      default -> "";
    };
  }

  Rule rule() {
    return rule;
  }

  /** The severity of its findings where they do not say another. */
  Severity severity() {
    return severity;
  }

  private static Severity severity(Rule rule, LintSettings settings) {
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

  /** What to do about its findings where they do not say something else. */
  Optional<String> remedy() {
    return remedy;
  }

  /** What is wrong with {@code scope}. */
  List<Finding> judge(Scope scope) throws CelProgram.Failure {
    List<Finding> findings = new ArrayList<>(0);
    if (isYetToBeDecided(scope)) {
      return findings;
    }
    if (over.isEmpty()) {
      judge(scope, scope.start(), scope.node(), findings);
      return findings;
    }
    for (PathPattern pattern : over) {
      for (PathPattern.Place at : pattern.places(scope.node(), scope.start())) {
        judge(scope, at.path(), at.value(), findings);
      }
    }
    return findings;
  }

  private void judge(Scope scope, FieldPath place, Node self, List<Finding> findings)
      throws CelProgram.Failure {
    if (!isGiven(self) || isTemplated(self)) {
      return;
    }
    String field = place.lastStep();
    try {
      if (!holds(scope, self, field)) {
        Finding found =
            Finding.at(scope.object(), marked(scope, place), message(scope, self, field));
        findings.add(repair.on(found, place));
      }
    } catch (CelProgram.Failure failure) {
      if (!isOfValue(failure, scope.object())) {
        throw failure;
      }
    }
  }

  /** Whether something beside what is marked, on which the answer depends, is yet to be written. */
  private boolean isYetToBeDecided(Scope scope) {
    for (PathPattern pattern : dependsOn) {
      FieldPath path = pattern.under(scope.start());
      if (scope.object().placement().customization().patches(path)
          || isOpen(scope.object().at(path))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOpen(Node value) {
    return OpenValue.is(value.stringOr("")) || isTemplated(value);
  }

  /** Whether an engine is yet to write it, which a rule of its own tells of. */
  private static boolean isTemplated(Node value) {
    String text = value.text();
    int open = text.indexOf("{{");
    return open >= 0 && text.indexOf("}}", open) > 0;
  }

  /**
   * Whether a value that nobody can judge made an expression fail, and not a mistake of the rule. Values
   * of a known kind have the types that rules count on, but where something is yet to fill them in.
   */
  private boolean isOfValue(CelProgram.Failure failure, InputObject object) {
    return switch (failure.reason()) {
      case UNREADABLE -> true;
      case MISTYPED ->
        Placeholder.isIn(object.resource().root().toJson())
            || context.catalog().find(object.resource().gvk()).isEmpty();
      case OTHER -> false;
    };
  }

  private boolean isGiven(Node self) {
    return rule.given().isEmpty() || given.leadsAnywhere(self);
  }

  /** Whether the rule has nothing to say against {@code self}. */
  boolean holds(Scope scope, Node self, String field) throws CelProgram.Failure {
    CelProgram program = holds;
    if (program == null) {
      program = programs.load(expression().holds());
      holds = program;
    } else if (asked < OFTEN && ++asked == OFTEN) {
      program = program.knowing(variables::get);
      holds = program;
    }
    return Boolean.TRUE.equals(program.evaluate(scope.variables(self, field, variables)));
  }

  String message(Scope scope, Node self, String field) throws CelProgram.Failure {
    CelProgram program = message;
    if (program == null) {
      program = programs.load(expression().message());
      message = program;
    }
    return String.valueOf(program.evaluate(scope.variables(self, field, variables)));
  }

  private Rule.Expression expression() {
    if (expression == null) {
      throw new IllegalStateException(rule.id() + " has no expression");
    }
    return expression;
  }

  /** The place to point at: the first that exists, else the last one. */
  private FieldPath marked(Scope scope, FieldPath place) {
    FieldPath last = place;
    for (Mark mark : marks) {
      last = mark.in(scope.object(), place);
      if (scope.object().at(last).isPresent()) {
        return last;
      }
    }
    return last;
  }
}
