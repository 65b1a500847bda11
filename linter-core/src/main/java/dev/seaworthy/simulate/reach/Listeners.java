package dev.seaworthy.simulate.reach;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which container of a pod listens on a port, as far as manifests say it. */
record Listeners(Resource pod) {

  /** A port that a container declares. */
  private record Declared(String container, int port, String name, String protocol) {

    @Override
    public String toString() {
      return port + (name.isEmpty() ? "" : " (" + name + ")");
    }
  }

  private List<Declared> declared() {
    List<Declared> all = new ArrayList<>();
    for (String list : List.of("containers", "initContainers")) {
      for (Node container : pod.at("spec", list).items()) {
        boolean stays =
            list.equals("containers") || container.get("restartPolicy").text().equals("Always");
        if (stays) {
          container.get("ports").items().forEach(port -> all.add(declared(container, port)));
        }
      }
    }
    return all;
  }

  private static Declared declared(Node container, Node port) {
    return new Declared(
        container.get("name").text(),
        (int) port.get("containerPort").longOr(0),
        port.get("name").text(),
        port.get("protocol").stringOr("TCP"));
  }

  /** The number of the port that a container calls {@code name}. */
  Optional<Integer> named(String name) {
    return declared().stream()
        .filter(port -> port.name().equals(name))
        .map(Declared::port)
        .findFirst();
  }

  /** What the port of this number is called; empty if nobody declares it, or it has no name. */
  String nameOf(int number) {
    return declared().stream()
        .filter(port -> port.port() == number)
        .map(Declared::name)
        .findFirst()
        .orElse("");
  }

  /** {@code container web (http)}; empty if nobody listens there. */
  Optional<String> at(int number) {
    return declared().stream()
        .filter(port -> port.port() == number)
        .findFirst()
        .map(port -> "container " + port.container()
            + (port.name().isEmpty() ? "" : " (" + port.name() + ")"));
  }

  /** Why nobody answers on a port; empty if somebody does. */
  Optional<Obstacle> silence(int number) {
    if (!new Pod(pod).phase().equals("Running")) {
      return Optional.of(
          Obstacle.at(pod, "spec", pod + " is not running: it is " + new Pod(pod).phase()));
    }
    Optional<Declared> listener =
        declared().stream().filter(port -> port.port() == number).findFirst();
    if (listener.isEmpty()) {
      String others = declared().stream().map(Declared::toString).collect(Collectors.joining(", "));
      return Optional.of(Obstacle.at(
          pod,
          "spec.containers",
          "nothing listens on port " + number + " of " + pod + ", as far as its containers say: "
              + (others.isEmpty() ? "they declare no port" : "they declare " + others)));
    }
    return state(listener.get().container());
  }

  /** Why a container does not listen at all. */
  private Optional<Obstacle> state(String container) {
    for (String list : List.of("containerStatuses", "initContainerStatuses")) {
      for (Node status : pod.at("status", list).items()) {
        boolean runs = status.at("state", "running").isPresent();
        if (status.get("name").text().equals(container) && !runs) {
          String why = status.at("state", "waiting", "reason").text()
              + status.at("state", "terminated", "reason").text();
          return Optional.of(Obstacle.at(
              pod,
              "spec.containers",
              "container " + container + " of " + pod + " does not run: " + why));
        }
      }
    }
    return Optional.empty();
  }
}
