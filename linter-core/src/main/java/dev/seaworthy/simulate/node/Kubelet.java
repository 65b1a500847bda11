package dev.seaworthy.simulate.node;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.server.Deletion;
import dev.seaworthy.simulate.store.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The agent of one node: starts the pods that are bound to it, restarts their containers, reports
 * their status, and stops what is deleted. While the node is dead nothing of it moves.
 */
public final class Kubelet {

  private static final Duration STEP = Duration.ofMillis(300);

  /** By so many milliseconds one start takes longer than another, as chance has it. */
  private static final int SPREAD = 20;

  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(10);
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(300);
  private static final Duration RESTART_ON_FAILURE = Duration.ofSeconds(1);
  private static final int KILLED = 137;

  private final String node;
  private final ContainerRuntime runtime;
  private final EventQueue queue;
  private final ApiClient api;
  private final Seed seed;
  private final SplittableRandom chance;
  private final Map<String, PodRun> runs = new LinkedHashMap<>();
  private boolean alive = true;
  private Instant silentSince = Instant.MAX;

  public Kubelet(
      String node, ContainerRuntime runtime, EventQueue queue, ApiClient api, Seed seed) {
    this.node = node;
    this.runtime = runtime;
    this.queue = queue;
    this.api = api;
    this.seed = seed;
    this.chance = seed.stream("starts on " + node);
  }

  public String node() {
    return node;
  }

  public boolean isAlive() {
    return alive;
  }

  /** Since when it sends no heartbeats; empty if it does. */
  public Optional<Instant> silentSince() {
    return alive ? Optional.empty() : Optional.of(silentSince);
  }

  /** The node dies: no heartbeats, and nothing on it moves until {@link #recover}. */
  public void fail() {
    alive = false;
    silentSince = queue.now();
  }

  /** The node comes back: it finishes the pods that are to go and starts those that are new. */
  public void recover() {
    alive = true;
    api.view().podsOn(node).forEach(this::consider);
  }

  /** Hears of a pod that is or was bound to this node. */
  public void onChange(Change change) {
    if (!alive) {
      return;
    }
    if (change.isRemoval()) {
      forget(new Pod(change.latest()).uid());
    } else {
      consider(change.latest());
    }
  }

  private void consider(Resource resource) {
    Pod pod = new Pod(resource);
    PodRun run = runs.get(pod.uid());
    if (pod.isBeingDeleted()) {
      stop(pod, run);
    } else if (run == null && !pod.isFinished()) {
      PodRun begun = new PodRun(resource);
      runs.put(pod.uid(), begun);
      queue.after(STEP.plusMillis(seed.choose(SPREAD, chance)), () -> start(begun));
    } else if (run != null && !pod.isFinished() && hasGates(resource) && run.sandbox() != null) {
      report(run);
    }
  }

  private static boolean hasGates(Resource pod) {
    return pod.at("spec", "readinessGates").size() > 0;
  }

  private void start(PodRun run) {
    Optional<Resource> pod = current(run);
    if (!alive) {
      runs.remove(run.uid());
      return;
    }
    if (pod.isEmpty() || run.isStopping()) {
      return;
    }
    boolean hostNetwork = pod.get().at("spec", "hostNetwork").isTrue();
    run.runsIn(runtime.runPodSandbox(run.key(), node, hostNetwork));
    run.starts(() -> run.members().forEach(member -> start(run, member)));
    report(run);
  }

  private void start(PodRun run, PodRun.Member member) {
    ContainerRuntime.Sandbox sandbox = run.sandbox();
    if (sandbox == null) {
      return;
    }
    if (!runtime.pullImage(member.image)) {
      member.state = new ContainerState.Waiting("ImagePullBackOff");
      return;
    }
    member.state = new ContainerState.Running(queue.now());
    member.container = runtime.startContainer(
        sandbox,
        new ContainerRuntime.ContainerConfig(member.name, member.image, member.restarts),
        new ContainerEvents(run, member, member.restarts));
  }

  /** What the runtime tells of one start of a container; what came before a restart is not heard. */
  private final class ContainerEvents implements ContainerRuntime.Listener {
    private final PodRun run;
    private final PodRun.Member member;
    private final int attempt;

    private ContainerEvents(PodRun run, PodRun.Member member, int attempt) {
      this.run = run;
      this.member = member;
      this.attempt = attempt;
    }

    private boolean counts() {
      return alive && member.restarts == attempt && !member.hasEnded() && run.end() == null;
    }

    @Override
    public void ready(boolean ready) {
      Duration wait = ready ? untilProbed() : Duration.ZERO;
      if (wait.isZero()) {
        probed(ready);
      } else {
        queue.after(wait, () -> probed(ready));
      }
    }

    /** The program answers; its probes may not have been asked yet. */
    private Duration untilProbed() {
      Duration up = member.state instanceof ContainerState.Running running
          ? Duration.between(running.since(), queue.now())
          : Duration.ZERO;
      return member.probes.readyAfter(up).minus(up);
    }

    private void probed(boolean ready) {
      if (counts() && member.ready != ready) {
        member.ready = ready;
        report(run);
      }
    }

    @Override
    public void exited(int exitCode) {
      if (counts()) {
        ended(run, member, exitCode);
      }
    }

    @Override
    public void crashLoops(int restarts) {
      if (counts()) {
        member.restarts = restarts;
        waitInBackOff(member);
        report(run);
      }
    }
  }

  private void ended(PodRun run, PodRun.Member member, int exitCode) {
    terminate(member, exitCode);
    Optional<Resource> pod = current(run);
    report(run);
    if (pod.isPresent() && PodStatus.restarts(pod.get(), exitCode != 0) && !run.isStopping()) {
      boolean always = pod.get().at("spec", "restartPolicy").stringOr("Always").equals("Always");
      Duration wait = always ? backOff(member.restarts) : RESTART_ON_FAILURE;
      if (always && member.restarts > 0) {
        waitInBackOff(member);
        report(run);
      }
      queue.after(wait, () -> restart(run, member));
    }
  }

  private static Duration backOff(int restarts) {
    if (restarts == 0) {
      return RESTART_ON_FAILURE;
    }
    Duration wait = FIRST_BACK_OFF.multipliedBy(1L << Math.min(restarts - 1, 10));
    return wait.compareTo(LONGEST_BACK_OFF) < 0 ? wait : LONGEST_BACK_OFF;
  }

  private void restart(PodRun run, PodRun.Member member) {
    if (alive && !run.isStopping() && run.end() == null && runs.containsKey(run.uid())) {
      member.restarts++;
      run.starts(() -> start(run, member));
      report(run);
    }
  }

  private void terminate(PodRun.Member member, int exitCode) {
    var since =
        member.state instanceof ContainerState.Running running ? running.since() : queue.now();
    member.state = new ContainerState.Terminated(exitCode, since, queue.now());
    member.ready = false;
  }

  private static void waitInBackOff(PodRun.Member member) {
    member.state = new ContainerState.Waiting("CrashLoopBackOff");
    member.ready = false;
  }

  private void stop(Pod pod, @Nullable PodRun run) {
    if (run != null && run.isStopping()) {
      return;
    }
    PodRun stopped = run != null ? run : new PodRun(pod.resource());
    runs.put(stopped.uid(), stopped);
    stopped.stops();
    Duration grace = Duration.ofSeconds(
        pod.resource().at("metadata", "deletionGracePeriodSeconds").longOr(0));
    Duration longest = STEP;
    for (PodRun.Member member : stopped.members()) {
      if (member.container != null && !member.hasEnded()) {
        Duration taken = runtime.stopContainer(member.container, grace);
        longest = taken.compareTo(longest) > 0 ? taken : longest;
      }
    }
    queue.after(longest, () -> finish(stopped));
  }

  private void finish(PodRun run) {
    if (!alive) {
      runs.remove(run.uid());
      return;
    }
    current(run).ifPresent(pod -> {
      if (belongsToJob(pod) && !new Pod(pod).isFinished()) {
        run.members().forEach(member -> terminate(member, KILLED));
        run.ends(new PodRun.End(true, ""));
        report(run);
      }
      api.delete(run.key(), Deletion.NOW.of(run.uid()));
    });
    forget(run.uid());
  }

  private static boolean belongsToJob(Resource pod) {
    return pod.controller().map(owner -> owner.get("kind").text().equals("Job")).orElse(false);
  }

  private void forget(String uid) {
    PodRun run = runs.remove(uid);
    ContainerRuntime.Sandbox sandbox = run == null ? null : run.sandbox();
    if (sandbox != null) {
      runtime.removePodSandbox(sandbox);
    }
  }

  private Optional<Resource> current(PodRun run) {
    return api.view().get(run.key()).filter(pod -> new Pod(pod).uid().equals(run.uid()));
  }

  private void report(PodRun run) {
    if (run.isStarting()) {
      return;
    }
    current(run).ifPresent(pod -> api.updateStatus(PodStatus.in(pod, run, queue.clock())));
  }

  /** The readiness probes of a pod's containers begin to succeed or to fail. */
  public void probe(ObjectKey pod, boolean ready) {
    withRun(pod, run -> {
      run.members()
          .forEach(
              member -> member.ready = ready && member.state instanceof ContainerState.Running);
      report(run);
    });
  }

  /** A pod's containers end once more and wait to be restarted. */
  public void crash(ObjectKey pod) {
    withRun(pod, run -> {
      for (PodRun.Member member : run.members()) {
        member.restarts++;
        waitInBackOff(member);
      }
      report(run);
    });
  }

  /** All containers of a pod end for good; the pod fails if {@code exitCode} is not 0. */
  public void end(ObjectKey pod, int exitCode, String reason) {
    withRun(pod, run -> {
      run.members().forEach(member -> terminate(member, exitCode));
      run.ends(new PodRun.End(exitCode != 0, reason));
      report(run);
    });
  }

  private void withRun(ObjectKey key, Consumer<PodRun> action) {
    api.view().get(key).map(pod -> runs.get(new Pod(pod).uid())).ifPresent(action);
  }
}
