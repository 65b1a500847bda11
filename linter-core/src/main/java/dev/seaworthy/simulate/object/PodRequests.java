package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;

/**
 * What a pod takes of its node: the sum of its containers and sidecars, or what starting up needs
 * if that is more, and its overhead.
 */
public final class PodRequests {

  private static final long USUAL_CPU = 100;
  private static final long USUAL_MEMORY = 200L * 1024 * 1024;

  private PodRequests() {}

  public static Amounts of(Node podSpec) {
    return total(podSpec, false);
  }

  /**
   * The same of a pod that there is: one that is being resized takes the most of what it asks for, what
   * its node has promised it and what it has.
   */
  public static Amounts of(Resource pod) {
    return total(pod, false);
  }

  /** What its node has promised a pod. */
  public static Amounts promisedTo(Resource pod) {
    return ResizedPod.mayBe(pod) ? of(new ResizedPod(pod).promised()) : of(pod.at("spec"));
  }

  /** The same, with a little taken for containers that say nothing, as scores count it. */
  public static Amounts forScores(Resource pod) {
    return total(pod, true);
  }

  private static Amounts total(Resource pod, boolean guessing) {
    if (!ResizedPod.mayBe(pod)) {
      return total(pod.at("spec"), guessing);
    }
    Amounts most = Amounts.NONE;
    for (Node spec : new ResizedPod(pod).specs()) {
      most = most.max(total(spec, guessing));
    }
    return most;
  }

  private static Amounts total(Node spec, boolean guessing) {
    Amounts running = Amounts.NONE;
    for (Node container : spec.get("containers").items()) {
      running = running.plus(requests(container, guessing));
    }
    Amounts sidecars = Amounts.NONE;
    Amounts starting = Amounts.NONE;
    for (Node container : spec.get("initContainers").items()) {
      Amounts needed = requests(container, guessing);
      if (container.get("restartPolicy").text().equals("Always")) {
        running = running.plus(needed);
        sidecars = sidecars.plus(needed);
        starting = starting.max(sidecars);
      } else {
        starting = starting.max(needed.plus(sidecars));
      }
    }
    Amounts both = running.max(starting);
    return both.max(Amounts.of(spec.at("resources", "requests")))
        .plus(Amounts.of(spec.get("overhead")));
  }

  private static Amounts requests(Node container, boolean guessing) {
    Node requests = container.at("resources", "requests");
    Amounts amounts = Amounts.of(requests);
    if (!guessing) {
      return amounts;
    }
    Mapping written = requests instanceof Mapping mapping ? mapping : Mapping.EMPTY;
    Amounts guessed = written.has("cpu") ? amounts : amounts.with("cpu", USUAL_CPU);
    return written.has("memory") ? guessed : guessed.with("memory", USUAL_MEMORY);
  }
}
