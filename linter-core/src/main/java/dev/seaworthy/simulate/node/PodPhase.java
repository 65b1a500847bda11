package dev.seaworthy.simulate.node;

import java.util.List;

/** The one word for how far a pod has come, computed from its containers as a kubelet does. */
enum PodPhase {
  PENDING("Pending"),
  RUNNING("Running"),
  SUCCEEDED("Succeeded"),
  FAILED("Failed");

  private final String word;

  PodPhase(String word) {
    this.word = word;
  }

  /** As the API writes it. */
  String word() {
    return word;
  }

  boolean isFinal() {
    return this == SUCCEEDED || this == FAILED;
  }

  static PodPhase of(PodRun run) {
    PodRun.End end = run.end();
    if (end != null) {
      return end.failed() ? FAILED : SUCCEEDED;
    }
    if (run.hasFailedToStart()) {
      return FAILED;
    }
    return run.isInitialized() ? ofMains(run.mains()) : PENDING;
  }

  private static PodPhase ofMains(List<ContainerRun> mains) {
    boolean anyRuns = false;
    boolean anyIsToComeAgain = false;
    boolean anyFailed = false;
    for (ContainerRun main : mains) {
      if (main.state instanceof ContainerState.Waiting && main.restarts == 0) {
        return PENDING;
      }
      anyRuns |= main.isRunning();
      anyIsToComeAgain |= !main.isRunning() && !main.isOver();
      anyFailed |= main.hasFailed();
    }
    if (anyRuns || anyIsToComeAgain) {
      return RUNNING;
    }
    return anyFailed ? FAILED : SUCCEEDED;
  }
}
