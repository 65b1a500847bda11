package dev.seaworthy.validate.defaulting;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/** Keeps a Service's addresses and node ports, and settles its address families. */
final class ServicePreparation implements KindPreparation {

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "Service");
  }

  @Override
  public Mapping prepare(Value service, Request request, Errors errors) {
    Mapping object = (Mapping) service.node();
    if (!(object.get("spec") instanceof Mapping spec)) {
      return object;
    }
    Node old = service.previous().get("spec");
    Mapping kept = request.isUpdate() ? released(patched(spec, old), old) : spec;
    Mapping named = withClusterIps(kept, old);
    if (isExternalName(named)) {
      return object.with("spec", named);
    }
    if (ServiceFamilies.isKept(named, old)) {
      return object.with("spec", named);
    }
    Mapping asked = ServiceFamilies.reduced(ServiceFamilies.withPolicy(named, old), old);
    Value judged = Value.of(asked, service.at("spec").path(), old);
    int before = errors.count();
    ServiceFamilies.check(judged, request, errors);
    return errors.count() > before
        ? object
        : object.with("spec", ServiceFamilies.settled(asked, request.families()));
  }

  private static boolean isExternalName(Node spec) {
    return spec.get("type").text().equals("ExternalName");
  }

  private static boolean hasNodePorts(Node spec) {
    String type = spec.get("type").text();
    return type.equals("NodePort") || type.equals("LoadBalancer");
  }

  private static boolean needsHealthCheck(Node spec) {
    return spec.get("type").text().equals("LoadBalancer")
        && spec.get("externalTrafficPolicy").text().equals("Local");
  }

  /** What was allocated and is not mentioned stays. */
  private static Mapping patched(Mapping spec, Node old) {
    Mapping patched = spec;
    if (!isExternalName(spec) && !isExternalName(old)) {
      if (patched.get("clusterIP").text().isEmpty()) {
        patched = copied(patched, old, "clusterIP");
      }
      if (patched.get("clusterIPs").size() == 0
          && patched.get("clusterIP").text().equals(old.get("clusterIP").text())) {
        patched = copied(patched, old, "clusterIPs");
      }
    }
    if (hasNodePorts(spec) && hasNodePorts(old)) {
      patched = patched.with("ports", ServicePorts.keptNodePorts(patched.get("ports"), old));
    }
    if (needsHealthCheck(spec)
        && needsHealthCheck(old)
        && patched.get("healthCheckNodePort").longOr(0) == 0) {
      patched = copied(patched, old, "healthCheckNodePort");
    }
    return patched;
  }

  private static Mapping copied(Mapping spec, Node old, String field) {
    return old.get(field).isAbsent() ? spec : spec.with(field, old.get(field));
  }

  /** What belonged to the old type alone goes with it, if the user did not touch it. */
  private static Mapping released(Mapping spec, Node old) {
    Mapping released = spec;
    if (!isExternalName(old) && isExternalName(spec)) {
      if (same(spec, old, "clusterIP") && same(spec, old, "clusterIPs")) {
        released = released.without("clusterIP").without("clusterIPs");
      }
      released = withoutIfSame(withoutIfSame(released, old, "ipFamilies"), old, "ipFamilyPolicy");
    }
    if (hasNodePorts(old) && !hasNodePorts(spec)) {
      released = released.with("ports", ServicePorts.releasedNodePorts(released.get("ports"), old));
    }
    if (needsHealthCheck(old) && !needsHealthCheck(spec)) {
      released = withoutIfSame(released, old, "healthCheckNodePort");
    }
    if (isLoadBalancer(old) && !isLoadBalancer(spec)) {
      released = withoutIfSame(released, old, "allocateLoadBalancerNodePorts");
      released = withoutIfSame(released, old, "loadBalancerClass");
    }
    if (isExternallyAccessible(old) && !isExternallyAccessible(spec)) {
      released = withoutIfSame(released, old, "externalTrafficPolicy");
    }
    return released;
  }

  private static boolean isLoadBalancer(Node spec) {
    return spec.get("type").text().equals("LoadBalancer");
  }

  static boolean isExternallyAccessible(Node spec) {
    return hasNodePorts(spec)
        || (spec.get("type").text().equals("ClusterIP")
            && spec.get("externalIPs").size() > 0);
  }

  private static boolean same(Mapping spec, Node old, String field) {
    return spec.get(field).sameAs(old.get(field));
  }

  private static Mapping withoutIfSame(Mapping spec, Node old, String field) {
    return same(spec, old, field) ? spec.without(field) : spec;
  }

  /** {@code clusterIPs} follows {@code clusterIP} where the user minds but one of them. */
  private static Mapping withClusterIps(Mapping spec, Node old) {
    String address = spec.get("clusterIP").text();
    if (old.isAbsent()) {
      boolean alone = !address.isEmpty() && spec.get("clusterIPs").size() == 0;
      return alone ? spec.with("clusterIPs", Sequence.ofStrings(List.of(address))) : spec;
    }
    if (address.equals(old.get("clusterIP").text()) || !same(spec, old, "clusterIPs")) {
      boolean alone = !address.isEmpty() && spec.get("clusterIPs").size() == 0;
      return alone ? spec.with("clusterIPs", Sequence.ofStrings(List.of(address))) : spec;
    }
    return address.isEmpty()
        ? spec.without("clusterIPs")
        : spec.with("clusterIPs", Sequence.of(List.of(Scalar.of(address))));
  }
}
