package dev.seaworthy.lint;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.PodTemplatePlace;
import dev.seaworthy.api.Release;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.Layout;
import dev.seaworthy.graph.NamedUnits;
import dev.seaworthy.graph.ProvidedObject;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the user wants to be looked at, and how. Each method that starts with {@code with} and its like
 * gives settings that differ in one point.
 */
public final class LintSettings {

  private static final String RELATIONS = "relations";

  private Release release;
  private RuleProfile profile = RuleProfile.RECOMMENDED;
  private Set<String> enabled = Set.of();
  private Set<String> disabled = Set.of();
  private Map<String, Severity> severities = Map.of();
  private Map<String, Map<String, Node>> parameters = Map.of();
  private World references = World.AUTO;
  private List<ExternalObject> external = List.of();
  private List<NamedUnits.Named> units = List.of();
  private List<ProvidedObject> provided = List.of();
  private List<Waiver> waivers = List.of();
  private String defaultNamespace = "";
  private List<Rule> ownRules = List.of();
  private List<NamedKind> namedKinds = List.of();
  private Map<GroupKind, PodTemplatePlace> podTemplates = Map.of();
  private boolean fixes;

  /** Whether what the input does not hold may exist elsewhere. */
  public enum World {
    /** Tell of what is missing where the input shows that such objects belong to it. */
    AUTO,
    /** The input is complete: what is missing does not exist. */
    CLOSED,
    /** Tell only of what is certainly wrong. */
    OPEN
  }

  private LintSettings(Release release) {
    this.release = release;
  }

  // Fields change only before a copy is handed out.
  private LintSettings(LintSettings other) {
    this.release = other.release;
    this.profile = other.profile;
    this.enabled = other.enabled;
    this.disabled = other.disabled;
    this.severities = other.severities;
    this.parameters = other.parameters;
    this.references = other.references;
    this.external = other.external;
    this.units = other.units;
    this.provided = other.provided;
    this.waivers = other.waivers;
    this.defaultNamespace = other.defaultNamespace;
    this.ownRules = other.ownRules;
    this.namedKinds = other.namedKinds;
    this.podTemplates = other.podTemplates;
    this.fixes = other.fixes;
  }

  /** The settings that hold where nobody sets anything. */
  public static LintSettings of(Release release) {
    return new LintSettings(release);
  }

  /** For objects that are meant for another release. */
  public LintSettings withRelease(Release other) {
    LintSettings changed = new LintSettings(this);
    changed.release = other;
    return changed;
  }

  /** With another set of rules. */
  public LintSettings withProfile(RuleProfile other) {
    LintSettings changed = new LintSettings(this);
    changed.profile = other;
    return changed;
  }

  public LintSettings withReferences(World world) {
    LintSettings changed = new LintSettings(this);
    changed.references = world;
    return changed;
  }

  /** Where objects without a namespace will go; empty if nobody knows. */
  public LintSettings withDefaultNamespace(String namespace) {
    LintSettings changed = new LintSettings(this);
    changed.defaultNamespace = namespace;
    return changed;
  }

  /** With objects that are known to exist elsewhere. */
  public LintSettings withExternal(List<ExternalObject> objects) {
    LintSettings changed = new LintSettings(this);
    changed.external = List.copyOf(objects);
    return changed;
  }

  /** With files that are applied together, and apart from all others. */
  public LintSettings withUnits(List<NamedUnits.Named> named) {
    LintSettings changed = new LintSettings(this);
    changed.units = List.copyOf(named);
    return changed;
  }

  /** With objects that come into being because others exist. */
  public LintSettings withProvided(List<ProvidedObject> objects) {
    LintSettings changed = new LintSettings(this);
    changed.provided = List.copyOf(objects);
    return changed;
  }

  /** With kinds of which nothing else tells that their objects make pods. */
  public LintSettings withPodTemplates(Map<GroupKind, PodTemplatePlace> places) {
    LintSettings changed = new LintSettings(this);
    changed.podTemplates = Map.copyOf(places);
    return changed;
  }

  Map<GroupKind, PodTemplatePlace> podTemplates() {
    return podTemplates;
  }

  /** With further rules of a project's own; those that name no profile run with all of them. */
  public LintSettings addingOwnRules(List<Rule> rules) {
    LintSettings changed = new LintSettings(this);
    List<Rule> all = new ArrayList<>(ownRules);
    all.addAll(rules);
    changed.ownRules = List.copyOf(all);
    return changed;
  }

  /** With custom kinds that these name. */
  public LintSettings addingNamedKinds(List<NamedKind> kinds) {
    LintSettings changed = new LintSettings(this);
    List<NamedKind> all = new ArrayList<>(namedKinds);
    all.addAll(kinds);
    changed.namedKinds = List.copyOf(all);
    return changed;
  }

  /** The custom kinds that rules name which run. */
  public List<NamedKind> namedKinds() {
    RuleCatalog all = rules();
    return namedKinds.stream()
        .filter(named -> all.find(named.rule()).filter(this::runs).isPresent())
        .toList();
  }

  /** The rules of the project's own. */
  public List<Rule> ownRules() {
    return ownRules;
  }

  /** The rules that there are: those that ship, and those of the project's own. */
  public RuleCatalog rules() {
    return RuleCatalog.load().with(ownRules);
  }

  /** With rules that are kept quiet in some files. */
  public LintSettings withWaivers(List<Waiver> all) {
    LintSettings changed = new LintSettings(this);
    changed.waivers = List.copyOf(all);
    return changed;
  }

  /** With findings that tell what would mend them, which takes its time. */
  public LintSettings withFixes() {
    LintSettings changed = new LintSettings(this);
    changed.fixes = true;
    return changed;
  }

  /** With one rule more beside those of the profile. */
  public LintSettings enabling(String rule) {
    LintSettings changed = new LintSettings(this);
    changed.enabled = with(rule, enabled);
    changed.disabled = without(rule, disabled);
    return changed;
  }

  /** With one rule less, whatever the profile has. */
  public LintSettings disabling(String rule) {
    LintSettings changed = new LintSettings(this);
    changed.disabled = with(rule, disabled);
    changed.enabled = without(rule, enabled);
    return changed;
  }

  private static Set<String> with(String rule, Set<String> rules) {
    Set<String> more = new HashSet<>(rules);
    more.add(rule);
    return Set.copyOf(more);
  }

  private static Set<String> without(String rule, Set<String> rules) {
    Set<String> less = new HashSet<>(rules);
    less.remove(rule);
    return Set.copyOf(less);
  }

  /** With another severity for the findings of a rule. */
  public LintSettings withSeverity(String rule, Severity severity) {
    LintSettings changed = new LintSettings(this);
    Map<String, Severity> more = new HashMap<>(severities);
    more.put(rule, severity);
    changed.severities = Map.copyOf(more);
    return changed;
  }

  /** With a value for a parameter of a rule, in place of the rule's own. */
  public LintSettings withParameter(String rule, String parameter, Node value) {
    LintSettings changed = new LintSettings(this);
    Map<String, Node> ofRule = new HashMap<>(parameters.getOrDefault(rule, Map.of()));
    ofRule.put(parameter, value);
    Map<String, Map<String, Node>> more = new HashMap<>(parameters);
    more.put(rule, Map.copyOf(ofRule));
    changed.parameters = Map.copyOf(more);
    return changed;
  }

  /** The release that the objects are meant for. */
  public Release release() {
    return release;
  }

  public RuleProfile profile() {
    return profile;
  }

  /** Rules not to run, whatever the profile has. */
  public Set<String> disabled() {
    return disabled;
  }

  /** The severities that are set, by rule. */
  public Map<String, Severity> severities() {
    return severities;
  }

  /** Whether the input is complete. */
  public World references() {
    return references;
  }

  /** Objects that are known to exist elsewhere. */
  public List<ExternalObject> external() {
    return external;
  }

  /** How the files hang together: as {@code found}, but where the user says otherwise. */
  public Layout layout(Layout found) {
    return found.with(units, provided);
  }

  /** Rules that are kept quiet in some files. */
  public List<Waiver> waivers() {
    return waivers;
  }

  /** Whether findings tell what would mend them. */
  public boolean fixes() {
    return fixes;
  }

  /** Where objects without a namespace will go; empty if nobody knows. */
  public String defaultNamespace() {
    return defaultNamespace;
  }

  /** The values of the rule's parameters: its own ones, and in their place those that are set here. */
  public Map<String, Node> parametersOf(Rule rule) {
    Map<String, Node> values = new LinkedHashMap<>();
    rule.parameters().forEach(parameter -> values.put(parameter.name(), parameter.value()));
    values.putAll(parameters.getOrDefault(rule.id(), Map.of()));
    return values;
  }

  /**
   * Whether what {@code rule} finds, or does not, hangs on each object alone: what a rule about relations
   * finds depends on which files are judged together.
   */
  public boolean isSureToTell(Rule rule) {
    return runs(rule) && !rule.category().equals(RELATIONS);
  }

  /** Whether the rule runs. */
  public boolean runs(Rule rule) {
    return !disabled.contains(rule.id())
        && (enabled.contains(rule.id()) || profile.includes(rule) || runsAlways(rule));
  }

  /** Who writes a rule of their own and names no profile for it means that it runs. */
  private boolean runsAlways(Rule rule) {
    return rule.profiles().isEmpty()
        && !profile.isPodSecurity()
        && ownRules.stream().anyMatch(own -> own.id().equals(rule.id()));
  }
}
