package dev.seaworthy.simulate.controller.endpoints;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.object.Pod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pod behind a Service.
 *
 * @param ports the Service's ports as they are on this pod
 * @param hostName by which the Service's DNS knows this pod alone; empty if it does not
 * @param isAlwaysReady whether the Service publishes the addresses of pods that are not ready, too
 */
record Member(Pod pod, Sequence ports, String hostName, boolean isAlwaysReady) {

  /** The pod of {@code resource} behind {@code service}; empty if it has ended or has no address. */
  static Optional<Member> of(Resource resource, Resource service) {
    Pod pod = new Pod(resource);
    if (pod.isFinished() || resource.at("status", "podIP").isAbsent()) {
      return Optional.empty();
    }
    boolean always = service.at("spec", "publishNotReadyAddresses").isTrue();
    return Optional.of(
        new Member(pod, EndpointPorts.on(pod, service), hostName(resource, service), always));
  }

  /** A pod has one where it names the Service as its domain, as those of a StatefulSet do. */
  private static String hostName(Resource pod, Resource service) {
    boolean isDomain = pod.at("spec", "subdomain").text().equals(service.name());
    return isDomain ? pod.at("spec", "hostname").text() : "";
  }

  /** As an EndpointSlice lists it. */
  Node endpoint() {
    boolean leaving = pod.isBeingDeleted();
    Map<String, Node> endpoint = new LinkedHashMap<>();
    endpoint.put("addresses", Sequence.of(List.of(ip())));
    endpoint.put(
        "conditions",
        Mapping.of(
            "ready", Scalar.of(isAlwaysReady || (pod.isReady() && !leaving)),
            "serving", Scalar.of(pod.isReady()),
            "terminating", Scalar.of(leaving)));
    if (!hostName.isEmpty()) {
      endpoint.put("hostname", Scalar.of(hostName));
    }
    pod.nodeName().ifPresent(node -> endpoint.put("nodeName", Scalar.of(node)));
    endpoint.put("targetRef", reference());
    return Mapping.of(endpoint);
  }

  /** As the older Endpoints object lists it. */
  Node address() {
    Mapping address = Mapping.of("ip", ip(), "targetRef", reference());
    return hostName.isEmpty() ? address : address.with("hostname", Scalar.of(hostName));
  }

  private Node ip() {
    return pod.resource().at("status", "podIP");
  }

  private Mapping reference() {
    return Mapping.of(
        "kind", Scalar.of("Pod"),
        "namespace", Scalar.of(pod.namespace()),
        "name", Scalar.of(pod.name()),
        "uid", Scalar.of(pod.uid()));
  }
}
