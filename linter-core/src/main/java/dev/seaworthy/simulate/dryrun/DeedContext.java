package dev.seaworthy.simulate.dryrun;

import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.history.WorkloadHistory;
import dev.seaworthy.simulate.outcome.OutcomeRecorder;
import dev.seaworthy.simulate.scenario.language.Claim;
import dev.seaworthy.simulate.scenario.language.Look;
import dev.seaworthy.simulate.scenario.language.Manifest;
import dev.seaworthy.simulate.scenario.language.PodSelection;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.scenario.language.Target;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Controllers;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The cluster of a dry-run as steps see it: all namespaces, and nobody who expects or records. */
record DeedContext(Cluster cluster, OutcomeRecorder recorder) implements StepContext {

  private static final Location PLACE = Location.OF_COMMAND;

  @Override
  public ApiClient api() {
    return cluster.api();
  }

  @Override
  public List<Manifest> manifests(String file) {
    return List.of();
  }

  @Override
  public Optional<Resource> object(Target target) {
    return ofKind(target.kind()).stream()
        .filter(object -> object.name().equals(target.name()))
        .findFirst();
  }

  @Override
  public List<Resource> ofKind(String kind) {
    return view().all().stream().filter(object -> object.kind().equals(kind)).toList();
  }

  @Override
  public List<Resource> select(PodSelection selection) {
    return selection.select(view().list(Kinds.POD), this::workloadOf);
  }

  private Optional<Target> workloadOf(Resource pod) {
    Resource owner = Controllers.topmost(pod, view());
    return owner == pod ? Optional.empty() : Optional.of(new Target(owner.kind(), owner.name()));
  }

  @Override
  public void applied(Manifest manifest, Answer answer) {
    recorder.applied(manifest.written(), manifest.sent(), answer);
  }

  @Override
  public void answered(Answer answer) {
    recorder.answered(PLACE, answer);
  }

  @Override
  public void gaveUp(String message) {
    recorder.gaveUp(PLACE, message);
  }

  @Override
  public void missed(String message) {
    gaveUp(message);
  }

  @Override
  public boolean kept(List<Resource> pods) {
    return recorder.kept(PLACE, pods);
  }

  @Override
  public void expect(List<Claim> claims, Duration within) {}

  @Override
  public List<String> refusals() {
    return List.of();
  }

  @Override
  public Optional<WorkloadHistory> historyOf(Target target) {
    return Optional.empty();
  }

  @Override
  public void found(String kind, String selector, long count) {}

  @Override
  public void show(Look look) {}

  @Override
  public void advance(Duration time) {
    cluster.advance(time);
  }

  @Override
  public void observe() {}

  @Override
  public void settle(Duration quiet) {
    cluster.settle(quiet);
  }
}
