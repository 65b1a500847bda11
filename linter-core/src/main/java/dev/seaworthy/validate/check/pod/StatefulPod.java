package dev.seaworthy.validate.check.pod;

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

  /** The spec as it is judged; that of any other kind stays as it is. */
  static Value specOf(Value template) {
    Value spec = template.at("spec");
    Value set = template.parent();
    boolean stateful = set.parent().at("kind").text().equals("StatefulSet");
    if (!stateful || !(spec.node() instanceof Mapping mapping)) {
      return spec;
    }
    Mapping own = mapping.without("hostname").without("subdomain");
    Node claims = set.at("volumeClaimTemplates").node();
    return Value.of(
        claims.size() == 0 ? own : own.with("volumes", volumes(own, claims)),
        spec.path(),
        spec.previous());
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
