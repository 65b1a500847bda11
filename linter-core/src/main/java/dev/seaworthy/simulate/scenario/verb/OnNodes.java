package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.node.Kubelet;
import dev.seaworthy.simulate.scenario.language.PodSelection;
import dev.seaworthy.simulate.scenario.language.Step;
import java.util.function.BiConsumer;

/** What happens to pods on their nodes, told to the nodes' kubelets. */
final class OnNodes {

  private OnNodes() {}

  static Step to(PodSelection pods, BiConsumer<Kubelet, ObjectKey> action) {
    return context -> {
      for (Resource pod : context.require(pods)) {
        context
            .cluster()
            .kubelet(pod.at("spec", "nodeName").text())
            .ifPresent(kubelet -> action.accept(kubelet, ObjectKey.of(pod)));
        context.acted();
      }
    };
  }
}
