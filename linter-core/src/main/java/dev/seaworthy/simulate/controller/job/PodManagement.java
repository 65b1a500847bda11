package dev.seaworthy.simulate.controller.job;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Finalizers;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes and deletes the pods of a Job, and keeps count of what is then left of them. */
final class PodManagement {

  /** No more pods than this are made or deleted at once. */
  private static final int BURST = 500;

  private final JobState state;
  private final Job job;
  private final ApiClient api;
  private final Instant now;
  private int active;
  private int ready;
  private int terminating;
  private boolean refused;
  private Optional<Duration> again = Optional.empty();

  PodManagement(JobState state, ApiClient api, Instant now) {
    this.state = state;
    this.job = state.job();
    this.api = api;
    this.now = now;
    this.active = state.active().size();
    this.ready = state.ready();
    this.terminating = state.terminating();
  }

  int active() {
    return active;
  }

  JobStatus counted(JobStatus status) {
    return status.running(active, ready, terminating);
  }

  boolean isQuiet() {
    return terminating == 0;
  }

  /** Whether the server took a pod amiss. */
  boolean wasRefused() {
    return refused;
  }

  /** When failed pods can be replaced; empty if nothing waits for that. */
  Optional<Duration> again() {
    return again;
  }

  /** The Job ends: its active pods are deleted, and counted before they go. */
  void stopAll() {
    state.active().forEach(this::delete);
  }

  /** As many pods as the Job asks for and its past failures allow; no more than {@code room}. */
  void manage(BackOff backOff, int room) {
    long wanted = job.isSuspended() ? 0 : wantedActive();
    List<JobPod> surplus = Surplus.of(job, state.active(), active - wanted);
    if (!surplus.isEmpty()) {
      surplus.stream().limit(BURST).forEach(this::discard);
      return;
    }
    long missing = wanted - active - (job.replacesOnlyFailed() ? terminating : 0);
    if (missing > 0) {
      create(Math.min(missing, BURST), backOff, room);
    }
  }

  private long wantedActive() {
    if (job.completions().isEmpty()) {
      return state.succeeded() > 0 ? active : job.parallelism();
    }
    long left = job.completions().get() - state.succeeded();
    return Math.max(0, Math.min(left, job.parallelism()));
  }

  /** Deletes a pod that is not to be counted. */
  private void discard(JobPod pod) {
    release(pod, api);
    delete(pod);
  }

  private void delete(JobPod pod) {
    api.delete(pod.pod().resource());
    api.events()
        .normal(job.resource(), "SuccessfulDelete", "Deleted pod: " + pod.pod().name());
    active--;
    terminating++;
    ready -= pod.pod().isReady() ? 1 : 0;
  }

  /** Lets a pod go that the Job has counted. */
  static void release(JobPod pod, ApiClient api) {
    api.view()
        .get(ObjectKey.of(pod.pod().resource()))
        .map(stored -> Finalizers.without(stored, Job.TRACKING))
        .ifPresent(api::update);
  }

  private void create(long missing, BackOff backOff, int room) {
    boolean isPerIndex = job.backoffLimitPerIndex().isPresent();
    Duration wait = isPerIndex ? Duration.ZERO : backOff.remaining(now);
    if (!wait.isZero()) {
      again = Optional.of(wait);
      return;
    }
    long most = Math.min(missing, room);
    if (job.isIndexed()) {
      List<Integer> pending = state.indexes().pending(state, most);
      createAll((isPerIndex ? due(pending) : pending).stream().map(this::pod).toList());
    } else {
      List<Resource> pods = new ArrayList<>();
      for (long i = 0; i < most; i++) {
        pods.add(PodTemplates.pod(job));
      }
      createAll(pods);
    }
  }

  private Resource pod(int index) {
    Optional<JobPod> replaced = Optional.ofNullable(state.indexes().held().get(index));
    return PodTemplates.pod(job, index, replaced, state.policy());
  }

  /** The indexes that need not wait; if all must, the shortest wait is noted. */
  private List<Integer> due(List<Integer> pending) {
    List<Integer> due = pending.stream().filter(index -> wait(index).isZero()).toList();
    if (due.isEmpty()) {
      again = pending.stream().map(this::wait).min(Duration::compareTo);
    }
    return due;
  }

  private Duration wait(int index) {
    JobPod failed = state.indexes().held().get(index);
    return failed == null ? Duration.ZERO : BackOff.remaining(failed, now);
  }

  /**
   * One at first, then twice as many each time, so that a refusal is met once and not a thousand
   * times.
   */
  private void createAll(List<Resource> pods) {
    int done = 0;
    for (int batch = 1; done < pods.size() && !refused; batch *= 2) {
      List<Resource> next = pods.subList(done, Math.min(done + batch, pods.size()));
      next.forEach(this::create);
      done += next.size();
    }
  }

  private void create(Resource pod) {
    Answer answer = api.create(pod);
    if (answer.accepted()) {
      active++;
      String name = answer.object().map(Resource::name).orElse("");
      api.events().normal(job.resource(), "SuccessfulCreate", "Created pod: " + name);
    } else if (!answer.isForEndingNamespace()) {
      refused = true;
      api.events().warning(job.resource(), "FailedCreate", "Error creating: " + answer.message());
    }
  }
}
