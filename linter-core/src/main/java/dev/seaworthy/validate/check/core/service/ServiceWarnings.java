package dev.seaworthy.validate.check.core.service;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** What the server warns of in a Service that it accepts. */
final class ServiceWarnings {

  private static final String OLD_TOPOLOGY = "service.kubernetes.io/topology-aware-hints";

  private ServiceWarnings() {}

  static void warn(Value service, Request request, Errors errors) {
    Value spec = service.at("spec");
    Value hints = service.at("metadata", "annotations").key(OLD_TOPOLOGY);
    if (hints.isPresent()) {
      warn(hints, "is deprecated; use service.kubernetes.io/topology-mode", errors);
    }
    ServiceAddressWarnings odd = new ServiceAddressWarnings(request, errors);
    boolean external = ServiceCheck.isType(spec, "ExternalName");
    boolean headless = ServiceCheck.isType(spec, "ClusterIP") && ServiceCheck.isHeadless(spec);
    if (headless && request.isSince(34)) {
      ignored(spec, errors);
    }
    if (!external && !headless) {
      odd.addresses(spec.at("clusterIPs"));
    }
    externalAddresses(spec, external, headless || !request.isSince(36), errors);
    odd.addresses(spec.at("externalIPs"));
    odd.address(spec.at("loadBalancerIP"));
    odd.ranges(spec.at("loadBalancerSourceRanges"));
    if (!external && !spec.at("externalName").text().isEmpty()) {
      warn(spec.at("externalName"), "is ignored where type is not ExternalName", errors);
    }
    if (request.isSince(34) && spec.at("trafficDistribution").text().equals("PreferClose")) {
      warn(spec.at("trafficDistribution"), "is deprecated; use PreferSameZone", errors);
    }
  }

  private static void ignored(Value spec, Errors errors) {
    if (!spec.at("loadBalancerIP").text().isEmpty()) {
      warn(spec.at("loadBalancerIP"), "is ignored for a headless service", errors);
    }
    if (spec.at("externalIPs").size() > 0) {
      warn(spec.at("externalIPs"), "is ignored for a headless service", errors);
    }
    if (!spec.at("sessionAffinity").text().equals("None")) {
      warn(spec.at("sessionAffinity"), "is ignored for a headless service", errors);
    }
  }

  private static void externalAddresses(Value spec, boolean external, boolean fine, Errors errors) {
    Value addresses = spec.at("externalIPs");
    if (addresses.size() > 0 && external) {
      warn(addresses, "is ignored where type is ExternalName", errors);
    } else if (addresses.size() > 0 && !fine) {
      warn(addresses, "is deprecated; not every cluster implements it", errors);
    }
  }

  private static void warn(Value at, String message, Errors errors) {
    errors.warn(at.path(), "service", message);
  }
}
