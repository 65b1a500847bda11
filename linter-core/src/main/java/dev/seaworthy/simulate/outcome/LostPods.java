package dev.seaworthy.simulate.outcome;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.simulate.object.Meta;
import java.util.ArrayList;
import java.util.List;

/** Pods that were applied, had to go, and are not made anew: no controller answers for them. */
record LostPods(TimelineRecorder timeline) implements ProblemFinder {

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    timeline.lostPods().forEach((pod, why) -> {
      boolean isBack =
          scene.view().get(pod).filter(now -> !Meta.isBeingDeleted(now)).isPresent();
      if (!isBack) {
        scene
            .origins()
            .of(pod)
            .filter(origin -> UnknownNodes.node(origin, scene).isEmpty())
            .ifPresent(origin -> found.add(tell(origin, pod.name(), why)));
      }
    });
    return found;
  }

  private static Diagnostic tell(Origin origin, String name, String why) {
    return origin
        .tell(
            OutcomeCodes.LOST,
            Severity.ERROR,
            name + " is lost: " + why + ", and nobody makes it anew")
        .withRemedy("let a Deployment or another controller make it");
  }
}
