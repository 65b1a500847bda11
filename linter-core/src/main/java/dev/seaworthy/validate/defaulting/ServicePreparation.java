package dev.seaworthy.validate.defaulting;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.check.core.service.NodePorts;
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
    Mapping addressed = withClusterIps(request.isUpdate() ? patched(spec, old) : spec, old);
    Mapping named = request.isUpdate() ? released(addressed, old) : addressed;
    if (isExternalName(named)) {
      return object.with("spec", named);
    }
    if (ServiceFamilies.isKept(named, old)) {
      return object.with("spec", named);
    }
    Mapping written = ServiceFamilies.withPolicy(named, old);
    Mapping asked = ServiceFamilies.reduced(written, old);
    FieldPath place = service.at("spec").path();
    int before = errors.count();
    ServiceFamilies.wellFormed(Value.of(written, place, old), request, errors);
    if (errors.count() == before) {
      ServiceFamilies.check(Value.of(asked, place, old), request, errors);
    }
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
      if (patched.get("clusterIPs").size() == 0) {
        patched = copied(patched, old, "clusterIPs");
      }
    }
    if (NodePorts.areTaken(spec) && NodePorts.areTaken(old)) {
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

  /**
   * {@code clusterIPs} follows {@code clusterIP} where the user minds but one of them. Mirrors
   * normalizeClusterIPs.
   */
  private static Mapping withClusterIps(Mapping spec, Node old) {
    String address = spec.get("clusterIP").text();
    String former = old.get("clusterIP").text();
    boolean areNamed = spec.get("clusterIPs").size() > 0;
    if (old.isAbsent()) {
      return address.isEmpty() || areNamed ? spec : spec.with("clusterIPs", alone(address));
    }
    if (address.equals(former)) {
      return areNamed || old.get("clusterIPs").size() == 0
          ? spec
          : spec.with("clusterIPs", old.get("clusterIPs"));
    }
    if (areNamed || old.get("clusterIPs").size() > 0) {
      return same(spec, old, "clusterIPs") ? changed(spec, address) : spec;
    }
    return changed(spec, address);
  }

  private static Mapping changed(Mapping spec, String address) {
    return address.isEmpty() ? spec.without("clusterIPs") : spec.with("clusterIPs", alone(address));
  }

  private static Sequence alone(String address) {
    return Sequence.ofStrings(List.of(address));
  }
}
