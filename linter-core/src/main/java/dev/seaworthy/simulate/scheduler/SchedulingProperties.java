package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.PodRequests;
import dev.seaworthy.simulate.object.ResizedPod;
import dev.seaworthy.simulate.scheduler.framework.ActionType;
import dev.seaworthy.simulate.scheduler.framework.ClusterEvent;
import dev.seaworthy.simulate.scheduler.framework.EventResource;
import dev.seaworthy.simulate.store.Change;
import java.util.ArrayList;
import java.util.List;

/** Which events a change is, as far as it can matter to a pod that fitted nowhere. */
final class SchedulingProperties {

  private SchedulingProperties() {}

  /** What happened to a node that was there and is there. */
  static List<ClusterEvent> ofNode(Change change) {
    List<ClusterEvent> events = new ArrayList<>();
    if (change.isCreation() || change.isRemoval()) {
      add(EventResource.NODE, change.isCreation() ? ActionType.ADD : ActionType.DELETE, events);
      return events;
    }
    Resource before = change.before().orElseThrow();
    Resource after = change.latest();
    if (!before.at("status", "allocatable").sameAs(after.at("status", "allocatable"))) {
      add(EventResource.NODE, ActionType.UPDATE_NODE_ALLOCATABLE, events);
    }
    if (!before.at("metadata", "labels").sameAs(after.at("metadata", "labels"))) {
      add(EventResource.NODE, ActionType.UPDATE_NODE_LABEL, events);
    }
    if (!before.at("spec", "taints").sameAs(after.at("spec", "taints"))
        || (before.at("spec", "unschedulable").isTrue()
            && !after.at("spec", "unschedulable").isTrue())) {
      add(EventResource.NODE, ActionType.UPDATE_NODE_TAINT, events);
    }
    return events;
  }

  /** What happened to a pod that has a node and has not ended. */
  static List<ClusterEvent> ofAssignedPod(Change change) {
    List<ClusterEvent> events = new ArrayList<>();
    Resource after = change.latest();
    if (change.before().map(before -> new Pod(before).nodeName().isEmpty()).orElse(true)) {
      add(EventResource.ASSIGNED_POD, ActionType.ADD, events);
      return events;
    }
    Resource before = change.before().orElseThrow();
    if (!before.at("metadata", "labels").sameAs(after.at("metadata", "labels"))) {
      add(EventResource.ASSIGNED_POD, ActionType.UPDATE_POD_LABEL, events);
    }
    boolean mayRequestLess = before.at("spec") != after.at("spec") || ResizedPod.mayBe(after);
    if (mayRequestLess && requestsLess(before, after)) {
      add(EventResource.ASSIGNED_POD, ActionType.UPDATE_POD_SCALE_DOWN, events);
    }
    return events;
  }

  /** What happened to a claim, a volume or a class: that one is gone helps nobody. */
  static List<ClusterEvent> of(EventResource resource, Change change) {
    List<ClusterEvent> events = new ArrayList<>();
    if (!change.isRemoval()) {
      add(resource, change.isCreation() ? ActionType.ADD : ActionType.UPDATE, events);
    }
    return events;
  }

  private static boolean requestsLess(Resource before, Resource after) {
    Amounts requested = PodRequests.of(after);
    return PodRequests.of(before).entries().entrySet().stream()
        .anyMatch(entry -> requested.get(entry.getKey()) < entry.getValue());
  }

  private static void add(EventResource resource, ActionType action, List<ClusterEvent> events) {
    events.add(new ClusterEvent(resource, action));
  }

  /** Whether a pod without a node may fit where it did not before because it changed itself. */
  static boolean concernsScheduling(Change change) {
    if (change.isCreation()) {
      return true;
    }
    Resource before = change.before().orElseThrow();
    Resource after = change.latest();
    return !before.at("spec").sameAs(after.at("spec"))
        || !before.at("metadata", "labels").sameAs(after.at("metadata", "labels"));
  }
}
