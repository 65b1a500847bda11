package dev.seaworthy.simulate.outcome;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.node.Behaviour;
import dev.seaworthy.simulate.node.ProbeTimes;
import dev.seaworthy.simulate.object.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Containers whose startup probe gives up before their program answers: a real kubelet restarts them
 * then, which is not played yet.
 */
final class ImpatientProbes implements ProblemFinder {

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scene.Pods pods : scene.pods()) {
      Set<String> told = new LinkedHashSet<>();
      for (Pod pod : pods.all()) {
        if (pod.nodeName().isPresent()) {
          for (Node container : pod.resource().at("spec", "containers").items()) {
            if (isStoppedEarly(container, scene.cluster())
                && told.add(container.get("name").text())) {
              found.add(tell(pods.origin(), container));
            }
          }
        }
      }
    }
    return found;
  }

  private static boolean isStoppedEarly(Node container, Cluster cluster) {
    Optional<Duration> limit = ProbeTimes.of(container).startupGivesUp();
    if (limit.isEmpty()) {
      return false;
    }
    Behaviour behaviour = cluster.behaviourOf(container.get("image").text());
    boolean answers =
        behaviour.readyAfter().map(up -> up.compareTo(limit.get()) <= 0).orElse(false);
    return behaviour.pullable() && behaviour.exit().isEmpty() && !answers;
  }

  private static Diagnostic tell(Origin origin, Node container) {
    String name = container.get("name").text();
    FieldPath probe = origin.container(name).child("startupProbe");
    FieldPath threshold = probe.child("failureThreshold");
    return origin.tell(
        OutcomeCodes.NOT_PLAYED,
        Severity.WARNING,
        "container %s ran as if failureThreshold were not there: its startup probe gives up after %ds, before the program answers"
            .formatted(
                name, ProbeTimes.of(container).startupGivesUp().orElseThrow().toSeconds()),
        origin.at(threshold).isPresent() ? threshold : probe,
        "");
  }
}
