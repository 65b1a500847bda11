package dev.seaworthy.simulate.scenario;

import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.outcome.OutcomeRecorder;
import dev.seaworthy.simulate.scenario.language.Manifest;
import dev.seaworthy.simulate.scenario.language.PodSelection;
import dev.seaworthy.simulate.scenario.language.Scenario;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.scenario.language.Target;
import dev.seaworthy.simulate.scenario.observation.Extremes;
import dev.seaworthy.simulate.scenario.observation.Fields;
import dev.seaworthy.simulate.scenario.observation.Identities;
import dev.seaworthy.simulate.scenario.observation.Observation;
import dev.seaworthy.simulate.scenario.observation.Recorder;
import dev.seaworthy.simulate.scenario.observation.Rejections;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Kinds;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One play of a story: the cluster, what is remembered of it, and the step that is being done. */
final class Play implements StepContext {

  /** The namespace that a story's manifests go to. */
  static final String NAMESPACE = "story";

  private final Cluster cluster;
  private final FolderManifests manifests;
  private final Identities identities = new Identities();
  private final Recorder recorder;
  private final Rejections rejections = new Rejections();
  private final List<Mapping> observations = new ArrayList<>();
  private final List<Mapping> lookups = new ArrayList<>();
  private final OutcomeRecorder outcome;
  private Scenario.Line line = new Scenario.Line(0, "", "", Location.ofFile(""), context -> {});
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
    if (!next.title().isEmpty()) {
      outcome.step(next.title());
    }
    next.step().on(this);
  }

  @Override
  public Cluster cluster() {
    return cluster;
  }

  @Override
  public ApiClient api() {
    return cluster.api();
  }

  @Override
  public List<Manifest> manifests(String file) {
    return manifests.read(file);
  }

  @Override
  public void applied(Manifest manifest, Answer answer) {
    lastAction = cluster.now();
    rejections.note(line, answer);
    outcome.applied(manifest.written(), manifest.sent(), answer);
  }

  @Override
  public void answered(Answer answer) {
    lastAction = cluster.now();
    rejections.note(line, answer);
    outcome.answered(line.place(), answer);
  }

  @Override
  public void gaveUp(String message) {
    lastAction = cluster.now();
    rejections.note(line, message);
    outcome.gaveUp(line.place(), message);
  }

  @Override
  public void found(String kind, String selector, long count) {
    lookups.add(new Fields()
        .put("step", line.number())
        .put("kind", kind)
        .put("selector", selector)
        .put("count", count)
        .build());
  }

  @Override
  public Optional<Resource> object(Target target) {
    boolean isOwnNamespace = target.kind().equals("Namespace") && target.name().equals("@");
    String name = isOwnNamespace ? NAMESPACE : target.name();
    return ofKind(target.kind()).stream().filter(o -> o.name().equals(name)).findFirst();
  }

  @Override
  public List<Resource> ofKind(String kind) {
    return view().all().stream()
        .filter(object -> object.kind().equals(kind))
        .filter(object -> object.namespace().isEmpty() || object.namespace().equals(NAMESPACE))
        .toList();
  }

  @Override
  public List<Resource> select(PodSelection selection) {
    return selection.select(view().list(Kinds.POD, NAMESPACE), identities::workloadOf);
  }

  @Override
  public void advance(Duration time) {
    cluster.advance(time);
  }

  @Override
  public void observe() {
    observations.add(observation().build());
  }

  /** Says in its observation how long it took until the last change. */
  @Override
  public void settle(Duration quiet) {
    cluster.settle(quiet);
    Duration taken = Duration.between(lastAction, later(lastAction, lastChange));
    observations.add(observation().put("measuredSeconds", seconds(taken)).build());
  }

  private Fields observation() {
    return new Fields()
        .put("step", line.number())
        .put("by", line.verb())
        .put("state", Observation.of(view(), cluster.events(), NAMESPACE, identities))
        .put("since", recorder.take());
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
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
