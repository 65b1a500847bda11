package dev.seaworthy.simulate.object;

import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** A port of the node that a pod takes for itself. */
public record HostPort(String address, String protocol, long number) {

  private static final String ANY = "0.0.0.0";

  /** The host ports of a pod's containers and sidecars. */
  public static List<HostPort> of(Node podSpec) {
    boolean hostNetwork = podSpec.get("hostNetwork").isTrue();
    List<HostPort> ports = new ArrayList<>();
    for (Node container : podSpec.get("containers").items()) {
      addPorts(container, hostNetwork, ports);
    }
    for (Node container : podSpec.get("initContainers").items()) {
      if (container.get("restartPolicy").text().equals("Always")) {
        addPorts(container, hostNetwork, ports);
      }
    }
    return List.copyOf(ports);
  }

  private static void addPorts(Node container, boolean hostNetwork, List<HostPort> ports) {
    for (Node port : container.get("ports").items()) {
      long number = port.get("hostPort").longOr(0);
      if (number == 0 && hostNetwork) {
        number = port.get("containerPort").longOr(0);
      }
      if (number > 0) {
        String address = port.get("hostIP").text();
        ports.add(new HostPort(
            address.isEmpty() ? ANY : address, port.get("protocol").stringOr("TCP"), number));
      }
    }
  }

  /** Whether both can't be had at once; the address of all addresses clashes with each. */
  public boolean clashes(HostPort other) {
    return number == other.number
        && protocol.equals(other.protocol)
        && (address.equals(ANY) || other.address.equals(ANY) || address.equals(other.address));
  }
}
