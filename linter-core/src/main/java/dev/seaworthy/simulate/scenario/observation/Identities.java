package dev.seaworthy.simulate.scenario.observation;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.scenario.language.Target;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names for what has generated names, so that two runs of one story can be compared: the second
 * ReplicaSet of a Deployment is {@code Deployment/web@2} whatever its hash, and stays so when the
 * Deployment goes or another one adopts it. Listens to every commit of a story.
 */
public final class Identities implements Watch {

  public static final String NONE = "none";

  /** The number that a CronJob puts at the end of a Job's name: the minute that it is for. */
  private static final Pattern MINUTE = Pattern.compile("-\\d{6,}$");

  private final Map<String, ReplicaSetIdentity> replicaSets = new HashMap<>();
  private final Map<String, String> jobs = new HashMap<>();
  private final Map<String, Origin> pods = new HashMap<>();
  private final Map<String, Integer> counters = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  /** A ReplicaSet that a Deployment made, or adopted before anybody else: its {@code nth}. */
  record ReplicaSetIdentity(Target deployment, int nth) {
    String label() {
      return deployment + "@" + nth;
    }
  }

  /**
   * Where a pod comes from.
   *
   * @param owner the label of the object that made it, or {@link #NONE}
   * @param label what stands for it in counts: its owner, or itself if its name is predictable
   * @param number its place among the pods of that label, from 1
   */
  record Origin(String owner, String label, int number) {
    boolean isNamed() {
      return label.startsWith("Pod/");
    }
  }

  @Override
  public void onChange(Change change) {
    change.after().ifPresent(this::learn);
  }

  private void learn(Resource object) {
    String uid = uid(object);
    seen.add(uid);
    switch (object.kind()) {
      case "ReplicaSet" -> {
        if (!replicaSets.containsKey(uid)) {
          deploymentOf(object)
              .ifPresent(owner ->
                  replicaSets.put(uid, new ReplicaSetIdentity(owner, next(owner.toString()))));
        }
      }
      case "Job" -> jobs.putIfAbsent(uid, shownJobName(object));
      case "Pod" -> {
        if (!pods.containsKey(uid)) {
          pods.put(uid, originOf(object));
        }
      }
      default -> {}
    }
  }

  private Origin originOf(Resource pod) {
    String owner = ownerOf(pod);
    String label =
        owner.equals(NONE) || owner.startsWith("StatefulSet/") ? "Pod/" + pod.name() : owner;
    return new Origin(owner, label, next("pods of " + label));
  }

  private int next(String counter) {
    return counters.merge(counter, 1, Integer::sum);
  }

  /** The label of the object that controls {@code object} now, or {@link #NONE}. */
  String ownerOf(Resource object) {
    return object
        .controller()
        .filter(owner -> seen.contains(owner.get("uid").text()))
        .map(this::labelOf)
        .orElse(NONE);
  }

  private String labelOf(Node reference) {
    String kind = reference.get("kind").text();
    String uid = reference.get("uid").text();
    ReplicaSetIdentity known = replicaSets.get(uid);
    return known != null
        ? known.label()
        : kind + "/" + jobs.getOrDefault(uid, reference.get("name").text());
  }

  /** The workload that controls a pod, if only through a ReplicaSet. */
  public Optional<Target> workloadOf(Resource pod) {
    return pod.controller().flatMap(reference -> {
      ReplicaSetIdentity known = replicaSets.get(reference.get("uid").text());
      return known != null ? Optional.of(known.deployment()) : Target.parse(labelOf(reference));
    });
  }

  Optional<ReplicaSetIdentity> replicaSet(Resource replicaSet) {
    return Optional.ofNullable(replicaSets.get(uid(replicaSet)));
  }

  Origin origin(Resource pod) {
    return pods.computeIfAbsent(uid(pod), uid -> originOf(pod));
  }

  /** The name to show: generated parts stand as {@code <hash>} and {@code <time>}. */
  String shownName(Resource object) {
    if (object.groupKind().equals(Kinds.JOB)) {
      return shownJobName(object);
    }
    String hash = object.labels().getOrDefault("pod-template-hash", "");
    return !hash.isEmpty() && object.name().endsWith("-" + hash)
        ? object.name().substring(0, object.name().length() - hash.length()) + "<hash>"
        : object.name();
  }

  private static String shownJobName(Resource job) {
    boolean scheduled = job.controller()
        .filter(owner -> owner.get("kind").text().equals("CronJob"))
        .isPresent();
    return scheduled ? MINUTE.matcher(job.name()).replaceFirst("-<time>") : job.name();
  }

  private static Optional<Target> deploymentOf(Resource replicaSet) {
    return replicaSet
        .controller()
        .filter(owner -> owner.get("kind").text().equals("Deployment"))
        .map(owner -> new Target("Deployment", owner.get("name").text()));
  }

  private static String uid(Resource object) {
    return object.at("metadata", "uid").text();
  }
}
