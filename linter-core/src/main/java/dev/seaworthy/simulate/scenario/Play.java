package dev.seaworthy.simulate.scenario;

import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.outcome.OutcomeRecorder;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One play of a story: the cluster, what is remembered of it, and the step that is being done. */
final class Play {

  /** The namespace that a story's manifests go to. */
  static final String NAMESPACE = "story";

  private static final int MINUTE_SECONDS = 60;

  private final Cluster cluster;
  private final FolderManifests manifests;
  private final Identities identities = new Identities();
  private final Recorder recorder;
  private final Rejections rejections = new Rejections();
  private final List<Mapping> observations = new ArrayList<>();
  private final List<Mapping> lookups = new ArrayList<>();
  private final ObjectVerbs objects = new ObjectVerbs(this);
  private final PodVerbs pods = new PodVerbs(this);
  private final NodeVerbs nodes = new NodeVerbs(this);
  private final RolloutVerbs rollouts = new RolloutVerbs(this);
  private final OutcomeRecorder outcome;
  private Scenario.Line line = new Scenario.Line(0, "", Location.ofFile(""), new Step.Snapshot());
  private Instant lastAction;
  private Instant lastChange;

  Play(Cluster cluster, FolderManifests manifests, OutcomeRecorder outcome) {
    this.cluster = cluster;
    this.manifests = manifests;
    this.outcome = outcome;
    this.recorder =
        new Recorder(identities, new Extremes(cluster.view(), cluster.ownedPods(), NAMESPACE));
    this.lastAction = cluster.now();
    this.lastChange = cluster.now();
    cluster.onCommit(identities);
    cluster.onCommit(recorder);
    cluster.onCommit(change -> lastChange = cluster.now());
  }

  /** Makes the namespace, before anything is recorded. */
  void begin() {
    cluster
        .api()
        .create(new Resource(new Fields()
            .put("apiVersion", "v1")
            .put("kind", "Namespace")
            .put("metadata", Mapping.of("name", Scalar.of(NAMESPACE)))
            .build()));
    recorder.take();
  }

  /** Lets one step happen. */
  void step(Scenario.Line next) {
    line = next;
    next.step().on(this);
  }

  ObjectVerbs objects() {
    return objects;
  }

  PodVerbs pods() {
    return pods;
  }

  NodeVerbs nodes() {
    return nodes;
  }

  RolloutVerbs rollouts() {
    return rollouts;
  }

  Cluster cluster() {
    return cluster;
  }

  ApiClient api() {
    return cluster.peoplesApi();
  }

  ClusterView view() {
    return cluster.view();
  }

  Identities identities() {
    return identities;
  }

  /** The documents of a file of the story, in its namespace unless they name one. */
  List<FolderManifests.Manifest> documents(String file) {
    return manifests.read(file);
  }

  /** Takes the server's answer to a manifest. */
  void applied(FolderManifests.Manifest manifest, Answer answer) {
    lastAction = cluster.now();
    rejections.note(line, answer);
    outcome.applied(manifest.written(), manifest.sent(), answer);
  }

  /** Takes the server's answer to something else that the story did. */
  void answered(Answer answer) {
    lastAction = cluster.now();
    rejections.note(line, answer);
    outcome.answered(line.place(), answer);
  }

  /** Takes note that a command gave up. */
  void gaveUp(String message) {
    lastAction = cluster.now();
    rejections.note(line, message);
    outcome.gaveUp(line.place(), message);
  }

  void found(String kind, String selector, long count) {
    lookups.add(new Fields()
        .put("step", line.number())
        .put("kind", kind)
        .put("selector", selector)
        .put("count", count)
        .build());
  }

  /** The object that a step names. */
  Optional<Resource> object(Target target) {
    boolean isOwnNamespace = target.kind().equals("Namespace") && target.name().equals("@");
    String name = isOwnNamespace ? NAMESPACE : target.name();
    return ofKind(target.kind()).stream().filter(o -> o.name().equals(name)).findFirst();
  }

  /** The objects of a kind in the story's namespace, or in no namespace; oldest first. */
  List<Resource> ofKind(String kind) {
    return view().all().stream()
        .filter(object -> object.kind().equals(kind))
        .filter(object -> object.namespace().isEmpty() || object.namespace().equals(NAMESPACE))
        .toList();
  }

  List<Resource> select(PodSelection selection) {
    return selection.select(view().list(Kinds.POD, NAMESPACE), identities::workloadOf);
  }

  void advance(Duration time) {
    cluster.advance(time);
  }

  /** Waits until the clock shows {@code second} of a minute. */
  void atSecond(int second) {
    long now = cluster.now().getEpochSecond() % MINUTE_SECONDS;
    advance(Duration.ofSeconds(Math.floorMod(second - now, MINUTE_SECONDS)));
  }

  /** Lets time pass until nothing has changed for {@code quiet}, then observes. */
  void settle(Duration quiet) {
    cluster.settle(quiet);
    observe();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** Records the state as it is. */
  void observe() {
    Fields observation = new Fields()
        .put("step", line.number())
        .put("by", line.verb())
        .put("state", Observation.of(view(), cluster.events(), NAMESPACE, identities))
        .put("since", recorder.take());
    if (line.step() instanceof Step.Settle) {
      Duration taken = Duration.between(lastAction, later(lastAction, lastChange));
      observation.put("measuredSeconds", seconds(taken));
    }
    observations.add(observation.build());
  }

  private static Scalar seconds(Duration time) {
    return new Scalar(
        Scalar.Kind.FLOAT, BigDecimal.valueOf(time.toMillis(), 3).toPlainString(), Span.NONE);
  }

  /** What became of the story, in the form in which recordings are. */
  Mapping answer(Scenario scenario, String kubernetes) {
    return new Fields()
        .put("scenario", scenario.name())
        .put("area", scenario.area())
        .put("kubernetes", kubernetes)
        .putList("rejections", rejections.all())
        .putList("lookups", lookups)
        .putList("observations", observations)
        .build();
  }
}
