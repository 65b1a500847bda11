package dev.seaworthy.simulate.node;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.ApiClient;
import java.time.Instant;
import java.util.Optional;

/** What all that happens on one node works with. */
record NodeTools(
    String node,
    ContainerRuntime runtime,
    EventQueue queue,
    ApiClient api,
    Absences absences,
    KubeletSettings settings) {

  Instant now() {
    return queue.now();
  }

  /** The pod of {@code run} as it is stored; empty if it is gone, or another one of its name. */
  Optional<Resource> current(PodRun run) {
    return api.view().get(run.key()).filter(pod -> new Pod(pod).uid().equals(run.uid()));
  }

  void normal(PodRun run, String reason, String message) {
    if (settings.tellsEvents()) {
      current(run).ifPresent(pod -> api.events().normal(pod, reason, message));
    }
  }

  /** Something is missing that the pod needs: told wherever it happens. */
  void missing(PodRun run, String reason, String message) {
    current(run).ifPresent(pod -> api.events().warning(pod, reason, message));
  }

  void warning(PodRun run, String reason, String message) {
    if (settings.tellsEvents()) {
      current(run).ifPresent(pod -> api.events().warning(pod, reason, message));
    }
  }
}
