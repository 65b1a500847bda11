package dev.seaworthy.lint;

import dev.seaworthy.api.Release;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the user wants to be looked at, and how.
 *
 * @param release the release that the objects are meant for
 * @param enabled rules to run beside those of the profile
 * @param disabled rules not to run, whatever else says so
 * @param parameters values by rule and parameter, in place of the rules' own
 * @param references whether the input is complete
 * @param external objects that are known to exist elsewhere
 * @param defaultNamespace where objects without a namespace will go; empty if nobody knows
 */
public record LintSettings(
    Release release,
    RuleProfile profile,
    Set<String> enabled,
    Set<String> disabled,
    Map<String, Severity> severities,
    Map<String, Map<String, Node>> parameters,
    World references,
    List<ExternalObject> external,
    String defaultNamespace) {

  /** Whether what the input does not hold may exist elsewhere. */
  public enum World {
    /** Tell of what is missing where the input shows that such objects belong to it. */
    AUTO,
    /** The input is complete: what is missing does not exist. */
    CLOSED,
    /** Tell only of what is certainly wrong. */
    OPEN
  }

  public LintSettings {
    enabled = Set.copyOf(enabled);
    disabled = Set.copyOf(disabled);
    severities = Map.copyOf(severities);
    parameters = Map.copyOf(parameters);
    external = List.copyOf(external);
  }

  /** The settings that hold where nobody sets anything. */
  public static LintSettings of(Release release) {
    return new LintSettings(
        release,
        RuleProfile.RECOMMENDED,
        Set.of(),
        Set.of(),
        Map.of(),
        Map.of(),
        World.AUTO,
        List.of(),
        "");
  }

  public LintSettings withRelease(Release other) {
    return new LintSettings(
        other,
        profile,
        enabled,
        disabled,
        severities,
        parameters,
        references,
        external,
        defaultNamespace);
  }

  public LintSettings withProfile(RuleProfile other) {
    return new LintSettings(
        release,
        other,
        enabled,
        disabled,
        severities,
        parameters,
        references,
        external,
        defaultNamespace);
  }

  public LintSettings withReferences(World world) {
    return new LintSettings(
        release,
        profile,
        enabled,
        disabled,
        severities,
        parameters,
        world,
        external,
        defaultNamespace);
  }

  public LintSettings withDefaultNamespace(String namespace) {
    return new LintSettings(
        release,
        profile,
        enabled,
        disabled,
        severities,
        parameters,
        references,
        external,
        namespace);
  }

  public LintSettings withExternal(List<ExternalObject> objects) {
    return new LintSettings(
        release,
        profile,
        enabled,
        disabled,
        severities,
        parameters,
        references,
        objects,
        defaultNamespace);
  }

  /** These settings with one rule more. */
  public LintSettings enabling(String rule) {
    Set<String> more = new HashSet<>(enabled);
    more.add(rule);
    return new LintSettings(
        release,
        profile,
        more,
        disabled,
        severities,
        parameters,
        references,
        external,
        defaultNamespace);
  }

  /** These settings with one rule less. */
  public LintSettings disabling(String rule) {
    Set<String> more = new HashSet<>(disabled);
    more.add(rule);
    return new LintSettings(
        release,
        profile,
        enabled,
        more,
        severities,
        parameters,
        references,
        external,
        defaultNamespace);
  }

  /** These settings with another severity for the findings of a rule. */
  public LintSettings withSeverity(String rule, Severity severity) {
    Map<String, Severity> more = new HashMap<>(severities);
    more.put(rule, severity);
    return new LintSettings(
        release,
        profile,
        enabled,
        disabled,
        more,
        parameters,
        references,
        external,
        defaultNamespace);
  }

  /** These settings with a parameter of a rule set. */
  public LintSettings withParameter(String rule, String parameter, Node value) {
    Map<String, Map<String, Node>> more = new HashMap<>(parameters);
    Map<String, Node> ofRule = new HashMap<>(more.getOrDefault(rule, Map.of()));
    ofRule.put(parameter, value);
    more.put(rule, Map.copyOf(ofRule));
    return new LintSettings(
        release,
        profile,
        enabled,
        disabled,
        severities,
        more,
        references,
        external,
        defaultNamespace);
  }

  /** The values of the rule's parameters: its own ones, and in their place those that are set here. */
  public Map<String, Node> parametersOf(Rule rule) {
    Map<String, Node> values = new LinkedHashMap<>();
    rule.parameters().forEach(parameter -> values.put(parameter.name(), parameter.value()));
    values.putAll(parameters.getOrDefault(rule.id(), Map.of()));
    return values;
  }

  /** Whether the rule runs. */
  public boolean runs(Rule rule) {
    return !disabled.contains(rule.id()) && (enabled.contains(rule.id()) || profile.includes(rule));
  }
}
