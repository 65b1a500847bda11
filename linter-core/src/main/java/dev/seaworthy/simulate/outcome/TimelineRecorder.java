package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.controller.rootcacertpublisher.RootCertificates;
import dev.seaworthy.simulate.controller.serviceaccount.DefaultServiceAccount;
import dev.seaworthy.simulate.node.Pressure;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.Watch;
import dev.seaworthy.simulate.surroundings.Furnishing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes of the commits of a cluster what is worth telling. Give it to {@link Cluster#onCommit}. */
public final class TimelineRecorder implements Watch {

  /** What is told of an object that is to go, and does not go at once. */
  static final String TOLD_TO_STOP = "is to stop";

  /** What they make is there in every cluster, and no news. */
  private static final List<String> FURNISHING =
      List.of(Furnishing.COMPONENT, RootCertificates.COMPONENT, DefaultServiceAccount.COMPONENT);

  /** The conditions of workloads and nodes whose changes are told. */
  private static final List<String> TOLD =
      List.of("Available", "Progressing", "ReplicaFailure", "Complete", "Failed");

  private final Cluster cluster;
  private final Causes causes;
  private final Losses losses;
  private final Instant start;
  private final List<Timeline.Step> steps = new ArrayList<>();
  private String title = "";
  private Duration began = Duration.ZERO;
  private List<Timeline.Entry> entries = new ArrayList<>();

  /** Counts time from now. */
  public TimelineRecorder(Cluster cluster) {
    this.cluster = cluster;
    this.causes = new Causes(cluster);
    this.start = cluster.now();
    this.losses = new Losses(cluster, start);
  }

  /** What has happened so far. */
  public Timeline timeline() {
    List<Timeline.Step> all = new ArrayList<>(steps);
    if (!title.isEmpty() || !entries.isEmpty()) {
      all.add(new Timeline.Step(title, began, entries));
    }
    return new Timeline(all);
  }

  /** A person does something; what happens from now on comes of it. */
  public void step(String what) {
    List<Timeline.Step> before = timeline().steps();
    steps.clear();
    steps.addAll(before);
    title = what;
    began = elapsed();
    entries = new ArrayList<>();
  }

  /** Why pods that nobody makes anew had to go. */
  Map<ObjectKey, String> lostPods() {
    return causes.lost();
  }

  /** Why the pods of workloads stopped serving. */
  Losses losses() {
    return losses;
  }

  /** Somebody looks at the cluster. */
  void look(String what, String shown) {
    entries.add(Timeline.Entry.look(elapsed(), what, shown));
  }

  private Duration elapsed() {
    return Duration.between(start, cluster.now());
  }

  @Override
  public void onChange(Change change) {
    if (FURNISHING.stream().anyMatch(causes::isBy)) {
      return;
    }
    switch (change.key().kind().kind()) {
      case "Pod" -> pod(change);
      case "Node" -> node(change);
      case "Namespace", "ControllerRevision", "EndpointSlice", "Endpoints", "Lease", "Event" -> {}
      default -> object(change);
    }
  }

  private void tell(Resource object, String what, String cause) {
    tell(object, what, what, cause);
  }

  private void tell(Resource object, String what, String gist, String cause) {
    String name = Causes.name(object.kind(), object.name());
    entries.add(new Timeline.Entry(elapsed(), name, what, gist, cause, Causes.ownerOf(object), ""));
  }

  private void pod(Change change) {
    Resource pod = change.latest();
    Optional<Resource> before = change.before();
    if (change.isRemoval()) {
      // Who lets it no time to stop has not told of it before.
      tell(pod, "gone", Meta.isBeingDeleted(pod) ? "" : causes.ofDeletion(pod));
      return;
    }
    if (before.isEmpty()) {
      String place =
          causes.replacedBy(pod).map(gap -> " in the place of " + gap).orElse("");
      tell(pod, "created" + place, "created", causes.ofWrite());
    } else {
      belonging(before.get(), pod);
    }
    String whyDeleted = deletion(before, pod);
    newText(before, pod, TimelineRecorder::whyWaiting).ifPresent(why -> tell(pod, why, ""));
    newText(before, pod, PodHappenings::phase)
        .ifPresent(phase -> tell(pod, phase, PodHappenings.gist(phase), PodHappenings.why(pod)));
    newText(before, pod, PodHappenings::restart).ifPresent(again -> tell(pod, again, ""));
    newText(before, pod, PodHappenings::trouble).ifPresent(trouble -> tell(pod, trouble, ""));
    String whyUnready = readiness(before, pod);
    losses.see(change, whyDeleted.isEmpty() ? whyUnready : whyDeleted);
  }

  /** Which labels a person changed, and whose the pod is no more, or now. */
  private void belonging(Resource before, Resource pod) {
    // What a binding copies from the node to the pod is no news of the pod.
    boolean isBound =
        before.at("spec", "nodeName").isAbsent() && pod.at("spec", "nodeName").isPresent();
    if (!isBound && before.labels() != pod.labels() && !before.labels().equals(pod.labels())) {
      tell(
          pod,
          "labelled " + PodHappenings.changed(before.labels(), pod.labels()),
          causes.ofWrite());
    }
    String owner = Causes.ownerOf(before);
    String now = Causes.ownerOf(pod);
    if (!owner.isEmpty() && now.isEmpty()) {
      tell(pod, "released by " + owner, causes.ofRelease(before));
    } else if (owner.isEmpty() && !now.isEmpty()) {
      tell(pod, "adopted", causes.ofWrite());
    }
  }

  /** Says why an object is to go from now on; empty if it is not, or nobody says. */
  private String deletion(Optional<Resource> before, Resource object) {
    if (!Meta.isBeingDeleted(object) || before.filter(Meta::isBeingDeleted).isPresent()) {
      return "";
    }
    String why = causes.ofDeletion(object);
    tell(object, TOLD_TO_STOP, why);
    return why;
  }

  /** Says why a pod is no longer ready; empty if it is not so, or nobody says. */
  private String readiness(Optional<Resource> before, Resource pod) {
    boolean wasReady = before.map(Pod::new).filter(Pod::isReady).isPresent();
    if (wasReady == new Pod(pod).isReady()) {
      return "";
    }
    String why = wasReady && !Meta.isBeingDeleted(pod) ? causes.ofUnreadiness(pod) : "";
    if (!new Pod(pod).isFinished()) {
      tell(pod, wasReady ? "no longer ready" : "ready", why);
    }
    return why;
  }

  /** What an aspect says now, if it says something else than before. */
  private static Optional<String> newText(
      Optional<Resource> before, Resource now, Function<Resource, String> aspect) {
    String text = aspect.apply(now);
    boolean isOld = before.map(aspect).filter(text::equals).isPresent();
    return text.isEmpty() || isOld ? Optional.empty() : Optional.of(text);
  }

  /** What the scheduler says of the nodes; what it says of preemption is for who looks closer. */
  private static String whyWaiting(Resource pod) {
    Node scheduled = Conditions.of(pod).get("PodScheduled");
    return scheduled.get("status").text().equals("False")
        ? "waits: " + WhyPending.withoutPreemption(scheduled.get("message").text())
        : "";
  }

  private void node(Change change) {
    Resource node = change.latest();
    if (change.isRemoval()) {
      tell(node, "gone", causes.ofWrite());
    } else if (change.isCreation()) {
      tell(node, "joined", "");
    } else {
      newText(change.before(), node, n -> Conditions.of(n).status("Ready"))
          .ifPresent(status -> tell(
              node,
              status.equals("True") ? "ready" : "not ready",
              status.equals("True")
                  ? ""
                  : Conditions.of(node).get("Ready").get("message").text()));
      newText(
              change.before(),
              node,
              n -> n.at("spec", "unschedulable").isTrue() ? "takes no more pods" : "")
          .ifPresent(what -> tell(node, what, ""));
      for (Pressure pressure : Pressure.values()) {
        pressure(change, pressure);
      }
      newText(change.before(), node, PodHappenings::evictingTaints)
          .ifPresent(taints -> tell(node, "tainted with " + taints, causes.ofTaint(node)));
    }
  }

  private void pressure(Change change, Pressure pressure) {
    Resource node = change.latest();
    String what = pressure.words();
    newText(change.before(), node, n -> Conditions.of(n).status(pressure.condition()))
        .ifPresent(status -> tell(
            node,
            status.equals("True") ? "short of " + what : "no longer short of " + what,
            status.equals("True") ? "it takes no more pods, and ends those that use most" : ""));
  }

  private void object(Change change) {
    Resource object = change.latest();
    String wants = wants(object);
    if (change.isRemoval()) {
      tell(object, "gone", "");
      return;
    }
    if (change.isCreation()) {
      String cause = wants.isEmpty() ? causes.ofWrite() : causes.ofScale(change);
      tell(object, wants.isEmpty() ? "created" : "created, " + wants, cause);
    } else {
      newText(change.before(), object, TimelineRecorder::wants)
          .ifPresent(what -> tell(object, what, "scaled", causes.ofScale(change)));
    }
    deletion(change.before(), object);
    conditions(change, object);
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
            .ifPresent(text -> tell(object, text, ""));
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
