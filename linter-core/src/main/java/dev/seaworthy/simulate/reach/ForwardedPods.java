package dev.seaworthy.simulate.reach;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which pod of a workload or Service {@code kubectl} takes where it needs one ({@code port-forward},
 * {@code logs}, {@code exec}): the one that seems most able to answer.
 */
final class ForwardedPods {

  private static final List<String> PHASES = List.of("Running", "Unknown", "Pending");

  /** Assigned before waiting, running, ready, longest ready, least restarted, oldest. */
  private static final Comparator<Resource> BEST_FIRST = Comparator.<Resource>comparingInt(
          pod -> new Pod(pod).nodeName().isPresent() ? 0 : 1)
      .thenComparingInt(ForwardedPods::phase)
      .thenComparingInt(pod -> new Pod(pod).isReady() ? 0 : 1)
      .thenComparing(pod -> new Pod(pod).readySince().orElse(Instant.EPOCH))
      .thenComparingLong(pod -> new Pod(pod).restarts())
      .thenComparing(pod -> new Pod(pod).created())
      .thenComparing(Resource::name);

  private ForwardedPods() {}

  private static int phase(Resource pod) {
    int place = PHASES.indexOf(new Pod(pod).phase());
    return place < 0 ? PHASES.size() : place;
  }

  /** The pod itself, or the best one that the selector of {@code object} finds. */
  static Optional<Resource> of(Resource object, ClusterView view) {
    if (object.groupKind().equals(Kinds.POD)) {
      return Optional.of(object);
    }
    return view.select(Kinds.POD, object.namespace(), selector(object)).stream().min(BEST_FIRST);
  }

  /** Of a Service and a ReplicationController it is a plain mapping of labels. */
  private static LabelSelector selector(Resource object) {
    Node selector = object.at("spec", "selector");
    boolean isPlain = object.groupKind().equals(Kinds.SERVICE)
        || object.groupKind().equals(Kinds.REPLICATION_CONTROLLER);
    if (!isPlain) {
      return LabelSelector.of(selector);
    }
    return selector instanceof Mapping labels
        ? LabelSelector.ofLabels(labels.strings())
        : LabelSelector.NOTHING;
  }
}
