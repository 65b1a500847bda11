package dev.seaworthy.simulate.scenario;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.UnknownWord;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.history.HistoryRecorder;
import dev.seaworthy.simulate.history.WorkloadHistory;
import dev.seaworthy.simulate.outcome.Inquiries;
import dev.seaworthy.simulate.outcome.InquiryWords;
import dev.seaworthy.simulate.outcome.OutcomeRecorder;
import dev.seaworthy.simulate.scenario.language.Claim;
import dev.seaworthy.simulate.scenario.language.Look;
import dev.seaworthy.simulate.scenario.language.Manifest;
import dev.seaworthy.simulate.scenario.language.PodSelection;
import dev.seaworthy.simulate.scenario.language.Scenario;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.scenario.language.Target;
import dev.seaworthy.simulate.scenario.observation.Fields;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.surroundings.Furnishing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One play of a story: the cluster, what is remembered of it, and the step that is being done. */
final class Play implements StepContext {

  private final String namespace;
  private final Cluster cluster;
  private final FolderManifests manifests;
  private final Furnishing furnishing;
  private final Observations observations;
  private final OutcomeRecorder outcome;
  private Scenario.Line line = new Scenario.Line(0, "", "", Location.ofFile(""), context -> {});
  private final HistoryRecorder history;
  private final List<String> refusals = new ArrayList<>();
  private boolean expectsRefusal;
  private int expectations;
  private int failed;
  private final InquiryWords words;
  private final ControlPlane controlPlane;
  private final StoryObjects objects;

  Play(
      Cluster cluster,
      ControlPlane controlPlane,
      String namespace,
      FolderManifests manifests,
      Furnishing furnishing,
      OutcomeRecorder outcome,
      ApiCatalog catalog) {
    this.controlPlane = controlPlane;
    this.words = new InquiryWords(catalog);
    this.cluster = cluster;
    this.namespace = namespace;
    this.manifests = manifests;
    this.furnishing = furnishing;
    this.outcome = outcome;
    this.history = outcome.recordHistory();
    this.observations = new Observations(cluster, namespace);
    this.objects = StoryObjects.of(cluster, namespace);
  }

  /** Makes the namespace if it is not there, before anything is recorded. */
  void begin() {
    cluster
        .api()
        .create(new Resource(new Fields()
            .put("apiVersion", "v1")
            .put("kind", "Namespace")
            .put("metadata", Mapping.of("name", Scalar.of(namespace)))
            .build()));
    observations.begin();
    furnishing.begin();
  }

  /** Lets the steps happen, one after the other. */
  void all(List<Scenario.Line> steps) {
    for (int i = 0; i < steps.size(); i++) {
      line = steps.get(i);
      if (!line.step().isExpectation()) {
        refusals.clear();
        expectsRefusal = isRefusalExpected(steps.subList(i + 1, steps.size()));
      }
      if (!line.title().isEmpty()) {
        outcome.step(line.title());
      }
      line.step().on(this);
    }
  }

  /** Whether one of the expectations that follow right away is that of a refusal. */
  private static boolean isRefusalExpected(List<Scenario.Line> next) {
    for (Scenario.Line line : next) {
      if (!line.step().isExpectation()) {
        return false;
      }
      if (line.step().expectsRefusal()) {
        return true;
      }
    }
    return false;
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
    furnishing.after(manifest.sent());
    observations.answered(line, answer);
    if (noteRefusal(answer)) {
      outcome.applied(manifest.written(), manifest.sent(), answer);
    }
  }

  @Override
  public void answered(Answer answer) {
    acted();
    observations.answered(line, answer);
    if (noteRefusal(answer)) {
      outcome.answered(line.place(), answer);
    }
  }

  @Override
  public void acted() {
    cluster.advance(controlPlane.pace());
    observations.acted();
  }

  @Override
  public void gaveUp(String message) {
    observations.gaveUp(line, message);
    refusals.add(message);
    if (!expectsRefusal) {
      outcome.gaveUp(line.place(), message);
    }
  }

  @Override
  public void missed(String message) {
    if (controlPlane.isStrict()) {
      gaveUp(message);
    }
  }

  @Override
  public boolean kept(List<Resource> pods) {
    if (!expectsRefusal) {
      outcome.kept(line.place(), pods);
    }
    return false;
  }

  /** Remembers a refusal; says whether the answer has to be told, for a wanted refusal has not. */
  private boolean noteRefusal(Answer answer) {
    if (answer.accepted()) {
      return true;
    }
    refusals.add(answer.code() + " " + answer.reason() + ": " + answer.message());
    return !expectsRefusal;
  }

  @Override
  public List<String> refusals() {
    return List.copyOf(refusals);
  }

  @Override
  public Optional<WorkloadHistory> historyOf(Target target) {
    return object(target).map(ObjectKey::of).flatMap(history::workload);
  }

  @Override
  public void expect(List<Claim> claims, Duration within) {
    cluster.advanceUntil(() -> claims.stream().allMatch(claim -> failure(claim).isEmpty()), within);
    for (Claim claim : claims) {
      expectations++;
      failure(claim).ifPresent(otherwise -> {
        failed++;
        outcome.expectationFailed(claim.place(), otherwise + waited(within));
      });
    }
  }

  private Optional<String> failure(Claim claim) {
    return claim.failure().apply(this);
  }

  private static String waited(Duration within) {
    return within.isZero() ? "" : ", even after " + within.toMillis() / 1000.0 + " s";
  }

  /** How many claims were looked at so far, and how many of them were not true. */
  ScenarioPlayer.Expectations expectations() {
    return new ScenarioPlayer.Expectations(expectations, failed);
  }

  @Override
  public void found(String kind, String selector, long count) {
    if (count == 0 && controlPlane.isStrict()) {
      requireKind(kind);
    }
    observations.found(line, kind, selector, count);
  }

  private void requireKind(String kind) {
    try {
      words.kinds(List.of(kind));
    } catch (UnknownWord unknown) {
      missed(String.valueOf(unknown.getMessage()));
    }
  }

  @Override
  public Optional<Resource> object(Target target) {
    return objects.find(target);
  }

  @Override
  public boolean wasThere(Target target) {
    return objects.wasThere(target);
  }

  @Override
  public List<Resource> ofKind(String kind) {
    return objects.ofKind(kind);
  }

  @Override
  public List<Resource> select(PodSelection selection) {
    return selection.select(objects.pods(), observations.identities()::workloadOf);
  }

  @Override
  public void show(Look look) {
    try {
      outcome.show(look.title(), inquiries(look));
    } catch (UnknownWord unknown) {
      gaveUp(String.valueOf(unknown.getMessage()));
    }
  }

  private Inquiries inquiries(Look look) {
    return new Inquiries(
        words.kinds(look.kinds()),
        LabelSelector.parse(look.selector()),
        look.labels(),
        Optional.empty(),
        look.described().stream().map(words::named).toList(),
        look.reached().stream()
            .map(target -> words.reach(target, look.from(), Optional.empty()))
            .toList());
  }

  @Override
  public void advance(Duration time) {
    cluster.advance(time);
  }

  @Override
  public void observe() {
    observations.observe(line);
  }

  @Override
  public void settle(Duration quiet) {
    cluster.settle(quiet);
    observations.observeRest(line);
  }

  /** What became of the story, in the form in which recordings are. */
  Mapping answer(Scenario scenario, String kubernetes) {
    return observations.all(scenario, kubernetes);
  }
}
