package dev.seaworthy.simulate.object;

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

  /** The same, with a little taken for containers that say nothing, as scores count it. */
  public static Amounts forScores(Node podSpec) {
    return total(podSpec, true);
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
