package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.NameIndex;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pods whose manifest names the node that they are to run on, which is not there: no scheduler is asked,
 * no kubelet starts them, and after a while the pod garbage collector takes them away.
 */
record UnknownNodes(TimelineRecorder timeline) implements ProblemFinder {

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    scene.origins().forEach((key, origin) -> {
      boolean isWanted =
          scene.view().get(key).isPresent() || timeline.lostPods().containsKey(key);
      if (isWanted) {
        node(origin, scene).ifPresent(node -> found.add(tell(key, origin, node, scene)));
      }
    });
    return found;
  }

  /** The node that pods of {@code origin} are to run on, if it is not there. */
  static Optional<String> node(Origin origin, Scene scene) {
    return origin
        .at(field(origin))
        .asString()
        .filter(
            node -> !node.isEmpty() && scene.view().get(Kinds.NODE, "", node).isEmpty());
  }

  private static FieldPath field(Origin origin) {
    return origin.podSpec().child("nodeName");
  }

  private static Diagnostic tell(ObjectKey key, Origin origin, String node, Scene scene) {
    List<String> nodes =
        scene.view().list(Kinds.NODE).stream().map(it -> it.name()).toList();
    String instead = NameIndex.of(nodes)
        .nearest(node)
        .map(near -> "did you mean " + near + "? ")
        .orElse("");
    return origin
        .tell(
            OutcomeCodes.UNSCHEDULABLE,
            Severity.ERROR,
            key.name() + " runs nowhere: its manifest names the node " + node
                + ", and there is none of that name",
            field(origin),
            "")
        .withRemedy(instead
            + "leave the choice to the scheduler, with a nodeSelector if need be; --nodes FILE"
            + " brings your own nodes");
  }
}
