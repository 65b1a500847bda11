package dev.seaworthy.validate.check.apps;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a StatefulSet makes of its template before there is a pod: names that are the pod's own, and
 * a volume for each claim that the pod gets.
 */
final class StatefulPod {

  private StatefulPod() {}

  /** The StatefulSet's spec as it is judged, with that template. */
  static Value in(Value set) {
    if (!(set.node() instanceof Mapping spec)
        || !(spec.get("template") instanceof Mapping template)
        || !(template.get("spec") instanceof Mapping pod)) {
      return set;
    }
    Mapping own = pod.without("hostname").without("subdomain");
    Node claims = spec.get("volumeClaimTemplates");
    Mapping judged = claims.size() == 0 ? own : own.with("volumes", volumes(own, claims));
    return Value.of(
        spec.with("template", template.with("spec", judged)), set.path(), set.previous());
  }

  /** Claims come first, and win over volumes of the same name. */
  private static Sequence volumes(Mapping spec, Node claims) {
    Map<String, Node> volumes = new LinkedHashMap<>();
    for (Node claim : claims.items()) {
      String name = claim.at("metadata", "name").text();
      volumes.put(name, volume(name));
    }
    int count = 0;
    for (Node own : spec.get("volumes").items()) {
      String name = own.get("name").text();
      boolean shadowed = claims.items().stream().anyMatch(c -> isNamed(c, name));
      if (!shadowed) {
        volumes.put("own volume " + count++, own);
      }
    }
    return Sequence.of(volumes.values().stream().toList());
  }

  private static boolean isNamed(Node claim, String name) {
    return claim.at("metadata", "name").text().equals(name);
  }

  private static Node volume(String name) {
    Mapping claim = Mapping.of("claimName", Scalar.of(name));
    return Mapping.of("name", Scalar.of(name), "persistentVolumeClaim", claim);
  }
}
