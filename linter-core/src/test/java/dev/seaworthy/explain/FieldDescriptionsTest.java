package dev.seaworthy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Field;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.api.schema.JsonSchemaExport;
import dev.seaworthy.api.schema.TypeConstraints;
import dev.seaworthy.validate.data.Row;
import dev.seaworthy.validate.data.TypeTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whether descriptions keep up with the API, and reach the people who read them. */
class FieldDescriptionsTest {

  /** What people write every day: the spec and its parts, down to the leaves. */
  private static final List<String> DAILY = List.of(
      "v1/Pod",
      "v1/Service",
      "v1/ConfigMap",
      "v1/Secret",
      "v1/ServiceAccount",
      "v1/Namespace",
      "v1/PersistentVolumeClaim",
      "v1/ResourceQuota",
      "v1/LimitRange",
      "apps/v1/Deployment",
      "apps/v1/StatefulSet",
      "apps/v1/DaemonSet",
      "apps/v1/ReplicaSet",
      "batch/v1/Job",
      "batch/v1/CronJob",
      "networking.k8s.io/v1/Ingress",
      "networking.k8s.io/v1/NetworkPolicy",
      "autoscaling/v2/HorizontalPodAutoscaler",
      "policy/v1/PodDisruptionBudget",
      "rbac.authorization.k8s.io/v1/Role",
      "rbac.authorization.k8s.io/v1/RoleBinding",
      "rbac.authorization.k8s.io/v1/ClusterRole",
      "rbac.authorization.k8s.io/v1/ClusterRoleBinding",
      "storage.k8s.io/v1/StorageClass",
      "scheduling.k8s.io/v1/PriorityClass");

  /** Sources of volumes and groups of pods that next to nobody writes. */
  private static final Set<String> RARE = Set.of(
      "AWSElasticBlockStoreVolumeSource",
      "AzureDiskVolumeSource",
      "AzureFileVolumeSource",
      "CephFSVolumeSource",
      "CinderVolumeSource",
      "FlexVolumeSource",
      "FlockerVolumeSource",
      "GCEPersistentDiskVolumeSource",
      "GitRepoVolumeSource",
      "GlusterfsVolumeSource",
      "PhotonPersistentDiskVolumeSource",
      "PortworxVolumeSource",
      "QuobyteVolumeSource",
      "RBDVolumeSource",
      "ScaleIOVolumeSource",
      "StorageOSVolumeSource",
      "VsphereVirtualDiskVolumeSource",
      "JobSchedulingConfiguration",
      "ClaimSource");

  private final TypeTable table = TypeTable.load("descriptions.tsv");
  private final ApiCatalog newest = BuiltInCatalog.of(Release.NEWEST);
  private final FieldDescriptions descriptions = new FieldDescriptions();

  @Test
  void tellOfEveryFieldOfTheDailyKinds() {
    Set<String> silent = new TreeSet<>();
    Set<Type.Struct> seen = new HashSet<>();
    for (String kind : DAILY) {
      kind(newest, kind).struct().fields().stream()
          .filter(field -> !field.name().equals("status"))
          .forEach(field -> TypeWords.structOf(field.type())
              .ifPresent(type -> collectSilent(type, seen, silent)));
    }

    assertThat(silent).isEmpty();
  }

  @Test
  void tellOfNothingThatDoesNotExist() {
    Map<String, Set<String>> fields = new HashMap<>();
    for (Release release : Release.supported()) {
      ApiCatalog catalog = BuiltInCatalog.of(release);
      Set<Type.Struct> seen = new HashSet<>();
      catalog
          .kinds()
          .forEach(gvk -> addFields(catalog.find(gvk).orElseThrow().struct(), seen, fields));
    }
    Set<String> strangers = new TreeSet<>();
    for (String type : table.types()) {
      for (Row row : table.rows(type)) {
        if (!row.subject().isEmpty()
            && !type.equals("meta/v1.Kind")
            && !fields.getOrDefault(type, Set.of()).contains(row.subject())) {
          strangers.add(type + "." + row.subject());
        }
      }
    }

    assertThat(strangers).isEmpty();
  }

  @Test
  void areSentences() {
    for (String type : table.types()) {
      for (Row row : table.rows(type)) {
        assertThat(row.get("text").orElse(""))
            .as(type + "." + row.subject())
            .matches("[A-Za-z0-9$].*\\.");
      }
    }
  }

  @Test
  void areShownByExplain() {
    String answer = new Explanation(newest).of("service.spec.ports.targetPort").text();

    assertThat(answer.replaceAll("\\s+", " "))
        .contains("The port of the pods, by number or by the name of a container's port;");
  }

  @Test
  void reachEditorsByTheJsonSchemas() {
    String schema = JsonSchemaExport.of(
            kind(newest, "v1/Service"), TypeConstraints.NONE, descriptions)
        .toString();

    assertThat(schema).contains("\"description\":\"The port on every node, from 30000 to 32767 ");
  }

  private void collectSilent(Type.Struct type, Set<Type.Struct> seen, Set<String> silent) {
    String name = simpleName(type);
    if (!seen.add(type) || RARE.contains(name) || name.endsWith("Status")) {
      return;
    }
    for (Field field : type.fields()) {
      if (descriptions.of(type, field.name()).isEmpty()) {
        silent.add(type.name() + "." + field.name());
      }
      TypeWords.structOf(field.type()).ifPresent(below -> collectSilent(below, seen, silent));
    }
  }

  private static void addFields(
      Type.Struct type, Set<Type.Struct> seen, Map<String, Set<String>> fields) {
    if (seen.add(type)) {
      for (Field field : type.fields()) {
        fields.computeIfAbsent(type.name(), name -> new HashSet<>()).add(field.name());
        TypeWords.structOf(field.type()).ifPresent(below -> addFields(below, seen, fields));
      }
    }
  }

  private static String simpleName(Type.Struct type) {
    return type.name().substring(type.name().lastIndexOf('.') + 1);
  }

  private static ResourceType kind(ApiCatalog catalog, String name) {
    int slash = name.lastIndexOf('/');
    return catalog
        .find(GroupVersionKind.of(name.substring(0, slash), name.substring(slash + 1)))
        .orElseThrow();
  }
}
