package dev.seaworthy.simulate.outcome;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What leads the answer where no pod is there in the end: that is well if it is so by what was asked. */
final class PodlessWords {

  /** More workloads than these are counted. */
  private static final int MOST = 3;

  private PodlessWords() {}

  /** The sentence, which begins with {@code lead} if pods did what they were for. */
  static String of(Outcome outcome, String lead) {
    int done = done(outcome.timeline());
    if (done > 0) {
      return lead
          + (done == 1
              ? "1 pod has done its work and is"
              : done + " pods have done their work and are")
          + " gone again";
    }
    return outcome.workloads().isEmpty()
        ? Outcome.NO_PODS
        : Outcome.IDLE + idle(outcome.workloads());
  }

  /** How many pods ended well by themselves. */
  static int done(Timeline timeline) {
    Set<String> told = new HashSet<>();
    Set<String> done = new HashSet<>();
    for (Timeline.Entry entry : timeline.entries()) {
      if (entry.what().equals(TimelineRecorder.TOLD_TO_STOP)) {
        told.add(entry.object());
      } else if (entry.gist().equals("Succeeded") && !told.contains(entry.object())) {
        done.add(entry.object());
      }
    }
    return done.size();
  }

  private static String idle(List<WorkloadState> workloads) {
    int more = workloads.size() - MOST;
    String named = workloads.stream()
        .limit(more <= 1 ? workloads.size() : MOST)
        .map(workload -> workload.kind() + " " + workload.name() + " " + why(workload))
        .collect(Collectors.joining("; "));
    return more <= 1 ? named : named + "; and " + more + " more have none";
  }

  private static String why(WorkloadState workload) {
    if (workload.desired() > 0) {
      return "has none now";
    }
    return workload.kind().equals("DaemonSet") ? "finds no node that it is for" : "wants none";
  }
}
