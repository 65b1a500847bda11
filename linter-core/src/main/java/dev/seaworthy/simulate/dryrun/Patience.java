package dev.seaworthy.simulate.dryrun;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.node.ProbeTimes;
import java.time.Duration;
import java.util.List;

/** How long nothing must happen until a dry-run is over: longer than what manifests wait for. */
final class Patience {

  /** Longer than anything else that a rollout which goes well waits for. */
  private static final Duration USUAL = Duration.ofSeconds(30);

  /** What is not there by then is told as not ready. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private static final FieldPath MIN_READY = FieldPath.of("spec", "minReadySeconds");

  private Patience() {}

  static Duration with(List<InputObject> objects) {
    return objects.stream()
        .map(Patience::waitOf)
        .map(wait -> wait.compareTo(LONGEST) < 0 ? wait : LONGEST)
        .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b)
        .plus(USUAL);
  }

  /** The longest time in which nothing need happen before the object's pods are available. */
  private static Duration waitOf(InputObject object) {
    Duration probes = object
        .template()
        .map(template -> template.spec().get("containers"))
        .map(Patience::longestProbes)
        .orElse(Duration.ZERO);
    return probes.plusSeconds(object.at(MIN_READY).longOr(0));
  }

  private static Duration longestProbes(Node containers) {
    return containers.items().stream()
        .flatMap(container -> ProbeTimes.of(container).readyAfter(Duration.ZERO).stream())
        .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }
}
