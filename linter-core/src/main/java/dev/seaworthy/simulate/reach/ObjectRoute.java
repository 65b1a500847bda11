package dev.seaworthy.simulate.reach;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;
import java.util.Optional;

/** The way to an object that is named: a pod, what has pods, or a Service. */
record ObjectRoute(ClusterView view, Caller caller) {

  Route to(Resource object, String port) {
    boolean isService = object.groupKind().equals(Kinds.SERVICE);
    if (isService && !caller.isOutside()) {
      return new ServiceRoute(view, caller).to(object, port, Optional.empty());
    }
    if (isService && ServiceRoute.isAlias(object)) {
      return Route.blocked(ServiceRoute.alias(object));
    }
    Optional<Resource> pod = ForwardedPods.of(object, view);
    if (pod.isEmpty()) {
      return Route.blocked(nobody(object));
    }
    String podPort = port;
    if (isService) {
      ServicePort found = ServicePort.of(object, port);
      if (found.obstacle().isPresent()) {
        return Route.blocked(found.obstacle().get());
      }
      podPort = found.target();
    }
    Route route = toPod(pod.get(), podPort);
    return object == pod.get()
        ? route
        : route.after(
            "kubectl takes pod/" + pod.get().name() + " of " + object.kind() + " " + object.name());
  }

  private static Obstacle nobody(Resource object) {
    boolean selects = object.at("spec", "selector").isPresent();
    return selects
        ? Obstacle.at(object, "spec.selector", object + " has no pods: its selector matches none")
        : Obstacle.at(
            object, "spec", object + " has no selector, so that there is no pod to forward to");
  }

  private Route toPod(Resource pod, String port) {
    Listeners listeners = new Listeners(pod);
    Optional<Integer> number = port.chars().allMatch(Character::isDigit)
        ? Optional.of(Integer.parseInt(port))
        : listeners.named(port);
    return number
        .map(it -> new Route(List.of(), List.of(Stops.at(pod, it, caller, view)), Optional.empty()))
        .orElseGet(() -> Route.blocked(Obstacle.at(
            pod, "spec.containers", "no container of " + pod + " has a port called " + port)));
  }
}
