package dev.seaworthy.simulate.scenario.observation;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * What happened since the last observation: pods made and deleted, ReplicaSets scaled, and the
 * extremes that a rollout touched. Sees every commit, after {@link Identities}.
 */
public final class Recorder implements Watch {

  private final Identities identities;
  private final Map<String, Long> created = new TreeMap<>();
  private final Map<String, Deletions> deleted = new TreeMap<>();
  private final Map<String, List<String>> scaled = new LinkedHashMap<>();
  private final Extremes extremes;

  public Recorder(Identities identities, Extremes extremes) {
    this.identities = identities;
    this.extremes = extremes;
  }

  /** Pods of one owner that were deleted, as they were at that moment. */
  private static final class Deletions {
    private final TreeSet<Integer> numbers = new TreeSet<>();
    private final Map<String, Integer> perNode = new TreeMap<>();
    private boolean named;
    private int count;
    private int notReady;
    private int unscheduled;

    void add(Pod pod, Identities.Origin origin) {
      count++;
      named |= origin.isNamed();
      numbers.add(origin.number());
      notReady += pod.isReady() ? 0 : 1;
      unscheduled += pod.nodeName().isPresent() ? 0 : 1;
      pod.nodeName().ifPresent(node -> perNode.merge(node, 1, Integer::sum));
    }

    Mapping describe() {
      Fields fields = new Fields().put("count", count);
      if (!named) {
        fields.putStrings("pods", numbers.stream().map(String::valueOf).toList());
      }
      return fields
          .put("notReady", notReady)
          .put("unscheduled", unscheduled)
          .put("perNode", PlacementStates.counts(perNode))
          .build();
    }
  }

  @Override
  public void onChange(Change change) {
    if (change.key().kind().equals(Kinds.POD)) {
      podChanged(change);
    } else if (change.key().kind().equals(Kinds.REPLICA_SET)) {
      replicaSetChanged(change);
    }
    extremes.onChange(change);
  }

  private void podChanged(Change change) {
    Resource pod = change.latest();
    Identities.Origin origin = identities.origin(pod);
    if (change.isCreation()) {
      created.merge(origin.label(), 1L, Long::sum);
    }
    boolean wasMarked = change.before().filter(Meta::isBeingDeleted).isPresent();
    if (!wasMarked && (change.isRemoval() || Meta.isBeingDeleted(pod))) {
      Resource atThatMoment = change.before().orElse(pod);
      deleted
          .computeIfAbsent(origin.label(), label -> new Deletions())
          .add(new Pod(atThatMoment), origin);
    }
  }

  private void replicaSetChanged(Change change) {
    if (change.isRemoval()) {
      return;
    }
    ToLongFunction<Resource> wants = set -> set.at("spec", "replicas").longOr(1);
    long before = change.before().map(wants::applyAsLong).orElse(0L);
    long after = wants.applyAsLong(change.latest());
    if (before != after) {
      Resource set = change.latest();
      String step = before + "->" + after;
      identities
          .replicaSet(set)
          .ifPresentOrElse(
              known -> note(known.deployment().toString(), "@" + known.nth() + " " + step),
              () -> note("ReplicaSet/" + set.name(), step));
    }
  }

  private void note(String owner, String step) {
    scaled.computeIfAbsent(owner, key -> new ArrayList<>()).add(step);
  }

  /** What happened since this was last asked. */
  public Mapping take() {
    Fields counts = new Fields();
    created.forEach(counts::put);
    Fields deletions = new Fields();
    deleted.forEach((label, some) -> deletions.put(label, some.describe()));
    Fields steps = new Fields();
    scaled.forEach((owner, list) ->
        steps.put(owner, Sequence.of(list.stream().map(Scalar::of).toList())));
    boolean isRollout = scaled.keySet().stream().anyMatch(key -> key.startsWith("Deployment/"));
    Fields since = new Fields()
        .putObject("created", counts.build())
        .putObject("deleted", deletions.build())
        .putObject("scaleEvents", steps.build())
        .putObject("extremes", isRollout ? extremes.describe() : Mapping.EMPTY);
    created.clear();
    deleted.clear();
    scaled.clear();
    extremes.restart();
    return since.build();
  }
}
