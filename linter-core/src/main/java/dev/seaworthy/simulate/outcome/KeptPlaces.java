package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;

/**
 * StatefulSets whose pods are to go, but stand on a node that is silent: nobody can say that they have
 * stopped, so that none of their name is made elsewhere.
 */
final class KeptPlaces implements ProblemFinder {

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    for (Resource set : scene.view().list(Kinds.STATEFUL_SET)) {
      List<Pod> kept = scene.view().ownedBy(Meta.uid(set), Kinds.POD).stream()
          .map(Pod::new)
          .filter(pod -> pod.isBeingDeleted() && SilentNodes.under(pod, scene).isPresent())
          .toList();
      if (!kept.isEmpty() && !Meta.isBeingDeleted(set)) {
        found.add(tell(set, kept, scene));
      }
    }
    return found;
  }

  private static Diagnostic tell(Resource set, List<Pod> kept, Scene scene) {
    WorkloadState state = WorkloadState.of(set);
    Pod first = kept.get(0);
    String node = first.nodeName().orElseThrow();
    String pods = kept.size() == 1 ? first.name() : first.name() + " and others";
    return scene
        .origins()
        .of(set)
        .tell(
            OutcomeCodes.NOT_READY,
            Severity.ERROR,
            "%s has only %d of %d pods ready: %s cannot stop, for %s is silent, and no other of that name is made before"
                .formatted(set.name(), state.ready(), state.desired(), pods, node))
        .withRemedy(SilentNodes.remedy(node));
  }
}
