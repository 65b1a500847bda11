package dev.seaworthy.simulate.scenario;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.FileBytes;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.ClusterSettings;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.node.EvictionThresholds;
import dev.seaworthy.simulate.outcome.Inquiries;
import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.outcome.OutcomeRecorder;
import dev.seaworthy.simulate.scenario.language.NodeTemplate;
import dev.seaworthy.simulate.scenario.language.Scenario;
import dev.seaworthy.simulate.scenario.language.ScenarioFile;
import dev.seaworthy.simulate.scenario.verb.Verbs;
import dev.seaworthy.simulate.surroundings.Assume;
import dev.seaworthy.simulate.surroundings.AssumedNodes;
import dev.seaworthy.simulate.surroundings.Furnishing;
import dev.seaworthy.simulate.surroundings.Surroundings;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.admission.AdmissionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Plays stories about a cluster in virtual time. The same story and seed give the same answer.
 */
public final class ScenarioPlayer {

  /** The file in a scenario's folder that tells the story. */
  public static final String FILE = "scenario.yaml";

  /** The programs whose behaviour is played. */
  private static final String MIRRORED = "1.37.2";

  private final ApiCatalog catalog;
  private final Seed seed;
  private final int podLimit;
  private final Assume assume;
  private final ControlPlane controlPlane;
  private final Inquiries inquiries;
  private final AdmissionSettings admission;
  private final BuiltFolders built;

  private ScenarioPlayer(
      ApiCatalog catalog,
      Seed seed,
      int podLimit,
      Assume assume,
      ControlPlane controlPlane,
      Inquiries inquiries,
      AdmissionSettings admission,
      BuiltFolders built) {
    this.catalog = catalog;
    this.seed = seed;
    this.podLimit = podLimit;
    this.assume = assume;
    this.controlPlane = controlPlane;
    this.inquiries = inquiries;
    this.admission = admission;
    this.built = built;
  }

  /** A player whose API server knows the kinds of {@code catalog}. */
  public static ScenarioPlayer of(ApiCatalog catalog, Seed seed) {
    return new ScenarioPlayer(
        catalog,
        seed,
        ClusterSettings.USUAL_POD_LIMIT,
        Assume.EXISTING,
        ControlPlane.AS_WRITTEN,
        Inquiries.NONE,
        AdmissionSettings.USUAL,
        BuiltFolders.NONE);
  }

  /** The same, whose API server is configured so. */
  public ScenarioPlayer admitting(AdmissionSettings by) {
    return new ScenarioPlayer(catalog, seed, podLimit, assume, controlPlane, inquiries, by, built);
  }

  /** The same; controllers make no more pods once there are {@code most}. */
  public ScenarioPlayer withPodLimit(int most) {
    return new ScenarioPlayer(
        catalog, seed, most, assume, controlPlane, inquiries, admission, built);
  }

  /** The same; {@code other} says what to think of ConfigMaps and Secrets that no file holds. */
  public ScenarioPlayer assuming(Assume other) {
    return new ScenarioPlayer(
        catalog, seed, podLimit, other, controlPlane, inquiries, admission, built);
  }

  /** The same on a control plane of another kind. */
  public ScenarioPlayer on(ControlPlane other) {
    return new ScenarioPlayer(catalog, seed, podLimit, assume, other, inquiries, admission, built);
  }

  /** The same; at the end {@code questions} are answered. */
  public ScenarioPlayer asking(Inquiries questions) {
    return new ScenarioPlayer(
        catalog, seed, podLimit, assume, controlPlane, questions, admission, built);
  }

  /** The same; folders that {@code folders} knows are applied as it makes them. */
  public ScenarioPlayer building(BuiltFolders folders) {
    return new ScenarioPlayer(
        catalog, seed, podLimit, assume, controlPlane, inquiries, admission, folders);
  }

  /** How many things a story expected, and how many of them were otherwise. */
  public record Expectations(int all, int failed) {

    /** Of a story that was not played. */
    public static final Expectations NONE = new Expectations(0, 0);
  }

  /**
   * What became of a story.
   *
   * @param name what the story calls itself, and {@code purpose} what it says that it shows; empty
   *     if it does not
   * @param answer {@code observations}, {@code rejections} and {@code lookups}, in the form of the
   *     recordings; empty if the story can't be played
   * @param outcome how the cluster is at the end, and what happened
   * @param expectations how many things it expected
   * @param problems why the story can't be played, with the places
   * @param sources the texts of its files by their names, to quote from
   */
  public record Played(
      String name,
      String purpose,
      Optional<Mapping> answer,
      Outcome outcome,
      Expectations expectations,
      List<Diagnostic> problems,
      Map<String, SourceText> sources) {

    public Played {
      problems = List.copyOf(problems);
      sources = Map.copyOf(sources);
    }
  }

  /**
   * Plays a story.
   *
   * @param path the scenario file, or the folder that holds it as {@value #FILE}; the manifests that
   *     it names stand beside it
   * @throws IOException if a file can't be read
   */
  public Played play(Path path) throws IOException {
    Path file = Files.isDirectory(path) ? path.resolve(FILE) : path;
    Reading reading = new ManifestReader()
        .readValues(file.toString(), FileBytes.ofAny(file, ReadLimits.DEFAULT.fileBytes() + 1));
    Map<String, SourceText> sources = new HashMap<>(Map.of(file.toString(), reading.source()));
    ScenarioFile read = ScenarioFile.of(file.toString(), reading, Verbs.all());
    if (read.scenario().isEmpty()) {
      return unplayed(read.problems(), sources);
    }
    Scenario scenario = read.scenario().get();
    Path folder = Objects.requireNonNullElse(file.getParent(), Path.of(""));
    FolderManifests manifests = FolderManifests.of(folder, scenario, catalog, built);
    sources.putAll(manifests.sources());
    List<Diagnostic> problems = new ArrayList<>(manifests.problems());
    if (problems.isEmpty()) {
      problems.addAll(UnusedImages.of(file.toString(), reading, manifests.texts()));
    }
    return problems.isEmpty()
        ? play(scenario, manifests, Location.ofFile(file.toString()), sources)
        : unplayed(problems, sources);
  }

  private static Played unplayed(List<Diagnostic> problems, Map<String, SourceText> sources) {
    return new Played("", "", Optional.empty(), Outcome.NONE, Expectations.NONE, problems, sources);
  }

  private Played play(
      Scenario scenario,
      FolderManifests manifests,
      Location story,
      Map<String, SourceText> sources) {
    Cluster cluster = Cluster.start(
        settings(scenario).playing(scenario.images()).withPodLimit(podLimit),
        seed,
        ApiServer.of(catalog).with(admission));
    Optional<AssumedNodes> assumed = assumedNodes(scenario, manifests);
    assumed.ifPresentOrElse(
        nodes -> nodes.shapes().forEach(cluster::addNode), () -> addNodes(scenario, cluster));
    cluster.advance(Cluster.QUIET);
    Surroundings surroundings = surroundings(scenario, manifests);
    OutcomeRecorder recorder = new OutcomeRecorder(cluster, catalog, surroundings, story);
    assumed.ifPresent(nodes ->
        recorder.assumed(nodes, NodeTemplate.USUAL.shape(), "cluster.nodes says how they are"));
    manifests.standIns().forEach(recorder::filled);
    manifests.remarks().forEach(recorder::remark);
    if (controlPlane != ControlPlane.RECORDED) {
      UnprobedImages.in(manifests.written(), scenario).forEach(recorder::remark);
    }
    Furnishing furnishing = new Furnishing(surroundings, cluster.api());
    Play play = new Play(
        cluster, controlPlane, scenario.namespace(), manifests, furnishing, recorder, catalog);
    play.begin();
    play.all(scenario.steps());
    Outcome outcome = recorder.outcome(inquiries);
    return new Played(
        scenario.name(),
        scenario.purpose(),
        Optional.of(play.answer(scenario, MIRRORED)),
        scenario.hasExpectations() ? outcome.judgedByExpectations() : outcome,
        play.expectations(),
        List.of(),
        sources);
  }

  /** Where stories were recorded, nobody assumed anything of nodes. */
  private Optional<AssumedNodes> assumedNodes(Scenario scenario, FolderManifests manifests) {
    NodeTemplate usual = NodeTemplate.USUAL;
    if (controlPlane == ControlPlane.RECORDED || !scenario.nodes().equals(List.of(usual))) {
      return Optional.empty();
    }
    return Optional.of(
        assume == Assume.EXISTING
            ? AssumedNodes.suiting(manifests.written(), usual.name(), usual.count(), usual.shape())
            : AssumedNodes.bare(usual.name(), usual.count(), usual.shape()));
  }

  private static void addNodes(Scenario scenario, Cluster cluster) {
    for (NodeTemplate template : scenario.nodes()) {
      template.names().forEach(name -> cluster.addNode(name, template.shape()));
    }
  }

  /** Without chance everything takes its usual time, and where it was recorded it did. */
  private ClusterSettings settings(Scenario scenario) {
    ClusterSettings usual = controlPlane.settings(scenario);
    EvictionThresholds thresholds = usual.kubelets().evictionHard().with(scenario.evictionHard());
    ClusterSettings settings = usual.withKubelets(usual.kubelets().keepingFree(thresholds));
    return seed.isNone() || controlPlane == ControlPlane.RECORDED
        ? settings
        : settings.withJitter();
  }

  private Surroundings surroundings(Scenario scenario, FolderManifests manifests) {
    return controlPlane == ControlPlane.RECORDED
        ? Surroundings.ofStory(manifests.written(), scenario.namespace(), assume)
        : Surroundings.of(manifests.written(), scenario.namespace(), assume);
  }
}
