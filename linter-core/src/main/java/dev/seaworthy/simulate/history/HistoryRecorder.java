package dev.seaworthy.simulate.history;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.Event;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.Controllers;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes down what pods and workloads become, commit by commit. */
public final class HistoryRecorder implements Watch {

  private final Cluster cluster;
  private final Instant start;
  private final Function<Pod, String> wordOf;
  private final int eventsBefore;
  private final Map<String, PodRecord> pods = new LinkedHashMap<>();
  private final Map<ObjectKey, WorkloadRecord> workloads = new LinkedHashMap<>();

  private HistoryRecorder(Cluster cluster, Function<Pod, String> wordOf) {
    this.cluster = cluster;
    this.start = cluster.now();
    this.wordOf = wordOf;
    this.eventsBefore = cluster.events().size();
  }

  /**
   * Records what happens in {@code cluster} from now on; what is there already is taken down as it is.
   *
   * @param wordOf the word that stands for a pod's status
   */
  public static HistoryRecorder watch(Cluster cluster, Function<Pod, String> wordOf) {
    HistoryRecorder recorder = new HistoryRecorder(cluster, wordOf);
    cluster.view().all().forEach(recorder::see);
    cluster.onCommit(recorder);
    return recorder;
  }

  private Duration now() {
    return Duration.between(start, cluster.now());
  }

  @Override
  public void onChange(Change change) {
    if (!change.isRemoval()) {
      see(change.latest());
    } else if (change.key().kind().equals(Kinds.POD)) {
      pod(change.latest()).gone(now());
    }
  }

  private void see(Resource object) {
    if (object.groupKind().equals(Kinds.POD)) {
      pod(object).see(new Pod(object), now(), wordOf);
    } else if (isWorkload(object)) {
      workloads
          .computeIfAbsent(ObjectKey.of(object), key -> new WorkloadRecord(object))
          .see(object, now());
    }
  }

  private boolean isWorkload(Resource object) {
    return KnownKinds.builtIn().makesPods(object.groupKind())
        && object.at("spec", "template").isPresent()
        && !object.groupKind().equals(Kinds.JOB)
        && object.controller().isEmpty();
  }

  private PodRecord pod(Resource pod) {
    return pods.computeIfAbsent(Meta.uid(pod), uid -> new PodRecord(pod, ownerOf(pod)));
  }

  private String ownerOf(Resource pod) {
    Resource top = Controllers.topmost(pod, cluster.view());
    return top == pod ? "" : top.kind() + "/" + top.name();
  }

  /** What has been taken down so far of one workload; empty if it is none. */
  public Optional<WorkloadHistory> workload(ObjectKey key) {
    return Optional.ofNullable(workloads.get(key)).map(WorkloadRecord::history);
  }

  /** What has been taken down so far. */
  public History history() {
    return new History(
        now(),
        pods.values().stream().map(PodRecord::history).toList(),
        workloads.values().stream().map(WorkloadRecord::history).toList(),
        events());
  }

  private List<History.Told> events() {
    List<Event> all = cluster.events();
    List<History.Told> told = new ArrayList<>();
    for (Event event : all.subList(eventsBefore, all.size())) {
      told.add(new History.Told(Duration.between(start, event.time()), event));
    }
    return told;
  }
}
