package dev.seaworthy.simulate.reach;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.store.ClusterView;
import java.util.Optional;

/** Whether a pod is reached when the way has led to it. */
final class Stops {

  private Stops() {}

  /** Policies hold between pods; who is forwarded comes by the node, where they do not. */
  static Route.Stop at(Resource pod, int port, Caller caller, ClusterView view) {
    Listeners listeners = new Listeners(pod);
    Optional<Obstacle> obstacle = listeners
        .silence(port)
        .or(() -> caller
            .pod()
            .flatMap(asking -> new NetworkPolicies(view)
                .objection(Endpoint.of(asking), Endpoint.of(pod), port, "TCP")));
    return new Route.Stop(
        pod.name(),
        pod.at("status", "podIP").text(),
        port,
        listeners.at(port).orElse(""),
        obstacle,
        obstacle.isPresent() ? Optional.empty() : listeners.doubt(port));
  }
}
