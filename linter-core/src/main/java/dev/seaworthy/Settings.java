package dev.seaworthy;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.remote.CacheFolder;
import dev.seaworthy.api.remote.RemoteFiles;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.judge.OtherFiles;
import dev.seaworthy.judge.Placeholders;
import dev.seaworthy.judge.UndefinedKinds;
import dev.seaworthy.lint.LintSettings;
import dev.seaworthy.lint.LintSettings.World;
import dev.seaworthy.lint.RuleProfile;
import dev.seaworthy.lint.source.OwnRules;
import dev.seaworthy.simulate.ClusterSettings;
import dev.seaworthy.simulate.scenario.ControlPlane;
import dev.seaworthy.simulate.surroundings.Assume;
import dev.seaworthy.validate.admission.AdmissionSettings;
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

  private static final int USUAL_NODES = 3;

  private Release release = Release.NEWEST;
  private OtherFiles otherFiles = OtherFiles.SKIP;
  private Placeholders placeholders = Placeholders.UNKNOWN;
  private int threads = Runtime.getRuntime().availableProcessors();
  private List<String> schemaLocations = List.of();
  private List<String> crds = List.of();
  private List<String> policies = List.of();
  private @Nullable Path cache;
  private boolean offline;
  private UndefinedKinds undefinedKinds = UndefinedKinds.NOTE;
  private boolean results;
  private SecurityLevel podSecurity = SecurityLevel.PRIVILEGED;
  private AddressFamilies families = AddressFamilies.ASSUMED;
  /** Made when it is asked for: validating needs nothing of it. */
  private @Nullable LintSettings lint;

  private int nodes = USUAL_NODES;
  private int podLimit = ClusterSettings.USUAL_POD_LIMIT;
  private long seed;
  private boolean takingInputForAll;
  private ControlPlane controlPlane = ControlPlane.AS_WRITTEN;
  private DryRunOptions dryRun = DryRunOptions.usual();
  private boolean pruning;
  private boolean drawing;
  private int explored;
  private IntPredicate goesOnExploring = played -> true;

  private Settings() {}

  // Fields change only before a copy is handed out.
  private Settings(Settings other) {
    this.release = other.release;
    this.otherFiles = other.otherFiles;
    this.placeholders = other.placeholders;
    this.threads = other.threads;
    this.schemaLocations = other.schemaLocations;
    this.crds = other.crds;
    this.policies = other.policies;
    this.cache = other.cache;
    this.offline = other.offline;
    this.undefinedKinds = other.undefinedKinds;
    this.results = other.results;
    this.podSecurity = other.podSecurity;
    this.families = other.families;
    this.lint = other.lint;
    this.nodes = other.nodes;
    this.podLimit = other.podLimit;
    this.seed = other.seed;
    this.takingInputForAll = other.takingInputForAll;
    this.controlPlane = other.controlPlane;
    this.dryRun = other.dryRun;
    this.pruning = other.pruning;
    this.drawing = other.drawing;
    this.explored = other.explored;
    this.goesOnExploring = other.goesOnExploring;
  }

  /**
   * The newest release, a thread for each core, the recommended rules; three nodes and no chance in a
   * dry-run. What is no whole object is a note of the answer.
   */
  public static Settings usual() {
    return new Settings();
  }

  /**
   * Judges by another release of Kubernetes.
   *
   * @param version such as {@code 1.34}
   * @throws IllegalArgumentException if it is none that the product knows
   */
  public Settings withKubernetes(String version) {
    Settings changed = new Settings(this);
    changed.release = Release.parse(version)
        .filter(Release::isSupported)
        .orElseThrow(() -> new IllegalArgumentException("Kubernetes '" + version
            + "' is not known; " + Release.OLDEST + " to " + Release.NEWEST + " are"));
    changed.lint = lint == null ? null : lint.withRelease(changed.release);
    return changed;
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
    Settings changed = new Settings(this);
    changed.threads = number;
    return changed;
  }

  /**
   * What is no whole object (other tools' files, templates, patches) is a note of the answer, not a
   * problem: the usual choice.
   */
  public Settings skippingOtherFiles() {
    return withOtherFiles(OtherFiles.SKIP);
  }

  /** What is no whole object (other tools' files, templates, patches) is an error. */
  public Settings refusingOtherFiles() {
    return withOtherFiles(OtherFiles.ERROR);
  }

  private Settings withOtherFiles(OtherFiles choice) {
    Settings changed = new Settings(this);
    changed.otherFiles = choice;
    return changed;
  }

  /**
   * Takes placeholders such as {@code ${TAG}} for mistakes; usually their values are unknown, neither
   * right nor wrong.
   */
  public Settings refusingPlaceholders() {
    return withPlaceholders(Placeholders.ERROR);
  }

  /** Takes placeholders for values that are not known yet: the usual choice. */
  public Settings acceptingPlaceholders() {
    return withPlaceholders(Placeholders.UNKNOWN);
  }

  private Settings withPlaceholders(Placeholders choice) {
    Settings changed = new Settings(this);
    changed.placeholders = choice;
    return changed;
  }

  /**
   * Knows kinds beside those of the release.
   *
   * @param locations folders that {@code schema import} wrote, or paths and URLs of JSON Schemas in
   *     kubeconform's syntax; the first that knows a kind counts
   */
  public Settings withSchemas(List<String> locations) {
    Settings changed = new Settings(this);
    changed.schemaLocations = List.copyOf(locations);
    return changed;
  }

  /**
   * Knows the kinds that CustomResourceDefinitions define, beside those that stand in the input itself.
   *
   * @param paths files, folders, and URLs of files that hold them
   */
  public Settings withCrds(List<String> paths) {
    Settings changed = new Settings(this);
    changed.crds = List.copyOf(paths);
    return changed;
  }

  /**
   * Judges and completes objects by the admission policies of a cluster too, beside those that stand in
   * the input itself.
   *
   * @param paths files and folders that hold policies, their bindings, and what these ask for:
   *     parameters, namespaces
   */
  public Settings withPolicies(List<String> paths) {
    Settings changed = new Settings(this);
    changed.policies = List.copyOf(paths);
    return changed;
  }

  /**
   * Keeps what is fetched from URLs of schemas and definitions in {@code folder}, not in the usual
   * place of the user's caches.
   */
  public Settings withCache(Path folder) {
    Settings changed = new Settings(this);
    changed.cache = folder;
    return changed;
  }

  /** Never uses the network: of URLs, what was fetched before is used, and what was not is an error. */
  public Settings offline() {
    Settings changed = new Settings(this);
    changed.offline = true;
    return changed;
  }

  /** The same, of further locations, which are asked first. */
  public Settings addingSchemas(List<String> locations) {
    List<String> all = new ArrayList<>(locations);
    all.addAll(schemaLocations);
    return withSchemas(all);
  }

  /** The same as {@link #withPolicies}, of further paths. */
  public Settings addingPolicies(List<String> paths) {
    List<String> all = new ArrayList<>(policies);
    all.addAll(paths);
    return withPolicies(all);
  }

  /** The same as {@link #withCrds}, of further paths. */
  public Settings addingCrds(List<String> paths) {
    List<String> all = new ArrayList<>(crds);
    all.addAll(paths);
    return withCrds(all);
  }

  /**
   * Objects of kinds that nobody has defined are refused, as by a server that lacks the definition;
   * otherwise a note tells that they are not judged.
   */
  public Settings withStrictKinds() {
    Settings changed = new Settings(this);
    changed.undefinedKinds = UndefinedKinds.ERROR;
    return changed;
  }

  /** What the server answers holds each object as it would store it; lint leaves that out. */
  public Settings withResults() {
    Settings changed = new Settings(this);
    changed.results = true;
    return changed;
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
    Settings changed = new Settings(this);
    changed.podSecurity = SecurityLevel.of(level)
        .orElseThrow(() -> new IllegalArgumentException("there is no Pod Security level '" + level
            + "'; privileged, baseline and restricted are"));
    return changed;
  }

  /**
   * Judges Services by the address families that the cluster has. Usually IPv4 alone is taken for
   * granted, as clusters come, and {@code lint} remarks what needs more.
   *
   * @param names {@code IPv4}, {@code IPv6} or both; a Service that asks for none gets the first
   * @throws IllegalArgumentException if they are none, or one is there twice
   */
  public Settings withIpFamilies(List<String> names) {
    Settings changed = new Settings(this);
    changed.families = AddressFamilies.of(names)
        .orElseThrow(
            () -> new IllegalArgumentException("a cluster's address families are IPv4, IPv6"
                + " or both, not '" + String.join(",", names) + "'"));
    return changed;
  }

  /**
   * Runs another set of rules.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public Settings withProfile(String name) {
    return withLint(lint()
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
      changed = changed.addingOwnRules(own.rules());
    }
    return withLint(changed);
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
    return withLint(lint().enabling(KnownRules.require(rule, lint().rules())));
  }

  /**
   * Leaves a rule out.
   *
   * @throws IllegalArgumentException if there is no such rule
   */
  public Settings disabling(String rule) {
    return withLint(lint().disabling(KnownRules.require(rule, lint().rules())));
  }

  /**
   * Gives the findings of a rule another severity.
   *
   * @throws IllegalArgumentException if there is no such rule
   */
  public Settings withSeverity(String rule, Severity severity) {
    return withLint(lint().withSeverity(KnownRules.require(rule, lint().rules()), severity));
  }

  /** What is missing in the input is told where the input shows that it belongs there: the usual choice. */
  public Settings inEvidentWorld() {
    return withLint(lint().withReferences(World.AUTO));
  }

  /** Takes the input for complete: what is missing in it does not exist. */
  public Settings inClosedWorld() {
    return withLint(lint().withReferences(World.CLOSED));
  }

  /** Takes the input for a part: what is missing in it may exist elsewhere. */
  public Settings inOpenWorld() {
    return withLint(lint().withReferences(World.OPEN));
  }

  /** Findings tell what would mend them, as far as that is known, which takes its time. */
  public Settings withFixes() {
    return withLint(lint().withFixes());
  }

  Settings withLint(LintSettings other) {
    Settings changed = new Settings(this);
    changed.lint = other;
    return changed;
  }

  /**
   * Plays a dry-run in a cluster that holds nothing beside the input: what objects name and the input
   * lacks is missing. Otherwise it is taken to be there where nothing speaks against it, and listed.
   */
  public Settings assumingNothing() {
    Settings changed = new Settings(this);
    changed.takingInputForAll = true;
    return changed;
  }

  /** What goes wrong in a dry-run, and what is shown of it. */
  public Settings withDryRun(DryRunOptions options) {
    Settings changed = new Settings(this);
    changed.dryRun = options;
    return changed;
  }

  /** How many usual nodes the cluster of a dry-run has. */
  public Settings withNodes(int number) {
    Settings changed = new Settings(this);
    changed.nodes = number;
    return changed;
  }

  /**
   * How many pods a dry-run plays at most. Of a workload that asks for more the others are counted, not
   * made.
   */
  public Settings withPodLimit(int number) {
    Settings changed = new Settings(this);
    changed.podLimit = number;
    return changed;
  }

  /**
   * What decides in a dry-run where a real cluster leaves things to chance: ties, how late components
   * hear of changes, how long pods' starts take; 0 for no chance.
   */
  public Settings withSeed(long number) {
    Settings changed = new Settings(this);
    changed.seed = number;
    return changed;
  }

  /**
   * Plays stories on a control plane as it comes, whatever they say: more than five minutes until the
   * pods of a dead node are replaced.
   */
  public Settings withRealTimings() {
    return withControlPlane(ControlPlane.REAL);
  }

  /** Plays stories on a control plane that gives up a silent node after 8 s, its pods 4 s later. */
  public Settings withQuickTimings() {
    return withControlPlane(ControlPlane.QUICK);
  }

  /**
   * Plays stories as those of the scenario corpus were recorded: quick timings, and nodes whose pods
   * are ready at once and of which nothing but their state is reported.
   */
  public Settings asRecorded() {
    return withControlPlane(ControlPlane.RECORDED);
  }

  /** In the dry-run of a change, deletes what is no longer in the files; otherwise it stays behind. */
  public Settings pruningWhatVanished() {
    Settings changed = new Settings(this);
    changed.pruning = true;
    return changed;
  }

  /** Has dry-runs take down what can be drawn: what each pod was at every moment. */
  public Settings drawingRuns() {
    Settings changed = new Settings(this);
    changed.drawing = true;
    return changed;
  }

  /**
   * Plays a dry-run under so many orders of chance, from the seed on (from 1 where it is 0), and shows
   * the worst of them; 0 for one run.
   */
  public Settings exploring(int seeds) {
    Settings changed = new Settings(this);
    changed.explored = seeds;
    return changed;
  }

  /**
   * The same; {@code goesOn} is told after each order how many have been played, and says whether to
   * play more. What was played until then is the answer, which says so.
   */
  public Settings exploring(int seeds, IntPredicate goesOn) {
    Settings changed = exploring(seeds);
    changed.goesOnExploring = goesOn;
    return changed;
  }

  private Settings withControlPlane(ControlPlane other) {
    Settings changed = new Settings(this);
    changed.controlPlane = other;
    return changed;
  }

  /** The release of Kubernetes that is judged by, {@code 1.37}. */
  public String kubernetes() {
    return release.toString();
  }

  Release release() {
    return release;
  }

  OtherFiles otherFiles() {
    return otherFiles;
  }

  Placeholders placeholders() {
    return placeholders;
  }

  int threads() {
    return threads;
  }

  List<String> schemaLocations() {
    return schemaLocations;
  }

  List<String> crds() {
    return crds;
  }

  RemoteFiles remoteFiles() {
    return RemoteFiles.keptIn(cache == null ? CacheFolder.ofUser() : cache, offline);
  }

  List<String> policies() {
    return policies;
  }

  UndefinedKinds undefinedKinds() {
    return undefinedKinds;
  }

  boolean results() {
    return results;
  }

  AdmissionSettings admission() {
    return AdmissionSettings.USUAL.withPodSecurity(podSecurity).withFamilies(families);
  }

  LintSettings lint() {
    return lint == null ? LintSettings.of(release) : lint;
  }

  int nodes() {
    return nodes;
  }

  int podLimit() {
    return podLimit;
  }

  long seed() {
    return seed;
  }

  DryRunOptions dryRun() {
    return dryRun;
  }

  Assume assume() {
    return takingInputForAll ? Assume.NOTHING : Assume.EXISTING;
  }

  int explored() {
    return explored;
  }

  IntPredicate goesOnExploring() {
    return goesOnExploring;
  }

  boolean drawing() {
    return drawing;
  }

  boolean pruning() {
    return pruning;
  }

  ControlPlane controlPlane() {
    return controlPlane;
  }
}
