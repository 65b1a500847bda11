package dev.seaworthy.simulate.server;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives new Services their cluster IP and node ports, one after the other. */
public final class ServiceAddresses implements Admission {

  private static final int FIRST_NODE_PORT = 30000;
  private static final int RANGE = 254;

  private int addresses;
  private int nodePorts;

  @Override
  public Answer judge(Resource object, Optional<Resource> previous, ClusterView view) {
    String type = object.at("spec", "type").stringOr("ClusterIP");
    if (!object.groupKind().equals(Kinds.SERVICE) || type.equals("ExternalName")) {
      return Answer.ok(object);
    }
    Resource result = object;
    if (object.at("spec", "clusterIP").text().isEmpty()) {
      Node former = previous.<Node>map(it -> it.at("spec", "clusterIP")).orElse(Scalar.of(""));
      result = object.with(
          "spec.clusterIP", former.text().isEmpty() ? Scalar.of(nextAddress()) : former);
    }
    return Answer.ok(type.equals("ClusterIP") ? result : withNodePorts(result));
  }

  private String nextAddress() {
    addresses++;
    return "10.96." + addresses / RANGE + "." + (addresses % RANGE + 1);
  }

  private Resource withNodePorts(Resource service) {
    List<Node> ports = new ArrayList<>();
    for (Node port : service.at("spec", "ports").items()) {
      boolean given = port.get("nodePort").longOr(0) > 0;
      ports.add(
          given || !(port instanceof Mapping mapping)
              ? port
              : mapping.with("nodePort", Scalar.of(FIRST_NODE_PORT + nodePorts++)));
    }
    return service.with("spec.ports", Sequence.of(ports));
  }
}
