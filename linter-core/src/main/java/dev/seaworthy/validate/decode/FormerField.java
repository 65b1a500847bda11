package dev.seaworthy.validate.decode;

import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Mend;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fields of versions that no release serves any more, and what stands for them in today's: what is
 * left where somebody changed no more than the apiVersion. From the deprecation guide of Kubernetes.
 */
final class FormerField {

  private static final Map<String, Map<String, List<String>>> TODAY = Map.of(
      "networking/v1.IngressBackend",
      Map.of(
          "serviceName", List.of("service", "name"),
          "servicePort", List.of("service", "port", "number")),
      "networking/v1.IngressSpec",
      Map.of("backend", List.of("defaultBackend")),
      "autoscaling/v2.ResourceMetricSource",
      Map.of(
          "targetAverageUtilization", List.of("target", "averageUtilization"),
          "targetAverageValue", List.of("target", "averageValue")));

  private FormerField() {}

  /** What stands for the field at {@code path}, which {@code struct} had once. */
  static Optional<StrayField> of(Type.Struct struct, FieldPath path, Node value) {
    List<String> today =
        TODAY.getOrDefault(struct.name(), Map.of()).getOrDefault(path.lastStep(), List.of());
    if (today.isEmpty()) {
      return Optional.empty();
    }
    boolean isNamedPort = path.lastStep().equals("servicePort") && value.isString();
    String words = String.join(".", isNamedPort ? List.of("service", "port", "name") : today);
    FieldPath parent = path.parent().orElse(FieldPath.ROOT);
    return Optional.of(new StrayField(
        "Write it as " + words + ", as the field is called since " + versionOf(struct) + ".",
        List.of(parent.child(today.get(0))),
        Mend.OTHERWISE));
  }

  private static String versionOf(Type.Struct struct) {
    return struct.name().substring(0, struct.name().indexOf('.'));
  }
}
