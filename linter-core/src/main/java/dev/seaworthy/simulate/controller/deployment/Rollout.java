package dev.seaworthy.simulate.controller.deployment;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Deployment;
import dev.seaworthy.simulate.object.ReplicaSet;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One look at a Deployment: it, its ReplicaSets, and the writes that all strategies need. The
 * Deployment is read again after each write of its status, so that the next one is no conflict.
 */
final class Rollout {

  private final ApiClient api;
  private final VirtualClock clock;
  private final List<ReplicaSet> sets;
  private Deployment deployment;
  private String freshUid;

  Rollout(Deployment deployment, List<ReplicaSet> sets, ApiClient api, VirtualClock clock) {
    this.deployment = deployment;
    this.sets = new ArrayList<>(
        sets.stream().sorted(Comparator.comparing(ReplicaSet::created)).toList());
    this.api = api;
    this.clock = clock;
    this.freshUid = this.sets.stream()
        .filter(set -> TemplateHash.same(set.template(), deployment.template()))
        .map(ReplicaSet::uid)
        .findFirst()
        .orElse("");
  }

  Deployment deployment() {
    return deployment;
  }

  VirtualClock clock() {
    return clock;
  }

  ApiClient api() {
    return api;
  }

  /** All sets, oldest first. */
  List<ReplicaSet> sets() {
    return sets;
  }

  /** The set of the present template: the oldest, if several are of it. */
  Optional<ReplicaSet> fresh() {
    return sets.stream().filter(set -> set.uid().equals(freshUid)).findFirst();
  }

  /** The sets of former templates, oldest first. */
  List<ReplicaSet> old() {
    return sets.stream().filter(set -> !set.uid().equals(freshUid)).toList();
  }

  /** The old sets that want pods. */
  List<ReplicaSet> oldWithPods() {
    return old().stream().filter(set -> set.replicas() > 0).toList();
  }

  long wantedInAll() {
    return sets.stream().mapToLong(ReplicaSet::replicas).sum();
  }

  /** Takes the set of the present template in, which was just made. */
  void joined(ReplicaSet made) {
    sets.add(made);
    freshUid = made.uid();
  }

  void replaced(ReplicaSet changed) {
    sets.replaceAll(set -> set.uid().equals(changed.uid()) ? changed : set);
  }

  /** Writes the Deployment's status (and annotations), if that changes anything. */
  void writeStatus(Resource wanted) {
    boolean same = wanted.at("status").sameAs(deployment.resource().at("status"))
        && wanted.annotations().equals(deployment.annotations());
    if (!same) {
      api.updateStatus(wanted).object().ifPresent(it -> deployment = new Deployment(it));
    }
  }

  /** Sets the size of a set and tells of it. Gives whether it was another one before. */
  boolean scale(ReplicaSet set, long size) {
    if (set.replicas() == size) {
      return false;
    }
    return resize(set, size);
  }

  /** Like {@link #scale}, but notes the Deployment's size on a set that stays as it is, too. */
  boolean resize(ReplicaSet set, long size) {
    Resource wanted =
        Annotations.noting(set.resource(), deployment).with("spec.replicas", Scalar.of(size));
    if (wanted.root().sameAs(set.resource().root())) {
      return false;
    }
    Answer answer = api.update(wanted);
    answer.object().map(ReplicaSet::new).ifPresent(this::replaced);
    if (answer.accepted() && set.replicas() != size) {
      String direction = set.replicas() < size ? "up" : "down";
      api.events()
          .normal(
              deployment.resource(),
              "ScalingReplicaSet",
              "Scaled "
                  + direction
                  + " replica set "
                  + set.name()
                  + " from "
                  + set.replicas()
                  + " to "
                  + size);
      return true;
    }
    return false;
  }
}
