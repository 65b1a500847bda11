package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.NodeShape;
import dev.seaworthy.simulate.history.History;
import dev.seaworthy.simulate.history.HistoryRecorder;
import dev.seaworthy.simulate.kubectl.PodWord;
import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.store.Controllers;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.surroundings.AssumedNodes;
import dev.seaworthy.simulate.surroundings.StandIn;
import dev.seaworthy.simulate.surroundings.Surroundings;
import dev.seaworthy.validate.field.FieldError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Watches a cluster from now on, is told what people do to it, and says what came of it. */
public final class OutcomeRecorder {

  private final Cluster cluster;
  private final Location otherwise;
  private final Origins origins;
  private final List<ProblemFinder> finders;
  private final TimelineRecorder timeline;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final List<String> assumptions = new ArrayList<>();
  private final Set<String> standIns = new HashSet<>();
  private String otherNodes = "";
  private Optional<HistoryRecorder> history = Optional.empty();
  private Optional<Duration> stopped = Optional.empty();

  /**
   * Starts to watch.
   *
   * @param catalog the kinds that the API server knows
   * @param surroundings what is taken to be there beside what is applied
   * @param otherwise where to point when a problem belongs to no manifest
   */
  public OutcomeRecorder(
      Cluster cluster, ApiCatalog catalog, Surroundings surroundings, Location otherwise) {
    this.cluster = cluster;
    this.otherwise = otherwise;
    this.origins = new Origins(otherwise);
    this.timeline = new TimelineRecorder(cluster);
    this.finders = List.of(
        new UnscheduledPods(() -> otherNodes),
        new LostPods(timeline),
        new UnknownNodes(timeline),
        new PodsLeftOut(),
        new TroubledPods(surroundings.graph()),
        new EvictedPods(),
        new PendingResizes(),
        new StuckWorkloads(),
        new ShortWorkloads(),
        new KeptPlaces(),
        new IdleDaemonSets(),
        new HeldUpdates(),
        new JobTroubles(),
        new CronJobTroubles(),
        new PendingClaims(),
        new EmptyServices(surroundings.graph()),
        new DanglingIngresses(surroundings.graph()),
        new BlindAutoscalers(surroundings.graph()),
        new NotPlayed(catalog),
        new Assumptions(surroundings));
    cluster.onCommit(timeline);
    surroundings.assumptions().forEach(each -> assumptions.add(each.text()));
  }

  /**
   * Nobody has said how the nodes are: they are of this shape.
   *
   * @param how what says otherwise
   */
  public void assumed(AssumedNodes nodes, NodeShape each, String how) {
    otherNodes = "; the nodes are assumed, " + how;
    Amounts amounts = each.amounts();
    int count = nodes.shapes().size();
    String size = (count == 1 ? "1 node" : count + " nodes") + " of "
        + AmountWords.of("cpu", amounts.get("cpu")) + " and "
        + AmountWords.bare("memory", amounts.get("memory"));
    assumptions.add(0, size);
    assumptions.addAll(1, nodes.texts());
  }

  /** A manifest leaves a value open, and something is played in its place. */
  public void filled(StandIn standIn) {
    if (standIn.isDecisive()) {
      problems.add(FilledValues.undecided(standIn));
    } else if (standIns.add(standIn.text())) {
      assumptions.add(standIn.text());
      problems.add(FilledValues.assumed(standIn));
    }
  }

  /** Takes down from now on what is at every moment. */
  public HistoryRecorder recordHistory() {
    HistoryRecorder recorder = HistoryRecorder.watch(cluster, PodWord::of);
    history = Optional.of(recorder);
    return recorder;
  }

  /**
   * A manifest was applied or created.
   *
   * @param written as people wrote it, with its places
   * @param sent as it was sent: in its namespace
   */
  public void applied(InputObject written, Resource sent, Answer answer) {
    if (answer.accepted()) {
      String name = answer.object().map(Resource::name).orElse(sent.name());
      origins.add(new ObjectKey(sent.groupKind(), sent.namespace(), name), written);
    } else {
      refused(Origin.in(written), answer);
    }
  }

  /** An object that was there before the recording began is of this manifest. */
  public void isThere(ObjectKey key, InputObject written) {
    origins.add(key, written);
  }

  /** A person does something; what happens from now on comes of it. */
  public void step(String what) {
    timeline.step(what);
  }

  /** Shows in the timeline what the cluster is like now. */
  public void show(String title, Inquiries inquiries) {
    Scene scene = Scene.of(cluster, origins, stopped);
    Inquiries.Answers answers = inquiries.answer(scene, pods(scene));
    timeline.look(title, answers.text());
    problems.addAll(answers.problems());
  }

  private void refused(Origin origin, Answer answer) {
    for (FieldError cause : answer.causes()) {
      String message = origin.title() + " is refused: " + cause.field() + " " + cause.message();
      Diagnostic diagnostic = origin.tell(
          OutcomeCodes.REFUSED,
          Severity.ERROR,
          message,
          cause.field(),
          cause.type().word());
      problems.add(cause.remedy().map(diagnostic::withRemedy).orElse(diagnostic));
    }
    if (answer.causes().isEmpty()) {
      problems.add(origin.tell(
          OutcomeCodes.REFUSED, Severity.ERROR, origin.title() + " is refused: " + told(answer)));
    }
  }

  /** Something else than applying a manifest was answered; {@code step} says where it is written. */
  public void answered(Location step, Answer answer) {
    if (!answer.accepted()) {
      problems.add(Diagnostic.of(OutcomeCodes.REFUSED, Severity.ERROR, told(answer), step));
    }
  }

  private static String told(Answer answer) {
    return "the API server answers %d %s: %s"
        .formatted(answer.code(), answer.reason(), answer.message());
  }

  /** A command gave up by itself, with {@code message}. */
  public void gaveUp(Location step, String message) {
    problems.add(Diagnostic.of(OutcomeCodes.STEP_FAILED, Severity.ERROR, message, step));
  }

  /**
   * Disruption budgets did not let {@code pods} go when the step at {@code step} asked. Says whether one
   * of them was found.
   */
  public boolean kept(Location step, List<Resource> pods) {
    return problems.addAll(new KeptPods(Scene.of(cluster, origins, stopped), step).tell(pods));
  }

  /** Something else that whoever reads the outcome should know. */
  public void remark(Diagnostic remark) {
    problems.add(remark);
  }

  /** Something is otherwise than a scenario says at {@code place}. */
  public void expectationFailed(Location place, String message) {
    problems.add(Diagnostic.of(OutcomeCodes.UNEXPECTED, Severity.ERROR, message, place));
  }

  /** The cluster still changed when it was left alone. */
  public void didNotSettle() {
    problems.add(Diagnostic.of(
        OutcomeCodes.NOT_SETTLED,
        Severity.WARNING,
        "the cluster does not come to rest; this is its state after %d minutes"
            .formatted(cluster.elapsed().toMinutes()),
        otherwise));
  }

  /** Nobody waited for the cluster to come to rest: what is not there yet may still come. */
  public void stoppedAt(Duration time) {
    stopped = Optional.of(time);
  }

  /** What came of it, as it is now. */
  public Outcome outcome() {
    return outcome(Inquiries.NONE);
  }

  /** What came of it, as it is now, with the answers to {@code inquiries}. */
  public Outcome outcome(Inquiries inquiries) {
    Scene scene = Scene.of(cluster, origins, stopped);
    List<PodState> pods = pods(scene);
    Inquiries.Answers answers = inquiries.answer(scene, pods);
    return new Outcome(
        pods,
        scene.workloads().stream().map(WorkloadState::of).toList(),
        services(),
        nodes(),
        timeline.timeline(),
        pods.isEmpty() && PodlessWords.done(timeline.timeline()) == 0
            ? assumptions
            : withPrograms(),
        history.map(HistoryRecorder::history).orElse(History.NONE),
        answers.text(),
        answers.reached(),
        problems(scene, answers.problems()).stream()
            .filter(problem -> !NotPlayed.isRefutedBy(inquiries, problem))
            .toList());
  }

  /** No image is fetched here and no program runs, so that of neither anything is known. */
  private List<String> withPrograms() {
    List<String> all = new ArrayList<>(assumptions);
    all.add(otherNodes.isEmpty() ? 0 : 1, "images can be pulled and their programs run");
    return all;
  }

  private List<Diagnostic> problems(Scene scene, List<Diagnostic> unanswered) {
    List<Diagnostic> all = new ArrayList<>(problems);
    all.addAll(unanswered);
    finders.stream()
        .flatMap(finder -> finder.find(scene).stream())
        .filter(found -> problems.stream().noneMatch(told -> isSame(told, found)))
        .forEach(all::add);
    history
        .map(HistoryRecorder::history)
        .map(it -> new Outages(timeline.losses(), it))
        .ifPresent(outages -> all.addAll(outages.beside(all, origins)));
    all.sort(Diagnostic.ORDER);
    return all;
  }

  /** What a person's deed is known to have done need not be guessed from what is there. */
  private static boolean isSame(Diagnostic told, Diagnostic found) {
    return told.code().equals(OutcomeCodes.NO_ENDPOINTS)
        && told.code().equals(found.code())
        && told.subject().equals(found.subject());
  }

  private List<PodState> pods(Scene scene) {
    return cluster.view().list(Kinds.POD).stream()
        .sorted(Scene.BY_NAME)
        .map(pod -> PodState.of(pod, ownerOf(pod), scene.whyUnmounted(new Pod(pod)), cluster.now()))
        .toList();
  }

  private Optional<PodState.Owner> ownerOf(Resource pod) {
    Resource top = Controllers.topmost(pod, cluster.view());
    return top == pod
        ? pod.controller()
            .map(owner ->
                new PodState.Owner(owner.get("kind").text(), owner.get("name").text()))
        : Optional.of(new PodState.Owner(top.kind(), top.name()));
  }

  private List<ServiceState> services() {
    return cluster.view().list(Kinds.SERVICE).stream()
        .sorted(Scene.BY_NAME)
        .map(service -> ServiceState.of(service, cluster.view()))
        .toList();
  }

  private List<NodeState> nodes() {
    return cluster.view().list(Kinds.NODE).stream()
        .sorted(Scene.BY_NAME)
        .map(node -> NodeState.of(node, cluster.view().podsOn(node.name()).size()))
        .toList();
  }
}
