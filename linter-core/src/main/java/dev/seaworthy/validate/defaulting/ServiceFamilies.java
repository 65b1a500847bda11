package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.AddressFamilies;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.IpAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A Service's addresses, their families and the policy for both, which the server settles before it
 * judges anything else, by the families that the cluster has. Mirrors
 * ValidateServiceClusterIPsRelatedFields and the allocator's initial checks.
 */
final class ServiceFamilies {

  private static final List<String> POLICIES =
      List.of("SingleStack", "PreferDualStack", "RequireDualStack");
  private static final String SINGLE = "SingleStack";
  private static final String PREFERRED = "PreferDualStack";
  private static final String REQUIRED = "RequireDualStack";

  /** Before, leading zeros and IPv4 written as IPv6 were taken. */
  private static final int STRICT_SINCE = 36;

  private ServiceFamilies() {}

  /** {@code spec} with the policy that holds where the user names none: the former, or by its form. */
  static Mapping withPolicy(Mapping spec, Node old) {
    if (!spec.get("ipFamilyPolicy").text().isEmpty()) {
      return spec;
    }
    String former = old.get("ipFamilyPolicy").text();
    String byForm = isHeadlessWithoutSelector(spec) ? REQUIRED : SINGLE;
    return spec.with("ipFamilyPolicy", Scalar.of(former.isEmpty() ? byForm : former));
  }

  /** Whether an update leaves a Service alone that takes what the cluster had when it was made. */
  static boolean isKept(Mapping spec, Node old) {
    boolean isPreferred = spec.get("ipFamilyPolicy").text().equals(PREFERRED)
        && (old.get("ipFamilyPolicy").isAbsent()
            || old.get("ipFamilyPolicy").text().equals(PREFERRED));
    return old.isPresent()
        && isPreferred
        && spec.get("type").text().equals(old.get("type").text())
        && sameItems(spec, old, "clusterIPs")
        && sameItems(spec, old, "ipFamilies");
  }

  private static boolean sameItems(Node spec, Node old, String field) {
    return spec.get(field).size() == old.get(field).size()
        && (spec.get(field).size() == 0 || spec.get(field).sameAs(old.get(field)));
  }

  /** Who goes back to one family by the policy alone gives up the second of what is there. */
  static Mapping reduced(Mapping spec, Node old) {
    Mapping reduced = spec;
    for (String field : List.of("clusterIPs", "ipFamilies")) {
      boolean gives = old.isPresent()
          && spec.get("ipFamilyPolicy").text().equals(SINGLE)
          && spec.get(field).size() > 1
          && sameItems(spec, old, field);
      reduced = gives ? reduced.with(field, Sequence.of(List.of(spec.get(field).get(0)))) : reduced;
    }
    return reduced;
  }

  /** Judges {@code spec}, in which the policy is settled and what it gives up is gone. */
  static void check(Value spec, Request request, Errors errors) {
    onlySingleStackGivesUp(spec, errors);
    configured(spec, request.families(), errors);
  }

  /** Judges what is written, each value for itself and with the others. */
  static void wellFormed(Value spec, Request request, Errors errors) {
    addressesAgree(spec, errors);
    families(spec.at("ipFamilies"), errors);
    Value policy = spec.at("ipFamilyPolicy");
    if (policy.isPresent() && !POLICIES.contains(policy.text())) {
      errors.notSupported(policy.path(), "enum", "must be one of " + String.join(", ", POLICIES));
    }
    if (addresses(spec.at("clusterIPs"), request, errors)) {
      addressesOfFamilies(spec, errors);
    }
  }

  private static void onlySingleStackGivesUp(Value spec, Errors errors) {
    Value policy = spec.at("ipFamilyPolicy");
    for (String field : List.of("clusterIPs", "ipFamilies")) {
      int now = spec.at(field).size();
      if (now > 0 && now < spec.at(field).previous().size() && !policy.text().equals(SINGLE)) {
        errors.invalid(
            policy.path(), "family-policy", "must be SingleStack to give up one of " + field);
      }
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
      if (!AddressFamilies.ALL.contains(family.text())) {
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
      if (AddressFamilies.ALL.contains(family)
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

  /** Whether the cluster can do it. */
  private static void configured(Value spec, AddressFamilies cluster, Errors errors) {
    Value addresses = spec.at("clusterIPs");
    Value families = spec.at("ipFamilies");
    Value policy = spec.at("ipFamilyPolicy");
    int before = errors.count();
    boolean single = policy.text().equals(SINGLE);
    if (single && addresses.size() == 2) {
      errors.invalid(policy.path(), "family-policy", "must allow two families for two clusterIPs");
    }
    if (single && families.size() == 2) {
      errors.invalid(policy.path(), "family-policy", "must allow the two families of ipFamilies");
    }
    for (int i = families.size(); i < addresses.size() && !isHeadless(spec.node()); i++) {
      String family = familyOf(addresses.node().get(i));
      if (!cluster.has(family)) {
        lacks(
            addresses.item(i).path(),
            "is of " + family + ", which the cluster lacks",
            cluster,
            errors);
      }
    }
    if (errors.count() == before && !isHeadlessWithoutSelector(spec.node())) {
      asked(policy, families, cluster, errors);
    }
  }

  private static void asked(Value policy, Value families, AddressFamilies cluster, Errors errors) {
    if (policy.text().equals(REQUIRED) && !cluster.areBoth()) {
      lacks(policy.path(), "asks for two families, the cluster has one", cluster, errors);
    }
    for (Value family : families.items()) {
      if (!cluster.has(family.text())) {
        lacks(family.path(), "is not configured on the cluster", cluster, errors);
      }
    }
  }

  private static void lacks(
      FieldPath place, String message, AddressFamilies cluster, Errors errors) {
    FieldError error = FieldError.of(
        CauseType.INVALID,
        place,
        cluster.said() ? FieldError.SAID_FAMILIES : FieldError.CLUSTER_FAMILIES,
        message);
    errors.add(
        cluster.said()
            ? error
            : error.withRemedy(
                "Where the cluster has both families, say so: --ip-families IPv4,IPv6,"
                    + " or ipFamilies in .seaworthy.yaml."));
  }

  private static String familyOf(Node address) {
    return isV6(address) ? AddressFamilies.IPV6 : AddressFamilies.IPV4;
  }

  /** The families that result from what is given. */
  static Mapping settled(Mapping spec, AddressFamilies cluster) {
    List<Node> families = new ArrayList<>(spec.get("ipFamilies").items());
    List<Node> addresses = spec.get("clusterIPs").items();
    for (int i = families.size(); i < addresses.size() && !isHeadless(spec); i++) {
      families.add(Scalar.of(familyOf(addresses.get(i))));
    }
    if (families.isEmpty()) {
      families.add(Scalar.of(cluster.first()));
    }
    // Whoever keeps its endpoints by hand may have both, whatever the cluster has.
    boolean mayHaveBoth = isHeadlessWithoutSelector(spec) || cluster.areBoth();
    if (mayHaveBoth
        && families.size() == 1
        && !spec.get("ipFamilyPolicy").text().equals(SINGLE)) {
      families.add(Scalar.of(AddressFamilies.besides(families.get(0).text())));
    }
    return spec.with("ipFamilies", Sequence.of(families));
  }
}
