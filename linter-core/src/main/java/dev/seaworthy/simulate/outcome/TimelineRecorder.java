package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes of the commits of a cluster what is worth telling. Give it to {@link Cluster#onCommit}. */
public final class TimelineRecorder implements Watch {

  /** The conditions of workloads and nodes whose changes are told. */
  private static final List<String> TOLD =
      List.of("Available", "Progressing", "ReplicaFailure", "Complete", "Failed");

  private final Cluster cluster;
  private final Instant start;
  private final List<Timeline.Entry> entries = new ArrayList<>();

  /** Counts time from now. */
  public TimelineRecorder(Cluster cluster) {
    this.cluster = cluster;
    this.start = cluster.now();
  }

  /** What has happened so far. */
  public Timeline timeline() {
    return new Timeline(entries);
  }

  @Override
  public void onChange(Change change) {
    switch (change.key().kind().kind()) {
      case "Pod" -> pod(change);
      case "Node" -> node(change);
      case "Namespace", "ControllerRevision", "EndpointSlice", "Endpoints", "Lease", "Event" -> {}
      default -> object(change);
    }
  }

  private void tell(Resource object, String what) {
    String name = object.kind().toLowerCase(Locale.ROOT) + "/" + object.name();
    entries.add(new Timeline.Entry(Duration.between(start, cluster.now()), name, what));
  }

  private void pod(Change change) {
    Resource pod = change.latest();
    Optional<Resource> before = change.before();
    if (change.isRemoval()) {
      tell(pod, "gone");
      return;
    }
    if (change.isCreation()) {
      tell(pod, "created");
    }
    if (Meta.isBeingDeleted(pod) && before.filter(Meta::isBeingDeleted).isEmpty()) {
      tell(pod, "is to stop");
    }
    newText(before, pod, TimelineRecorder::whyWaiting).ifPresent(why -> tell(pod, why));
    newText(before, pod, TimelineRecorder::phase).ifPresent(phase -> tell(pod, phase));
    newText(before, pod, TimelineRecorder::trouble).ifPresent(trouble -> tell(pod, trouble));
    boolean wasReady = before.map(Pod::new).filter(Pod::isReady).isPresent();
    if (wasReady != new Pod(pod).isReady() && !new Pod(pod).isFinished()) {
      tell(pod, wasReady ? "no longer ready" : "ready");
    }
  }

  @FunctionalInterface
  private interface Aspect {
    String of(Resource object);
  }

  /** What an aspect says now, if it says something else than before. */
  private static Optional<String> newText(Optional<Resource> before, Resource now, Aspect aspect) {
    String text = aspect.of(now);
    boolean isOld = before.map(aspect::of).filter(text::equals).isPresent();
    return text.isEmpty() || isOld ? Optional.empty() : Optional.of(text);
  }

  private static String whyWaiting(Resource pod) {
    Node scheduled = Conditions.of(pod).get("PodScheduled");
    return scheduled.get("status").text().equals("False")
        ? "waits: " + scheduled.get("message").text()
        : "";
  }

  private static String phase(Resource pod) {
    String phase = new Pod(pod).phase();
    if (!phase.equals("Running")) {
      return phase.equals("Pending") ? "" : phase;
    }
    return "Running on "
        + pod.at("spec", "nodeName").text()
        + ", "
        + pod.at("status", "podIP").text();
  }

  /** Why a container waits: its image can't be pulled, or it has crashed too often. */
  private static String trouble(Resource pod) {
    for (Node status : new Pod(pod).containerStatuses()) {
      String reason = status.at("state", "waiting", "reason").text();
      if (!reason.isEmpty()) {
        return "container " + status.get("name").text() + " waits: " + reason;
      }
    }
    return "";
  }

  private void node(Change change) {
    Resource node = change.latest();
    if (change.isRemoval()) {
      tell(node, "gone");
    } else if (change.isCreation()) {
      tell(node, "joined");
    } else {
      newText(change.before(), node, n -> Conditions.of(n).status("Ready"))
          .ifPresent(status -> tell(node, status.equals("True") ? "ready" : "not ready"));
      newText(
              change.before(),
              node,
              n -> n.at("spec", "unschedulable").isTrue() ? "takes no more pods" : "")
          .ifPresent(what -> tell(node, what));
    }
  }

  private void object(Change change) {
    Resource object = change.latest();
    String wants = wants(object);
    if (change.isRemoval()) {
      tell(object, "gone");
    } else if (change.isCreation()) {
      tell(object, wants.isEmpty() ? "created" : "created, " + wants);
    } else {
      newText(change.before(), object, TimelineRecorder::wants)
          .ifPresent(what -> tell(object, what));
    }
    if (!change.isRemoval()) {
      conditions(change, object);
    }
  }

  private static String wants(Resource object) {
    Optional<Long> replicas = object.at("spec", "replicas").asLong();
    return replicas
        .map(count -> "wants " + (count == 1 ? "1 pod" : count + " pods"))
        .orElse("");
  }

  private void conditions(Change change, Resource object) {
    for (Node item : object.at("status", "conditions").items()) {
      String type = item.get("type").text();
      if (TOLD.contains(type) && item instanceof Mapping) {
        newText(change.before(), object, o -> condition(o, type))
            .ifPresent(text -> tell(object, text));
      }
    }
  }

  private static String condition(Resource object, String type) {
    Node condition = Conditions.of(object).get(type);
    String status = condition.get("status").text();
    String reason = condition.get("reason").text();
    return status.isEmpty() ? "" : "%s is %s (%s)".formatted(type, status, reason);
  }
}
