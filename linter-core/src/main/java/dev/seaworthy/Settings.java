package dev.seaworthy;

import dev.seaworthy.api.Release;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.judge.OtherFiles;
import dev.seaworthy.judge.Placeholders;
import dev.seaworthy.judge.UndefinedKinds;
import dev.seaworthy.lint.LintSettings;
import dev.seaworthy.lint.LintSettings.World;
import dev.seaworthy.lint.RuleProfile;
import dev.seaworthy.lint.source.OwnRules;
import dev.seaworthy.simulate.scenario.ControlPlane;
import dev.seaworthy.simulate.surroundings.Assume;
import dev.seaworthy.validate.admission.podsecurity.SecurityLevel;
import dev.seaworthy.validate.field.AddressFamilies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds for the answers. Each method gives settings that differ in one point. */
public final class Settings {

  private final JudgeSettings judge;
  /** Made when they are asked for, as those of lint: validating needs nothing of either. */
  private final @Nullable PlaySettings play;

  private final @Nullable LintSettings lint;

  private Settings(JudgeSettings judge, @Nullable PlaySettings play, @Nullable LintSettings lint) {
    this.judge = judge;
    this.play = play;
    this.lint = lint;
  }

  /**
   * The newest release, a thread for each core, the recommended rules; three nodes and no chance in a
   * dry-run. What is no whole object is a note of the answer.
   */
  public static Settings usual() {
    return new Settings(JudgeSettings.usual(), null, null);
  }

  /**
   * Judges by another release of Kubernetes.
   *
   * @param version such as {@code 1.34}
   * @throws IllegalArgumentException if it is none that the product knows
   */
  public Settings withKubernetes(String version) {
    Release other = Release.parse(version)
        .filter(Release::isSupported)
        .orElseThrow(() -> new IllegalArgumentException("Kubernetes '" + version
            + "' is not known; " + Release.OLDEST + " to " + Release.NEWEST + " are"));
    return new Settings(
        judge.withRelease(other), play, lint == null ? null : lint.withRelease(other));
  }

  /**
   * How many files are worked on at a time.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public Settings withThreads(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("there must be at least 1 thread, not " + number);
    }
    return with(judge.withThreads(number));
  }

  /**
   * What is no whole object (other tools' files, templates, patches) is a note of the answer, not a
   * problem: the usual choice.
   */
  public Settings skippingOtherFiles() {
    return with(judge.withOtherFiles(OtherFiles.SKIP));
  }

  /** What is no whole object (other tools' files, templates, patches) is an error. */
  public Settings refusingOtherFiles() {
    return with(judge.withOtherFiles(OtherFiles.ERROR));
  }

  /**
   * Takes placeholders such as {@code ${TAG}} for mistakes; usually their values are unknown, neither
   * right nor wrong.
   */
  public Settings refusingPlaceholders() {
    return with(judge.withPlaceholders(Placeholders.ERROR));
  }

  /** Takes placeholders for values that are not known yet: the usual choice. */
  public Settings acceptingPlaceholders() {
    return with(judge.withPlaceholders(Placeholders.UNKNOWN));
  }

  /**
   * Knows kinds beside those of the release.
   *
   * @param locations folders that {@code schema import} wrote, or paths and URLs of JSON Schemas in
   *     kubeconform's syntax; the first that knows a kind counts
   */
  public Settings withSchemas(List<String> locations) {
    return with(judge.withSchemaLocations(locations));
  }

  /**
   * Knows the kinds that CustomResourceDefinitions define, beside those that stand in the input itself.
   *
   * @param paths files, folders, and URLs of files that hold them
   */
  public Settings withCrds(List<String> paths) {
    return with(judge.withCrds(paths));
  }

  /**
   * Judges and completes objects by the admission policies of a cluster too, beside those that stand in
   * the input itself.
   *
   * @param paths files and folders that hold policies, their bindings, and what these ask for:
   *     parameters, namespaces
   */
  public Settings withPolicies(List<String> paths) {
    return with(judge.withPolicies(paths));
  }

  /**
   * Keeps what is fetched from URLs of schemas and definitions in {@code folder}, not in the usual
   * place of the user's caches.
   */
  public Settings withCache(Path folder) {
    return with(judge.withCache(folder));
  }

  /** Never uses the network: of URLs, what was fetched before is used, and what was not is an error. */
  public Settings offline() {
    return with(judge.offline());
  }

  /** The same, of further locations, which are asked first. */
  public Settings addingSchemas(List<String> locations) {
    List<String> all = new ArrayList<>(locations);
    all.addAll(judge.schemaLocations());
    return withSchemas(all);
  }

  /** The same as {@link #withPolicies}, of further paths. */
  public Settings addingPolicies(List<String> paths) {
    List<String> all = new ArrayList<>(judge.policies());
    all.addAll(paths);
    return withPolicies(all);
  }

  /** The same as {@link #withCrds}, of further paths. */
  public Settings addingCrds(List<String> paths) {
    List<String> all = new ArrayList<>(judge.crds());
    all.addAll(paths);
    return withCrds(all);
  }

  /**
   * Objects of kinds that nobody has defined are refused, as by a server that lacks the definition;
   * otherwise a note tells that they are not judged.
   */
  public Settings withStrictKinds() {
    return with(judge.withUndefinedKinds(UndefinedKinds.ERROR));
  }

  /** What the server answers holds each object as it would store it; lint leaves that out. */
  public Settings withResults() {
    return with(judge.withResults());
  }

  /**
   * Judges pods by the Pod Security Standards, where the labels of their namespace say nothing else or
   * the input does not hold it: pods that don't meet the level are refused, workloads that make such
   * pods are warned of, as by a cluster whose default it is.
   *
   * @param level {@code privileged}, which asks nothing and is usual, {@code baseline} or {@code
   *     restricted}
   * @throws IllegalArgumentException if it is none of them
   */
  public Settings withPodSecurity(String level) {
    return with(judge.withPodSecurity(SecurityLevel.of(level)
        .orElseThrow(() -> new IllegalArgumentException("there is no Pod Security level '" + level
            + "'; privileged, baseline and restricted are"))));
  }

  /**
   * Judges Services by the address families that the cluster has. Usually IPv4 alone is taken for
   * granted, as clusters come, and {@code lint} remarks what needs more.
   *
   * @param names {@code IPv4}, {@code IPv6} or both; a Service that asks for none gets the first
   * @throws IllegalArgumentException if they are none, or one is there twice
   */
  public Settings withIpFamilies(List<String> names) {
    return with(judge.withFamilies(AddressFamilies.of(names)
        .orElseThrow(
            () -> new IllegalArgumentException("a cluster's address families are IPv4, IPv6"
                + " or both, not '" + String.join(",", names) + "'"))));
  }

  /**
   * Runs another set of rules.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public Settings withProfile(String name) {
    return with(lint()
        .withProfile(RuleProfile.find(name)
            .orElseThrow(() -> new IllegalArgumentException("there is no profile '" + name
                + "'; there are "
                + Stream.of(RuleProfile.values())
                    .map(RuleProfile::word)
                    .collect(Collectors.joining(", "))))));
  }

  /**
   * Knows rules of a project's own beside those that ship.
   *
   * @param from where the paths count from
   * @param folders folders that hold a folder a rule, of the form of those that ship
   * @throws UnreadableInput if one of them cannot be read, or a rule in it is wrong
   */
  public Settings addingRules(Path from, List<String> folders) throws UnreadableInput {
    LintSettings changed = lint();
    for (String folder : folders) {
      OwnRules own = OwnRules.in(from.resolve(folder), folder);
      if (!own.problems().isEmpty()) {
        throw new UnreadableInput(own.problems());
      }
      changed = changed.addingOwnRules(own.rules()).addingNamedKinds(own.customKinds());
    }
    return with(changed);
  }

  /** The titles of the rules that a project has written for itself, by their names. */
  public Map<String, String> ownRules() {
    Map<String, String> titles = new HashMap<>();
    lint().ownRules().forEach(rule -> titles.put(rule.id(), rule.title()));
    return Map.copyOf(titles);
  }

  /**
   * Runs a rule that the profile does not have.
   *
   * @throws IllegalArgumentException if there is no such rule
   */
  public Settings enabling(String rule) {
    return with(lint().enabling(KnownRules.require(rule, lint().rules())));
  }

  /**
   * Leaves a rule out.
   *
   * @throws IllegalArgumentException if there is no such rule
   */
  public Settings disabling(String rule) {
    return with(lint().disabling(KnownRules.require(rule, lint().rules())));
  }

  /**
   * Gives the findings of a rule another severity.
   *
   * @throws IllegalArgumentException if there is no such rule
   */
  public Settings withSeverity(String rule, Severity severity) {
    return with(lint().withSeverity(KnownRules.require(rule, lint().rules()), severity));
  }

  /**
   * What is missing in the input is told where the input shows that it belongs there: the usual
   * choice.
   */
  public Settings inEvidentWorld() {
    return with(lint().withReferences(World.AUTO));
  }

  /** Takes the input for complete: what is missing in it does not exist. */
  public Settings inClosedWorld() {
    return with(lint().withReferences(World.CLOSED));
  }

  /** Takes the input for a part: what is missing in it may exist elsewhere. */
  public Settings inOpenWorld() {
    return with(lint().withReferences(World.OPEN));
  }

  /** Findings tell what would mend them, as far as that is known, which takes its time. */
  public Settings withFixes() {
    return with(lint().withFixes());
  }

  Settings with(LintSettings other) {
    return new Settings(judge, play, other);
  }

  private Settings with(JudgeSettings other) {
    return new Settings(other, play, lint);
  }

  private Settings with(PlaySettings other) {
    return new Settings(judge, other, lint);
  }

  /**
   * Plays a dry-run in a cluster that holds nothing beside the input: what objects name and the input
   * lacks is missing. Otherwise it is taken to be there where nothing speaks against it, and listed.
   */
  public Settings assumingNothing() {
    return with(play().withAssume(Assume.NOTHING));
  }

  /** What goes wrong in a dry-run, and what is shown of it. */
  public Settings withDryRun(DryRunOptions options) {
    return with(play().withDryRun(options));
  }

  /** How many usual nodes the cluster of a dry-run has. */
  public Settings withNodes(int number) {
    return with(play().withNodes(number));
  }

  /**
   * How many pods a dry-run plays at most. Of a workload that asks for more the others are counted, not
   * made.
   */
  public Settings withPodLimit(int number) {
    return with(play().withPodLimit(number));
  }

  /**
   * What decides in a dry-run where a real cluster leaves things to chance: ties, how late components
   * hear of changes, how long pods' starts take; 0 for no chance.
   */
  public Settings withSeed(long number) {
    return with(play().withSeed(number));
  }

  /**
   * Plays stories on a control plane as it comes, whatever they say: more than five minutes until the
   * pods of a dead node are replaced.
   */
  public Settings withRealTimings() {
    return with(play().withControlPlane(ControlPlane.REAL));
  }

  /** Plays stories on a control plane that gives up a silent node after 8 s, its pods 4 s later. */
  public Settings withQuickTimings() {
    return with(play().withControlPlane(ControlPlane.QUICK));
  }

  /**
   * Plays stories as those of the scenario corpus were recorded: quick timings, and nodes whose pods
   * are ready at once and of which nothing but their state is reported.
   */
  public Settings asRecorded() {
    return with(play().withControlPlane(ControlPlane.RECORDED));
  }

  /** In the dry-run of a change, deletes what is no longer in the files; otherwise it stays behind. */
  public Settings pruningWhatVanished() {
    return with(play().pruningWhatVanished());
  }

  /** Has dry-runs take down what can be drawn: what each pod was at every moment. */
  public Settings drawingRuns() {
    return with(play().drawingRuns());
  }

  /**
   * Plays a dry-run under so many orders of chance, from the seed on (from 1 where it is 0), and shows
   * the worst of them; 0 for one run.
   */
  public Settings exploring(int seeds) {
    return with(play().withExplored(seeds));
  }

  /**
   * The same; {@code goesOn} is told after each order how many have been played, and says whether to
   * play more. What was played until then is the answer, which says so.
   */
  public Settings exploring(int seeds, IntPredicate goesOn) {
    return with(play().withExplored(seeds).withGoesOnExploring(goesOn));
  }

  /** The release of Kubernetes that is judged by, {@code 1.37}. */
  public String kubernetes() {
    return judge.release().toString();
  }

  JudgeSettings judge() {
    return judge;
  }

  LintSettings lint() {
    return lint == null ? LintSettings.of(judge.release()) : lint;
  }

  PlaySettings play() {
    return play == null ? PlaySettings.usual() : play;
  }
}
