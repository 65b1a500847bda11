package dev.seaworthy.validate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.check.core.service.NodePorts;
import dev.seaworthy.validate.field.AddressFamilies;
import java.util.ArrayList;
import java.util.List;

/**
 * The allocators of cluster IPs and node ports. Like those of a server they leave the lower part of
 * their ranges to Services that ask by number; where a server takes any of the rest by chance, these
 * take one after the other, ports far apart, so that hardly one is met that somebody asks for.
 */
public final class ServiceAddresses {

  private static final GroupKind SERVICE = GroupKind.of("", "Service");

  /** Of 2768 from 30000 on the first 86 are left alone. */
  private static final int FIRST_NODE_PORT = 30086;

  private static final int NODE_PORTS = 2682;

  /** Has no factor in common with the number of ports, so that all are met. */
  private static final int STRIDE = 997;

  /** The third byte of the first address: 256 addresses are left alone. */
  private static final int FIRST_BLOCK = 1;

  private static final int RANGE = 254;

  private int addresses;
  private int nodePorts;

  /** {@code object}, a Service with what it asks for and does not have yet. */
  public Resource allocated(Resource object, Node previous) {
    String type = object.at("spec", "type").stringOr("ClusterIP");
    if (!object.groupKind().equals(SERVICE) || type.equals("ExternalName")) {
      return object;
    }
    Resource result = withAddresses(object, previous.at("spec"));
    return NodePorts.areTaken(object.at("spec")) ? withNodePorts(result) : result;
  }

  /** One of each family that it has; those that it had before stay. */
  private Resource withAddresses(Resource service, Node former) {
    List<Node> given = new ArrayList<>(service.at("spec", "clusterIPs").items());
    for (Node address : List.of(service.at("spec", "clusterIP"), former.get("clusterIP"))) {
      if (given.isEmpty() && !address.text().isEmpty()) {
        given.add(address);
      }
    }
    if (!given.isEmpty() && given.get(0).text().equals("None")) {
      return service;
    }
    List<Node> families = service.at("spec", "ipFamilies").items();
    int before = given.size();
    for (int i = before; i < Math.max(1, families.size()); i++) {
      given.add(Scalar.of(nextAddress(i < families.size() ? families.get(i).text() : "")));
    }
    return given.size() == before && service.at("spec", "clusterIP").isPresent()
        ? service
        : service.with("spec.clusterIP", given.get(0)).with("spec.clusterIPs", Sequence.of(given));
  }

  private String nextAddress(String family) {
    addresses++;
    if (family.equals(AddressFamilies.IPV6)) {
      return "fd00:10:96::" + Integer.toHexString(addresses + 1);
    }
    return "10.96." + (FIRST_BLOCK + addresses / RANGE) + "." + (addresses % RANGE + 1);
  }

  private Resource withNodePorts(Resource service) {
    List<Node> ports = new ArrayList<>();
    for (Node port : service.at("spec", "ports").items()) {
      boolean given = port.get("nodePort").longOr(0) > 0;
      ports.add(
          given || !(port instanceof Mapping mapping)
              ? port
              : mapping.with("nodePort", Scalar.of(nextNodePort())));
    }
    return service.with("spec.ports", Sequence.of(ports));
  }

  private int nextNodePort() {
    return FIRST_NODE_PORT + (int) ((long) nodePorts++ * STRIDE % NODE_PORTS);
  }
}
