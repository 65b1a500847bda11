package dev.seaworthy.lint;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.Container;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule says of itself.
 *
 * @param id its name, which never changes
 * @param profiles the profiles that it belongs to as its folder says; {@link RuleProfile} adds the rest
 * @param since the version of the product that it came with
 * @param each what it is asked of
 * @param kinds the kinds of object that it looks at; empty for all, and for what {@code each} says
 * @param roles the containers that it looks at
 * @param over patterns of places below what it is asked of, each of which it judges by itself; empty
 *     for the thing as a whole
 * @param given a path below that; where nothing is written there, the rule has nothing to say
 * @param dependsOn paths below what it is asked of that decide, too: where one of them is yet to be
 *     written, by a patch or in the place of a placeholder, the rule has nothing to say
 * @param targets for a rule about references: the kinds that are named
 * @param at where to point a reader at: the first of these paths that exists, else the last one
 * @param remedy what to do about a finding
 * @param fix what mends a finding, where the rule's folder can say it
 */
public record Rule(
    String id,
    String title,
    Severity severity,
    String category,
    Set<String> profiles,
    String since,
    Each each,
    Set<GroupKind> kinds,
    Set<Container.Role> roles,
    List<String> over,
    String given,
    List<String> dependsOn,
    Set<GroupKind> targets,
    List<RuleParameter> parameters,
    List<String> at,
    Optional<Severity> closedSeverity,
    String remedy,
    Optional<RuleFix> fix,
    Condition condition) {

  /** How a rule judges. */
  public sealed interface Condition {}

  /**
   * Two compiled expressions: what must hold, and what to say where it does not.
   *
   * @param source what must hold, as the rule's file says it
   * @param asksOthers whether it asks of other objects than the one it judges
   */
  public record Expression(String source, Code holds, Code message, boolean asksOthers)
      implements Condition {}

  /** What runs an expression. */
  public enum Form {
    /** Our own evaluator, which starts at once. */
    COMPACT,
    /** The CEL library. */
    LIBRARY
  }

  /** A compiled expression. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares the bytes.
  public record Code(Form form, byte[] bytes) {}

  /**
   * A class of the package {@code check}, by its name.
   *
   * @param asksOthers whether it asks of other objects than the one it judges
   */
  public record JavaCheck(String className, boolean asksOthers) implements Condition {}

  /** This rule, judging by another condition. */
  public Rule withCondition(Condition other) {
    return new Rule(
        id,
        title,
        severity,
        category,
        profiles,
        since,
        each,
        kinds,
        roles,
        over,
        given,
        dependsOn,
        targets,
        parameters,
        at,
        closedSeverity,
        remedy,
        fix,
        other);
  }

  /** The parameter of that name. */
  public Optional<RuleParameter> parameter(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst();
  }

  /** Whether it looks at objects of that kind at all. */
  boolean concerns(GroupKind kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }

  /** Whether it has to wait until all objects are known. */
  boolean isAboutRelations() {
    return each == Each.REFERENCE
        || condition instanceof JavaCheck java && java.asksOthers()
        || condition instanceof Expression expression && expression.asksOthers();
  }

  /** Whether the CEL library has to evaluate it. */
  boolean needsLibrary() {
    return condition instanceof Expression expression
        && (expression.holds().form() == Form.LIBRARY
            || expression.message().form() == Form.LIBRARY);
  }

  /** Whether it asks that something be in the input which may as well be elsewhere. */
  public boolean isAboutAbsence() {
    return each == Each.REFERENCE;
  }
}
