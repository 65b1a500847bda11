package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.IpAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Service's addresses, their families and the policy for both, which the server settles before it
 * judges anything else. The cluster is taken for one with IPv4 alone, as clusters are made by
 * default. Mirrors ValidateServiceClusterIPsRelatedFields and the allocator's initial checks.
 */
final class ServiceFamilies {

  private static final List<String> FAMILIES = List.of("IPv4", "IPv6");
  private static final List<String> POLICIES =
      List.of("SingleStack", "PreferDualStack", "RequireDualStack");
  private static final String SINGLE = "SingleStack";
  private static final String REQUIRED = "RequireDualStack";

  /** Before, leading zeros and IPv4 written as IPv6 were taken. */
  private static final int STRICT_SINCE = 36;

  private ServiceFamilies() {}

  static void check(Value spec, Request request, Errors errors) {
    int before = errors.count();
    addressesAgree(spec, errors);
    families(spec.at("ipFamilies"), errors);
    Value policy = spec.at("ipFamilyPolicy");
    if (policy.isPresent() && !POLICIES.contains(policy.text())) {
      errors.notSupported(policy.path(), "enum", "must be one of " + String.join(", ", POLICIES));
    }
    if (addresses(spec.at("clusterIPs"), request, errors)) {
      addressesOfFamilies(spec, errors);
    }
    if (errors.count() == before) {
      configured(spec, errors);
    }
  }

  private static void addressesAgree(Value spec, Errors errors) {
    String first = spec.at("clusterIP").text();
    Value all = spec.at("clusterIPs");
    if (first.isEmpty()) {
      if (all.size() > 0) {
        errors.invalid(all.path(), "cluster-ips", "must be empty where clusterIP is not given");
      }
    } else if (all.size() == 0) {
      errors.required(all.path(), "cluster-ips", "must be given where clusterIP is");
    } else if (!all.node().get(0).text().equals(first)) {
      errors.invalid(all.path(), "cluster-ips", "must start with clusterIP, " + first);
    }
  }

  private static void families(Value families, Errors errors) {
    Set<String> seen = new HashSet<>();
    for (Value family : families.items()) {
      if (!FAMILIES.contains(family.text())) {
        errors.notSupported(family.path(), "enum", "must be IPv4 or IPv6");
      }
      if (!seen.add(family.text())) {
        errors.duplicate(family.path(), "uniqueItems", "is there twice");
      }
    }
  }

  /** Whether all addresses are well formed, so that it makes sense to compare them. */
  private static boolean addresses(Value addresses, Request request, Errors errors) {
    boolean valid = true;
    for (int i = 0; i < addresses.size(); i++) {
      Value address = addresses.item(i);
      if (i == 0 && address.text().equals("None")) {
        if (addresses.size() > 1) {
          valid = false;
          errors.invalid(addresses.path(), "cluster-ips", "must be None alone");
        }
      } else if (!isKept(address, addresses) && !isAddress(address.text(), request)) {
        valid = false;
        errors.invalid(
            address.path(), "format=ip", "is '" + address.text() + "', must be an IP address");
      }
    }
    if (addresses.size() > 2) {
      errors.invalid(addresses.path(), "cluster-ips", "must hold at most two addresses");
    }
    return valid;
  }

  private static boolean isAddress(String text, Request request) {
    return IpAddress.parseSloppy(text)
        .filter(parsed -> parsed.isStandard() || !request.isSince(STRICT_SINCE))
        .isPresent();
  }

  private static boolean isKept(Value address, Value addresses) {
    return addresses.previous().items().stream().anyMatch(address.node()::sameAs);
  }

  private static boolean isV6(Node address) {
    return IpAddress.parseSloppy(address.text()).filter(IpAddress::isV6).isPresent();
  }

  private static void addressesOfFamilies(Value spec, Errors errors) {
    Value addresses = spec.at("clusterIPs");
    long v6 = addresses.node().items().stream().filter(ServiceFamilies::isV6).count();
    if (addresses.size() > 1 && (addresses.size() > 2 || v6 != 1)) {
      if (addresses.size() - v6 > 1 || v6 > 1) {
        if (addresses.size() == 2) {
          errors.invalid(
              addresses.path(), "cluster-ips", "must hold at most one address of each family");
        }
      }
    }
    if (isHeadless(spec.node())) {
      return;
    }
    Node families = spec.node().get("ipFamilies");
    for (int i = 0; i < Math.min(addresses.size(), families.size()); i++) {
      String family = families.get(i).text();
      if (FAMILIES.contains(family)
          && family.equals("IPv6") != isV6(addresses.node().get(i))) {
        errors.invalid(
            addresses.item(i).path(),
            "cluster-ips",
            "must be an " + family + " address, as ipFamilies says");
      }
    }
  }

  static boolean isHeadless(Node spec) {
    return spec.get("clusterIPs").size() == 1
        && spec.get("clusterIPs").get(0).text().equals("None");
  }

  private static boolean isHeadlessWithoutSelector(Node spec) {
    return isHeadless(spec) && spec.get("selector").size() == 0;
  }

  /** Whether a cluster with IPv4 alone can do it. */
  private static void configured(Value spec, Errors errors) {
    Value addresses = spec.at("clusterIPs");
    Value families = spec.at("ipFamilies");
    int before = errors.count();
    for (int i = families.size(); i < addresses.size(); i++) {
      if (isV6(addresses.node().get(i))) {
        errors.invalid(
            addresses.item(i).path(),
            FieldError.CLUSTER_FAMILIES,
            "is of IPv6, which the cluster lacks");
      }
    }
    if (errors.count() > before || isHeadlessWithoutSelector(spec.node())) {
      return;
    }
    Value policy = spec.at("ipFamilyPolicy");
    boolean single = policy.isAbsent() || policy.text().equals(SINGLE);
    if (single && (families.size() > 1 || addresses.size() > 1)) {
      errors.invalid(
          policy.path(), "family-policy", "must allow two families where two are asked for");
      return;
    }
    if (policy.text().equals(REQUIRED)) {
      errors.invalid(
          policy.path(), FieldError.CLUSTER_FAMILIES, "asks for two families, the cluster has one");
    }
    for (Value family : families.items()) {
      if (family.text().equals("IPv6")) {
        errors.invalid(
            family.path(), FieldError.CLUSTER_FAMILIES, "is not configured on the cluster");
      }
    }
  }

  /** The families and the policy that result from what is given. */
  static Mapping settled(Mapping spec) {
    List<Node> families = new ArrayList<>(spec.get("ipFamilies").items());
    List<Node> addresses = spec.get("clusterIPs").items();
    boolean headless = isHeadless(spec);
    for (int i = families.size(); i < addresses.size() && !headless; i++) {
      families.add(Scalar.of(isV6(addresses.get(i)) ? "IPv6" : "IPv4"));
    }
    if (families.isEmpty()) {
      families.add(Scalar.of("IPv4"));
    }
    boolean both = isHeadlessWithoutSelector(spec);
    String policy = Optional.of(spec.get("ipFamilyPolicy").text())
        .filter(text -> !text.isEmpty())
        .orElse(both ? REQUIRED : SINGLE);
    if (both && families.size() == 1 && !policy.equals(SINGLE)) {
      families.add(Scalar.of(families.get(0).text().equals("IPv4") ? "IPv6" : "IPv4"));
    }
    return spec.with("ipFamilies", Sequence.of(families)).with("ipFamilyPolicy", Scalar.of(policy));
  }
}
