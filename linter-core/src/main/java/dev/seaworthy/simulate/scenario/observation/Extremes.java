package dev.seaworthy.simulate.scenario.observation;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.controller.OwnedPods;
import dev.seaworthy.simulate.controller.PodCounts;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The most and the least that Deployments had, against what their strategy allows. Looks at the
 * counts of their ReplicaSets at each commit, never at their pods.
 */
public final class Extremes implements Watch {

  private final ClusterView view;
  private final OwnedPods owned;
  private final String namespace;
  private final Map<String, Range> ranges = new HashMap<>();

  public Extremes(ClusterView view, OwnedPods owned, String namespace) {
    this.view = view;
    this.owned = owned;
    this.namespace = namespace;
  }

  /** What a Deployment's ReplicaSets want and have at one moment. */
  private record Moment(
      long desired, long pods, long withTerminating, long ready, long available) {}

  private static final class Range {
    private Moment most;
    private Moment least;

    Range(Moment first) {
      most = first;
      least = first;
    }

    void add(Moment moment) {
      most = new Moment(
          Math.max(most.desired, moment.desired),
          Math.max(most.pods, moment.pods),
          Math.max(most.withTerminating, moment.withTerminating),
          0,
          0);
      least = new Moment(
          0,
          0,
          0,
          Math.min(least.ready, moment.ready),
          Math.min(least.available, moment.available));
    }
  }

  @Override
  public void onChange(Change change) {
    Resource object = change.latest();
    if (change.key().kind().equals(Kinds.DEPLOYMENT)) {
      look(object);
    } else if (change.key().kind().equals(Kinds.REPLICA_SET)) {
      deploymentOf(object).ifPresent(this::look);
    } else if (change.key().kind().equals(Kinds.POD)) {
      object
          .controller()
          .flatMap(
              owner -> view.get(Kinds.REPLICA_SET, namespace, owner.get("name").text()))
          .flatMap(this::deploymentOf)
          .ifPresent(this::look);
    }
  }

  private Optional<Resource> deploymentOf(Resource replicaSet) {
    return replicaSet
        .controller()
        .flatMap(
            owner -> view.get(Kinds.DEPLOYMENT, namespace, owner.get("name").text()));
  }

  private void look(Resource deployment) {
    Moment moment = momentOf(deployment);
    Range range = ranges.computeIfAbsent(deployment.name(), name -> new Range(moment));
    range.add(moment);
  }

  private Moment momentOf(Resource deployment) {
    long desired = 0;
    long pods = 0;
    long withTerminating = 0;
    long ready = 0;
    long available = 0;
    for (Resource set : view.ownedBy(Meta.uid(deployment), Kinds.REPLICA_SET)) {
      Node status = set.at("status");
      desired += set.at("spec", "replicas").longOr(1);
      ready += status.get("readyReplicas").longOr(0);
      available += status.get("availableReplicas").longOr(0);
      PodCounts counts = owned.of(Meta.uid(set));
      pods += counts.active();
      withTerminating += counts.unfinished();
    }
    return new Moment(desired, pods, withTerminating, ready, available);
  }

  /** Forgets what was; the next extremes start from how it is now. */
  void restart() {
    ranges.clear();
    view.list(Kinds.DEPLOYMENT, namespace).forEach(this::look);
  }

  Mapping describe() {
    Fields all = new Fields();
    for (Resource deployment : view.list(Kinds.DEPLOYMENT, namespace)) {
      Range range = ranges.get(deployment.name());
      if (range != null) {
        all.put("Deployment/" + deployment.name(), describe(range, deployment));
      }
    }
    return all.build();
  }

  private static Mapping describe(Range range, Resource deployment) {
    Fields fields = new Fields()
        .put("maxDesired", range.most.desired)
        .put("maxPods", range.most.pods)
        .put("maxPodsWithTerminating", range.most.withTerminating)
        .put("minReady", range.least.ready)
        .put("minAvailable", range.least.available);
    if (!deployment.at("spec", "strategy", "type").text().equals("Recreate")) {
      fields.put("bounds", bounds(deployment));
    }
    return fields.build();
  }

  private static Mapping bounds(Resource deployment) {
    long replicas = deployment.at("spec", "replicas").longOr(1);
    Node rolling = deployment.at("spec", "strategy", "rollingUpdate");
    long surge = resolved(rolling.get("maxSurge"), replicas, true);
    long unavailable = resolved(rolling.get("maxUnavailable"), replicas, false);
    if (surge == 0 && unavailable == 0) {
      unavailable = 1;
    }
    return new Fields()
        .put("maxPods", replicas + surge)
        .put("minAvailable", Math.max(0, replicas - unavailable))
        .build();
  }

  /** A count, or a percentage of the replicas; absent is 25%. */
  private static long resolved(Node value, long replicas, boolean upwards) {
    if (value.asLong().isPresent()) {
      return value.longOr(0);
    }
    String digits = value.stringOr("25%").replace("%", "");
    long percent = digits.matches("\\d{1,9}") ? Long.parseLong(digits) : 0;
    return upwards ? (replicas * percent + 99) / 100 : replicas * percent / 100;
  }
}
