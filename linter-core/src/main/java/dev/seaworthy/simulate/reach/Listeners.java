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

  private static final List<String> PROBES =
      List.of("readinessProbe", "livenessProbe", "startupProbe");

  private static final List<String> WAYS = List.of("httpGet", "tcpSocket", "grpc");

  /**
   * A port on which a container is known to listen.
   *
   * @param probe by which that is known where the container does not declare it; else empty
   */
  private record Declared(String container, int port, String name, String protocol, String probe) {

    /** {@code container web (http)}. */
    String who() {
      String how = probe.isEmpty() ? name : "its " + probe + " asks there";
      return "container " + container + (how.isEmpty() ? "" : " (" + how + ")");
    }

    @Override
    public String toString() {
      return port + (name.isEmpty() ? "" : " (" + name + ")");
    }
  }

  private List<Declared> declared() {
    List<Declared> all = new ArrayList<>();
    containers()
        .forEach(container ->
            container.get("ports").items().forEach(port -> all.add(declared(container, port))));
    return all;
  }

  /** The containers that stay. */
  private List<Node> containers() {
    List<Node> all = new ArrayList<>(pod.at("spec", "containers").items());
    pod.at("spec", "initContainers").items().stream()
        .filter(container -> container.get("restartPolicy").text().equals("Always"))
        .forEach(all::add);
    return all;
  }

  private static Declared declared(Node container, Node port) {
    return new Declared(
        container.get("name").text(),
        (int) port.get("containerPort").longOr(0),
        port.get("name").text(),
        port.get("protocol").stringOr("TCP"),
        "");
  }

  /** Who is known to listen on a port: who declares it, or is probed there. */
  private Optional<Declared> listener(int number) {
    return declared().stream()
        .filter(port -> port.port() == number && port.protocol().equals("TCP"))
        .findFirst()
        .or(() -> probed(number));
  }

  private Optional<Declared> probed(int number) {
    for (Node container : containers()) {
      for (String probe : PROBES) {
        for (String way : WAYS) {
          Node asked = container.at(probe, way);
          if (asked.get("host").isAbsent() && asked.get("port").longOr(0) == number) {
            return Optional.of(
                new Declared(container.get("name").text(), number, "", "TCP", probe));
          }
        }
      }
    }
    return Optional.empty();
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

  /** {@code container web (http)}; empty if nobody is known to listen there. */
  Optional<String> at(int number) {
    return listener(number).map(Declared::who);
  }

  /** Why nobody answers on a port; empty if somebody does, or may. */
  Optional<Obstacle> silence(int number) {
    if (!new Pod(pod).phase().equals("Running")) {
      return Optional.of(
          Obstacle.at(pod, "spec", pod + " is not running: it is " + new Pod(pod).phase()));
    }
    Optional<Declared> listener = listener(number);
    if (listener.isPresent()) {
      return state(listener.get().container());
    }
    List<Optional<Obstacle>> states = containers().stream()
        .map(container -> state(container.get("name").text()))
        .toList();
    return states.stream().allMatch(Optional::isPresent)
        ? states.stream().flatMap(Optional::stream).findFirst()
        : Optional.empty();
  }

  /**
   * Why it is not known whether anybody answers on a port: a container may listen on ports that it
   * does not declare. Empty if somebody declares it.
   */
  Optional<Obstacle> doubt(int number) {
    if (listener(number).isPresent()) {
      return Optional.empty();
    }
    String others = declared().stream()
        .filter(port -> port.protocol().equals("TCP"))
        .map(Declared::toString)
        .collect(Collectors.joining(", "));
    return Optional.of(Obstacle.at(
        pod,
        "spec.containers",
        "no container of " + pod + " declares port " + number
            + (others.isEmpty() ? "" : " (declared: " + others + ")")
            + "; whether one listens there is not known"));
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
