package dev.seaworthy.simulate.node;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.ResizedPod;
import dev.seaworthy.simulate.server.Deletion;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes one pod through its life on a node: mounts its volumes, makes its sandbox, starts its
 * containers in their order, reports how it is, and stops it.
 */
final class PodWorker {

  /** How long it takes at least until a pod runs, or is gone. */
  static final Duration STEP = Duration.ofMillis(300);

  private static final String EVICTED = "Evicted";

  private final NodeTools tools;
  private final PodRun run;
  private final Kubelet kubelet;
  private final ContainerWorker containers;
  private boolean working;
  private boolean reportedEnd;

  PodWorker(NodeTools tools, PodRun run, Kubelet kubelet) {
    this.tools = tools;
    this.run = run;
    this.kubelet = kubelet;
    this.containers = new ContainerWorker(tools, run, this);
  }

  PodRun run() {
    return run;
  }

  ContainerRuntime.Sandbox sandbox() {
    return Objects.requireNonNull(run.sandbox());
  }

  /** Whether anything can still happen to the pod by itself. */
  boolean isActive() {
    return kubelet.isAlive()
        && kubelet.has(this)
        && !run.isStopping()
        && run.end() == null
        && !reportedEnd;
  }

  /** The time has come to bring it up. */
  void start() {
    if (!kubelet.isAlive()) {
      kubelet.drop(this);
      return;
    }
    tools.current(run).filter(pod -> isActive()).ifPresent(this::setUp);
  }

  private void setUp(Resource pod) {
    Optional<PodNeeds.Missing> missing =
        new PodNeeds(tools.api().view(), run.key().namespace()).ofVolumes(pod);
    if (missing.isPresent()) {
      tools.missing(run, missing.get().reason(), missing.get().message());
      tools.absences().await(List.of(missing.get().object()), this::start);
      report();
      return;
    }
    boolean hostNetwork = pod.at("spec", "hostNetwork").isTrue();
    run.runsIn(tools.runtime().runPodSandbox(run.key(), tools.node(), hostNetwork));
    planDeadline(pod.at("spec", "activeDeadlineSeconds"));
    changed();
  }

  private void planDeadline(Node seconds) {
    seconds
        .asLong()
        .ifPresent(limit -> tools.queue().after(Duration.ofSeconds(limit), this::overrun));
  }

  private void overrun() {
    if (isActive()) {
      String message = "Pod was active on the node longer than the specified deadline";
      tools.normal(run, "DeadlineExceeded", message);
      stopRunning(tools.current(run).map(PodWorker::grace).orElse(Duration.ZERO));
      run.ends(new PodRun.End(true, "DeadlineExceeded", message));
      report();
    }
  }

  /** The node needs room: the pod is ended for good, and stays as one that failed. */
  void evict(String why) {
    if (isActive()) {
      tools.warning(run, EVICTED, why);
      stopRunning(Duration.ZERO);
      run.ends(new PodRun.End(true, EVICTED, why));
      tools
          .current(run)
          .ifPresent(pod -> tools
              .api()
              .updateStatus(Conditions.of(pod)
                  .with(
                      "DisruptionTarget",
                      "True",
                      "TerminationByKubelet",
                      why,
                      tools.queue().clock())
                  .in(pod)));
      report();
    }
  }

  /** Something is otherwise than it was: what can go on goes on, then all is reported at once. */
  void changed() {
    if (working) {
      return;
    }
    working = true;
    if (isActive() && run.sandbox() != null) {
      proceed();
    }
    working = false;
    report();
  }

  private void proceed() {
    if (run.hasFailedToStart()) {
      finishContainers();
    } else if (startsAll()) {
      run.ephemeral().forEach(this::startOnce);
      if (run.isOver()) {
        finishContainers();
      }
    }
  }

  /** Starts what may start by now; says whether that is all. */
  private boolean startsAll() {
    for (ContainerRun init : run.inits()) {
      startOnce(init);
      if (!init.letsOthersStart() && !run.mainsBegan()) {
        return false;
      }
    }
    run.mains().forEach(this::startOnce);
    return true;
  }

  private void startOnce(ContainerRun container) {
    if (!container.begun) {
      containers.start(container);
    }
  }

  /** The pod has ended: sidecars and whatever else still runs have nothing to do any more. */
  private void finishContainers() {
    reportedEnd = true;
    Duration grace = tools.current(run).map(PodWorker::grace).orElse(Duration.ZERO);
    run.all().filter(container -> !container.hasEnded()).forEach(container -> {
      if (container.isRunning()) {
        stop(container, grace);
      }
      container.cancelPlans();
    });
  }

  private void stopRunning(Duration grace) {
    run.all().filter(ContainerRun::isRunning).forEach(container -> stop(container, grace));
  }

  private void stop(ContainerRun container, Duration grace) {
    ContainerRuntime.Container running = container.container;
    if (running != null) {
      tools.runtime().stopContainer(running, grace);
    }
    boolean isSidecar = container.role == ContainerRun.Role.SIDECAR;
    container.ended(isSidecar ? 0 : containers.endOf(container), "", tools.now());
  }

  private static Duration grace(Resource pod) {
    return Duration.ofSeconds(pod.at("spec", "terminationGracePeriodSeconds").longOr(0));
  }

  /** New ephemeral containers, other resources or images, or a gate that somebody opened. */
  void specChanged(Resource pod) {
    if (tools.settings().tendsPods() && ResizedPod.mayBe(pod) && run.sandbox() != null) {
      kubelet.resizes().consider(this, pod);
      replaceImages(pod);
    }
    boolean hasNews = run.joined(pod) || pod.at("spec", "readinessGates").size() > 0;
    if (hasNews && run.sandbox() != null) {
      changed();
    }
  }

  private void replaceImages(Resource pod) {
    List<Node> written = pod.at("spec", "containers").items();
    for (int i = 0; i < run.mains().size(); i++) {
      ContainerRun main = run.mains().get(i);
      String image = written.get(i).get("image").text();
      if (!main.image.equals(image)) {
        main.image = image;
        restart(
            main, "Container " + main.name + " definition changed, will be restarted", () -> {});
      }
    }
  }

  /** Ends a container and starts it anew; {@code then} hears of it once it is under way. */
  void restart(ContainerRun container, String why, Runnable then) {
    tools
        .current(run)
        .map(PodWorker::grace)
        .ifPresent(grace -> containers.replace(container, why, grace, then));
  }

  void report() {
    tools
        .current(run)
        .ifPresent(
            pod -> tools.api().updateStatus(PodStatus.in(pod, run, tools.queue().clock())));
  }

  /** Stops the containers, and when they have ended lets the pod go. */
  void stop(Resource pod) {
    run.stops();
    Duration grace =
        Duration.ofSeconds(pod.at("metadata", "deletionGracePeriodSeconds").longOr(0));
    Duration taken = new Termination(tools.runtime(), grace).of(run);
    tools.queue().after(taken.compareTo(STEP) > 0 ? taken : STEP, this::finish);
  }

  private void finish() {
    if (!kubelet.isAlive()) {
      kubelet.drop(this);
      return;
    }
    tools.current(run).ifPresent(pod -> {
      if (belongsToJob(pod) && !new Pod(pod).isFinished()) {
        run.mains().stream()
            .filter(main -> !main.hasEnded())
            .forEach(main -> stop(main, Duration.ZERO));
        run.ends(new PodRun.End(true, "", ""));
        report();
      }
      tools.api().delete(run.key(), Deletion.NOW.of(run.uid()));
    });
    kubelet.forget(run.uid());
  }

  private static boolean belongsToJob(Resource pod) {
    return pod.controller().map(owner -> owner.get("kind").text().equals("Job")).orElse(false);
  }

  /** The readiness probes of the containers begin to succeed or to fail. */
  void probe(boolean ready) {
    run.mains().forEach(main -> main.ready = ready && main.isRunning());
    report();
  }

  /** The containers end once more and wait to be restarted. */
  void crash() {
    for (ContainerRun main : run.mains()) {
      main.restarts++;
      main.waits("CrashLoopBackOff", "");
    }
    report();
  }

  /** The containers that run end once, and are started again as their restart policy says. */
  void exit(int exitCode) {
    if (isActive()) {
      run.mains().stream()
          .filter(ContainerRun::isRunning)
          .toList()
          .forEach(main -> containers.exit(main, exitCode));
    }
  }

  /** The pod uses so much memory now; what is more than its containers may use ends one of them. */
  void uses(long memory) {
    if (isActive()) {
      MemoryLimits.victim(run.mains(), memory).ifPresent(containers::runOutOfMemory);
    }
  }

  /** All containers end for good; the pod fails if {@code exitCode} is not 0. */
  void end(int exitCode, String reason) {
    run.mains().forEach(main -> main.ended(exitCode, "", tools.now()));
    run.ends(new PodRun.End(exitCode != 0, reason, ""));
    report();
  }
}
