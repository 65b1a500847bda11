package dev.seaworthy.validate.decode;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The structs that Go's API types embed without a field of their own. Manifests never show them;
 * the decoder's error messages do.
 */
final class EmbeddedStructs {

  private static final List<String> OBJECT_REFERENCE = List.of("LocalObjectReference");
  private static final List<String> DEVICE_CONFIGURATION = List.of("DeviceConfiguration");

  /** By type. */
  private static final Map<String, Embedding> EMBEDDINGS = Map.ofEntries(
      Map.entry("core/v1.Volume", Embedding.ofAllBut("VolumeSource", "name")),
      Map.entry(
          "core/v1.PersistentVolumeSpec",
          Embedding.ofAllBut(
              "PersistentVolumeSource",
              "accessModes",
              "capacity",
              "claimRef",
              "mountOptions",
              "nodeAffinity",
              "persistentVolumeReclaimPolicy",
              "storageClassName",
              "volumeAttributesClassName",
              "volumeMode")),
      Map.entry(
          "core/v1.EphemeralContainer",
          Embedding.ofAllBut("EphemeralContainerCommon", "targetContainerName")),
      Map.entry(
          "core/v1.Probe", Embedding.of("ProbeHandler", "exec", "grpc", "httpGet", "tcpSocket")),
      Map.entry("core/v1.ConfigMapEnvSource", Embedding.of(OBJECT_REFERENCE, "name")),
      Map.entry("core/v1.ConfigMapKeySelector", Embedding.of(OBJECT_REFERENCE, "name")),
      Map.entry("core/v1.ConfigMapProjection", Embedding.of(OBJECT_REFERENCE, "name")),
      Map.entry("core/v1.ConfigMapVolumeSource", Embedding.of(OBJECT_REFERENCE, "name")),
      Map.entry("core/v1.SecretEnvSource", Embedding.of(OBJECT_REFERENCE, "name")),
      Map.entry("core/v1.SecretKeySelector", Embedding.of(OBJECT_REFERENCE, "name")),
      Map.entry("core/v1.SecretProjection", Embedding.of(OBJECT_REFERENCE, "name")),
      Map.entry("core/v1.PersistentVolumeClaim", Embedding.of("TypeMeta", "apiVersion", "kind")),
      Map.entry("networking/v1.IngressRule", Embedding.of("IngressRuleValue", "http")),
      Map.entry(
          "admissionregistration/v1.RuleWithOperations", Embedding.ofAllBut("Rule", "operations")),
      Map.entry(
          "resource/v1.DeviceAllocationConfiguration",
          Embedding.of(DEVICE_CONFIGURATION, "opaque")),
      Map.entry(
          "resource/v1.DeviceClaimConfiguration", Embedding.of(DEVICE_CONFIGURATION, "opaque")),
      Map.entry(
          "resource/v1.DeviceClassConfiguration", Embedding.of(DEVICE_CONFIGURATION, "opaque")));

  /** In this one a struct is embedded that embeds one itself. */
  private static final String NAMED_RULE = "admissionregistration/v1.NamedRuleWithOperations";

  private EmbeddedStructs() {}

  private record Embedding(List<String> names, boolean listed, Set<String> fields) {

    static Embedding of(String name, String... fields) {
      return of(List.of(name), fields);
    }

    static Embedding of(List<String> names, String... fields) {
      return new Embedding(names, true, Set.of(fields));
    }

    static Embedding ofAllBut(String name, String... fields) {
      return new Embedding(List.of(name), false, Set.of(fields));
    }

    boolean holds(String field) {
      return fields.contains(field) == listed;
    }
  }

  /** The embedded structs between a type and one of the fields it seems to have. */
  static List<String> between(String type, String field) {
    if (type.equals(NAMED_RULE)) {
      return switch (field) {
        case "resourceNames" -> List.of();
        case "operations" -> List.of("RuleWithOperations");
        default -> List.of("RuleWithOperations", "Rule");
      };
    }
    Embedding embedding = EMBEDDINGS.get(type);
    return embedding != null && embedding.holds(field) ? embedding.names() : List.of();
  }
}
