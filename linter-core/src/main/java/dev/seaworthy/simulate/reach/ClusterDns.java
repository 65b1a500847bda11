package dev.seaworthy.simulate.reach;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a name means to a pod: its resolver tries the name within the pod's namespace, within all
 * Services, within the cluster, and as it stands; the first that the cluster's DNS server knows counts.
 */
record ClusterDns(ClusterView view) {

  /** More links of names to names than these are a loop. */
  static final int MOST_LINKS = 8;

  private static final String CLUSTER = "cluster.local";
  private static final String SERVICES = "svc." + CLUSTER;

  /** A Service, and the one of its pods that is meant. */
  record Record(Resource service, Optional<String> host) {}

  /** The Service that answers to {@code name} in the namespace {@code home}. */
  Optional<Record> resolve(String name, String home) {
    return candidates(name, home).stream()
        .flatMap(candidate -> record(candidate).stream())
        .findFirst();
  }

  /** What {@code name} may mean, in the order in which it is asked; empty if it is no Service's. */
  List<ServiceName> candidates(String name, String home) {
    if (name.endsWith(".")) {
      return ServiceName.of(name.substring(0, name.length() - 1)).stream().toList();
    }
    return Stream.of("." + home + "." + SERVICES, "." + SERVICES, "." + CLUSTER, "")
        .flatMap(domain -> ServiceName.of(name + domain).stream())
        .toList();
  }

  private Optional<Record> record(ServiceName name) {
    return view.get(Kinds.SERVICE, name.namespace(), name.service())
        .filter(service -> name.host().isEmpty() || hasHost(service, name.host().get()))
        .map(service -> new Record(service, name.host()));
  }

  private boolean hasHost(Resource service, String host) {
    return ServicePort.isHeadless(service)
        && view.ownedBy(Meta.uid(service), Kinds.ENDPOINT_SLICE).stream()
            .flatMap(slice -> slice.at("endpoints").items().stream())
            .anyMatch(endpoint -> endpoint.get("hostname").text().equals(host));
  }

  /** Whether {@code pod} asks the DNS server of its node, to which no Service is known. */
  static boolean asksItsNode(Resource pod) {
    String policy = pod.at("spec", "dnsPolicy").stringOr("ClusterFirst");
    return policy.equals("Default")
        || policy.equals("ClusterFirst") && pod.at("spec", "hostNetwork").isTrue();
  }
}
