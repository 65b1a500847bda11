package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.NodeFilter;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the plug-ins know about pods of one signature. Where kube-scheduler makes this anew in each
 * cycle, it is kept here for the next such pod: what an answer says of a node alone holds until that
 * node changes, and what is counted over many nodes catches up with those that changed.
 */
final class CycleState {

  private static final long NEVER = 0;

  /** What is known of pods without claims holds whatever happens to volumes. */
  private static final long ANY_VOLUMES = -1;

  private final List<FilterPlugin> plugins;
  private final List<NodeFilter> filters = new ArrayList<>();
  private final int leadingLocal;
  private final boolean[] admitsAll;
  private final Scoring scoring;
  private long[] askedAt = {};
  private @Nullable Rejection[] local = {};
  private @Nullable Failure failure;
  private final long volumes;

  /** That nothing fitted, when this was found, and what was said. */
  record Failure(long generation, long nominations, Diagnosis diagnosis) {}

  CycleState(PodSignature pod, Profile profile, Handle handle) {
    plugins = profile.filters();
    volumes = pod.claims().isEmpty() ? ANY_VOLUMES : handle.volumes().version();
    plugins.forEach(plugin -> filters.add(plugin.preFilter(pod, handle)));
    leadingLocal = (int) filters.stream().takeWhile(NodeFilter::isLocal).count();
    admitsAll = new boolean[filters.size()];
    scoring = new Scoring(pod, profile, handle);
  }

  /** Whether what it knows of claims and volumes is as of {@code version}, or does not matter. */
  boolean knowsVolumes(long version) {
    return volumes == ANY_VOLUMES || volumes == version;
  }

  /** Takes in what has changed; to be done before asking about nodes again. */
  void catchUp() {
    for (int i = leadingLocal; i < filters.size(); i++) {
      NodeFilter filter = filters.get(i);
      filter.catchUp();
      admitsAll[i] = filter.admitsAll();
    }
  }

  /** The first objection to {@code node}; null if there is none. */
  @Nullable
  Rejection rejection(NodeInfo node) {
    Rejection rejection = localRejection(node);
    return rejection != null ? rejection : firstOf(node, leadingLocal, filters.size());
  }

  private @Nullable Rejection localRejection(NodeInfo node) {
    int slot = node.slot();
    if (slot >= askedAt.length) {
      askedAt = Arrays.copyOf(askedAt, Math.max(16, slot * 2));
      local = Arrays.copyOf(local, askedAt.length);
    }
    if (askedAt[slot] == NEVER || askedAt[slot] != node.generation()) {
      local[slot] = firstOf(node, 0, leadingLocal);
      askedAt[slot] = node.generation();
    }
    return local[slot];
  }

  private @Nullable Rejection firstOf(NodeInfo node, int from, int to) {
    for (int i = from; i < to; i++) {
      Status status = admitsAll[i] ? Status.SUCCESS : filters.get(i).filter(node);
      if (!status.isSuccess()) {
        return new Rejection(plugins.get(i), status);
      }
    }
    return null;
  }

  /** The first objection to the pod that holds for every node; empty if there is none. */
  Optional<Rejection> refusal() {
    for (int i = 0; i < filters.size(); i++) {
      Optional<Status> refusal = filters.get(i).refusal();
      if (refusal.isPresent()) {
        return Optional.of(new Rejection(plugins.get(i), refusal.get()));
      }
    }
    return Optional.empty();
  }

  /** The plug-in that names the only nodes that can come into question, with those. */
  Optional<Narrowing> narrowing() {
    for (int i = 0; i < filters.size(); i++) {
      Optional<Set<String>> names = filters.get(i).nodeNames();
      if (names.isPresent()) {
        return Optional.of(new Narrowing(plugins.get(i), names.get()));
      }
    }
    return Optional.empty();
  }

  /** Only these nodes can come into question. */
  record Narrowing(FilterPlugin plugin, Set<String> nodeNames) {}

  /** The weighted sum of points of each candidate. */
  long[] points(List<NodeInfo> candidates) {
    return scoring.points(candidates);
  }

  void remember(Failure found) {
    failure = found;
  }

  /** What was said the last time that nothing fitted, if nothing has changed since. */
  Optional<Diagnosis> failureAt(long generation, long nominations) {
    return failure != null
            && failure.generation() == generation
            && failure.nominations() == nominations
        ? Optional.of(failure.diagnosis())
        : Optional.empty();
  }
}
