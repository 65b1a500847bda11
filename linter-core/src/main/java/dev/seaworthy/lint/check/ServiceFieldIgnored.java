package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.lint.Repair;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.format.Cidr;
import dev.seaworthy.validate.format.IpAddress;
import java.util.ArrayList;
import java.util.List;

/** Fields of a Service that the server takes and nothing reads, or not as they are written. */
final class ServiceFieldIgnored implements ObjectCheck {

  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final String OLD_TOPOLOGY = "service.kubernetes.io/topology-aware-hints";

  /** The release that brought the new names of traffic distributions. */
  private static final int SAME_ZONE = 34;

  @Override
  public List<Finding> check(InputObject service, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    Node spec = service.at(SPEC);
    String type = spec.get("type").stringOr("ClusterIP");
    byType(service, spec, type, findings);
    addresses(service, spec, findings);
    oldWords(service, spec, context, findings);
    return findings;
  }

  private static void byType(InputObject service, Node spec, String type, List<Finding> findings) {
    boolean external = type.equals("ExternalName");
    if (type.equals("ClusterIP") && spec.get("clusterIP").text().equals("None")) {
      ofHeadless(service, spec, findings);
    }
    if (external && spec.get("externalIPs").size() > 0) {
      findings.add(at(service, "externalIPs", "an ExternalName has no addresses of its own"));
    }
    if (!external && !spec.get("externalName").text().isEmpty()) {
      findings.add(at(service, "externalName", "only a Service of type ExternalName has one"));
    }
    if (!type.equals("LoadBalancer") && spec.get("loadBalancerSourceRanges").size() > 0) {
      String message = "only a load balancer keeps others out, and this Service has none";
      findings.add(at(service, "loadBalancerSourceRanges", message));
    }
  }

  private static void ofHeadless(InputObject service, Node spec, List<Finding> findings) {
    String why = "does nothing for a headless Service: clients speak to the pods themselves";
    if (!spec.get("loadBalancerIP").text().isEmpty()) {
      findings.add(at(service, "loadBalancerIP", "loadBalancerIP " + why));
    }
    if (spec.get("externalIPs").size() > 0) {
      findings.add(at(service, "externalIPs", "externalIPs " + why));
    }
    if (spec.get("sessionAffinity").stringOr("None").equals("ClientIP")) {
      findings.add(at(service, "sessionAffinity", "sessionAffinity " + why));
    }
  }

  private static void addresses(InputObject service, Node spec, List<Finding> findings) {
    for (String list : List.of("externalIPs", "clusterIPs")) {
      for (int i = 0; i < spec.get(list).size(); i++) {
        address(service, SPEC.child(list).index(i), findings);
      }
    }
    address(service, SPEC.child("loadBalancerIP"), findings);
    for (int i = 0; i < spec.get("loadBalancerSourceRanges").size(); i++) {
      range(service, SPEC.child("loadBalancerSourceRanges").index(i), findings);
    }
  }

  private static void address(InputObject service, FieldPath place, List<Finding> findings) {
    String written = service.at(place).text();
    IpAddress.parseSloppy(written)
        .filter(address -> !address.isStandard() || !address.toString().equals(written))
        .map(address -> Finding.at(service, place, "'" + written + "' is read as " + address)
            .withRemedy("Write " + address + "."))
        .ifPresent(findings::add);
  }

  private static void range(InputObject service, FieldPath place, List<Finding> findings) {
    String written = service.at(place).text();
    Cidr.parseSloppy(written)
        .filter(range ->
            range.hasHostBits() || !range.standard() || !range.toString().equals(written))
        .map(range -> Finding.at(service, place, "'" + written + "' is read as " + range)
            .withRemedy("Write " + range + ", or the one address with its full length."))
        .ifPresent(findings::add);
  }

  private static void oldWords(
      InputObject service, Node spec, CheckContext context, List<Finding> findings) {
    FieldPath hints = FieldPath.of("metadata", "annotations").key(OLD_TOPOLOGY);
    if (service.at(hints).isPresent()) {
      findings.add(Finding.at(service, hints, "the annotation has given way to a field")
          .withRemedy("Write trafficDistribution in spec."));
    }
    FieldPath distribution = SPEC.child("trafficDistribution");
    boolean renamed = context.release().minor() >= SAME_ZONE;
    if (renamed && spec.get("trafficDistribution").text().equals("PreferClose")) {
      findings.add(
          Finding.at(service, distribution, "PreferClose is the old name of PreferSameZone")
              .withRemedy("Write PreferSameZone.")
              .withRepair(Repair.inForm().put(distribution, Scalar.of("PreferSameZone"))));
    }
  }

  private static Finding at(InputObject service, String field, String message) {
    return Finding.at(service, SPEC.child(field), message);
  }
}
