package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Service at one moment.
 *
 * @param ip its cluster IP; empty for a headless Service
 * @param endpoints where its traffic goes, {@code address:port} each, or {@code address} where it
 *     has no ports; only pods that are ready
 */
public record ServiceState(
    String namespace, String name, Optional<String> ip, List<String> endpoints) {

  public ServiceState {
    endpoints = List.copyOf(endpoints);
  }

  static ServiceState of(Resource service, ClusterView view) {
    return new ServiceState(
        service.namespace(),
        service.name(),
        service
            .at("spec", "clusterIP")
            .asString()
            .filter(ip -> !ip.isEmpty() && !ip.equals("None")),
        view.ownedBy(Meta.uid(service), Kinds.ENDPOINT_SLICE).stream()
            .flatMap(ServiceState::endpoints)
            .sorted()
            .toList());
  }

  private static Stream<String> endpoints(Resource slice) {
    List<Node> ports = slice.at("ports").items();
    return slice.at("endpoints").items().stream()
        .filter(endpoint -> endpoint.at("conditions", "ready").isTrue())
        .flatMap(endpoint -> endpoint.get("addresses").items().stream())
        .flatMap(address -> ports.isEmpty()
            ? Stream.of(address.text())
            : ports.stream().map(port -> address.text() + ":" + port.get("port").longOr(0)));
  }
}
