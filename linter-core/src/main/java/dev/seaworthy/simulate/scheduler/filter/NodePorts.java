package dev.seaworthy.simulate.scheduler.filter;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.scheduler.Filter;
import dev.seaworthy.simulate.scheduler.NodeViews;
import dev.seaworthy.simulate.scheduler.Reason;
import dev.seaworthy.simulate.scheduler.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A port of a node can be given to one pod only. */
public final class NodePorts implements Filter {

  private static final String ANY = "0.0.0.0";

  private static final List<Reason> TAKEN =
      List.of(Reason.removable("node(s) didn't have free ports for the requested pod ports"));

  private record Port(String address, String protocol, long number) {

    boolean clashes(Port other) {
      return number == other.number
          && protocol.equals(other.protocol)
          && (address.equals(ANY) || other.address.equals(ANY) || address.equals(other.address));
    }
  }

  @Override
  public Judge judge(Pod pod, NodeViews cluster) {
    List<Port> wanted = portsOf(pod);
    return wanted.isEmpty()
        ? CONTENT
        : node -> node.pods().stream().anyMatch(other -> clash(wanted, portsOf(other)))
            ? TAKEN
            : List.of();
  }

  private static boolean clash(List<Port> wanted, List<Port> used) {
    return wanted.stream().anyMatch(port -> used.stream().anyMatch(port::clashes));
  }

  private static List<Port> portsOf(Pod pod) {
    Node spec = pod.resource().at("spec");
    boolean hostNetwork = spec.get("hostNetwork").isTrue();
    List<Port> ports = new ArrayList<>();
    for (Node container : spec.get("containers").items()) {
      addPorts(container, hostNetwork, ports);
    }
    for (Node container : spec.get("initContainers").items()) {
      if (container.get("restartPolicy").text().equals("Always")) {
        addPorts(container, hostNetwork, ports);
      }
    }
    return ports;
  }

  private static void addPorts(Node container, boolean hostNetwork, List<Port> ports) {
    for (Node port : container.get("ports").items()) {
      long number = port.get("hostPort").longOr(0);
      if (number == 0 && hostNetwork) {
        number = port.get("containerPort").longOr(0);
      }
      if (number > 0) {
        String address = port.get("hostIP").text();
        ports.add(new Port(
            address.isEmpty() ? ANY : address, port.get("protocol").stringOr("TCP"), number));
      }
    }
  }

  @Override
  public Set<Trigger> retriedOn() {
    return Set.of(Trigger.NODE_ADDED, Trigger.POD_LEFT);
  }
}
