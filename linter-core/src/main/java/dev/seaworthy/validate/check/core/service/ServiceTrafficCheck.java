package dev.seaworthy.validate.check.core.service;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.AddressFormat;
import dev.seaworthy.validate.format.IpAddress;
import java.util.List;

/** From where a Service's traffic comes and how it is passed on. */
final class ServiceTrafficCheck {

  private ServiceTrafficCheck() {}

  static void check(Value spec, Request request, Errors errors) {
    externalAddresses(spec.at("externalIPs"), request, errors);
    externalPolicy(spec, errors);
    healthCheck(spec, errors);
  }

  private static void externalAddresses(Value addresses, Request request, Errors errors) {
    AddressFormat form = request.isSince(36) ? AddressFormat.IP_STANDARD : AddressFormat.IP_SLOPPY;
    for (Value address : addresses.items()) {
      List<String> problems =
          ServiceCheck.isKept(address, addresses) ? List.of() : form.problems(address.text());
      for (String problem : problems) {
        errors.invalid(address.path(), "format=ip", "is '" + address.text() + "', " + problem);
      }
      if (problems.isEmpty()) {
        IpAddress.parseSloppy(address.text()).ifPresent(parsed -> special(address, parsed, errors));
      }
    }
  }

  private static void special(Value address, IpAddress parsed, Errors errors) {
    String reserved = parsed.isUnspecified()
        ? "the address of no host"
        : parsed.isLoopback()
            ? "a loopback address"
            : parsed.isLinkLocalUnicast()
                ? "a link-local address"
                : parsed.isLinkLocalMulticast() ? "a link-local multicast address" : "";
    if (!reserved.isEmpty()) {
      errors.invalid(address.path(), "non-special-ip", "must not be " + reserved);
    }
  }

  static boolean isExternallyAccessible(Value spec) {
    return ServiceCheck.isType(spec, "LoadBalancer")
        || ServiceCheck.isType(spec, "NodePort")
        || (ServiceCheck.isType(spec, "ClusterIP") && spec.at("externalIPs").size() > 0);
  }

  private static void externalPolicy(Value spec, Errors errors) {
    Value policy = spec.at("externalTrafficPolicy");
    if (!isExternallyAccessible(spec)) {
      if (!policy.text().isEmpty()) {
        errors.invalid(
            policy.path(),
            "external-traffic",
            "must only be set for a service that is reachable from outside");
      }
    } else if (policy.text().isEmpty()) {
      errors.required(
          policy.path(),
          "external-traffic",
          "must be given for a service that is reachable from outside");
    } else if (!policy.text().equals("Cluster") && !policy.text().equals("Local")) {
      errors.notSupported(policy.path(), "enum", "must be Cluster or Local");
    }
  }

  static boolean needsHealthCheck(Value spec) {
    return ServiceCheck.isType(spec, "LoadBalancer")
        && spec.at("externalTrafficPolicy").text().equals("Local");
  }

  private static void healthCheck(Value spec, Errors errors) {
    Value port = spec.at("healthCheckNodePort");
    if (!needsHealthCheck(spec)) {
      if (port.number() != 0) {
        errors.invalid(
            port.path(),
            "health-check-port",
            "must only be set where type is LoadBalancer and externalTrafficPolicy Local");
      }
    } else if (port.number() < 0 || port.number() > 65_535) {
      errors.invalid(port.path(), "health-check-port", "must be between 1 and 65535");
    }
  }
}
