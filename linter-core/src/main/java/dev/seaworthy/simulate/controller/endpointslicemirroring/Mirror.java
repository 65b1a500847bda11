package dev.seaworthy.simulate.controller.endpointslicemirroring;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the EndpointSlices of an Endpoints object should be: the addresses of one family with the same
 * ports stand in one slice. A slice says of them only whether they are ready.
 */
final class Mirror {

  private static final int CAPACITY = 1000;

  private Mirror() {}

  /** What all endpoints of a slice have in common. */
  record Group(String addressType, Sequence ports) {

    boolean isOf(Resource slice) {
      return slice.at("addressType").text().equals(addressType)
          && slice.at("ports").sameAs(ports);
    }
  }

  static Map<Group, Sequence> of(Resource endpoints) {
    Map<Group, List<Node>> groups = new LinkedHashMap<>();
    for (Node subset : endpoints.at("subsets").items()) {
      Sequence ports =
          Sequence.of(subset.get("ports").items().stream().map(Mirror::port).toList());
      add(subset.get("addresses"), true, ports, groups);
      add(subset.get("notReadyAddresses"), false, ports, groups);
    }
    Map<Group, Sequence> mirrored = new LinkedHashMap<>();
    groups.forEach((group, all) -> mirrored.put(group, Sequence.of(all)));
    return mirrored;
  }

  private static Node port(Node port) {
    Mapping named = Mapping.of(
        "name", Scalar.of(port.get("name").text()),
        "port", port.get("port"),
        "protocol", Scalar.of(port.get("protocol").stringOr("TCP")));
    Node application = port.get("appProtocol");
    return application.isPresent() ? named.with("appProtocol", application) : named;
  }

  private static void add(
      Node addresses, boolean ready, Sequence ports, Map<Group, List<Node>> groups) {
    for (Node address : addresses.items()) {
      String type = address.get("ip").text().contains(":") ? "IPv6" : "IPv4";
      List<Node> group = groups.computeIfAbsent(new Group(type, ports), it -> new ArrayList<>());
      if (group.size() < CAPACITY) {
        group.add(endpoint(address, ready));
      }
    }
  }

  private static Mapping endpoint(Node address, boolean ready) {
    Mapping endpoint = Mapping.of(
        "addresses", Sequence.of(List.of(address.get("ip"))),
        "conditions", Mapping.of("ready", Scalar.of(ready)));
    for (String field : List.of("hostname", "nodeName", "targetRef")) {
      Node value = address.get(field);
      endpoint = value.isPresent() ? endpoint.with(field, value) : endpoint;
    }
    return endpoint;
  }
}
