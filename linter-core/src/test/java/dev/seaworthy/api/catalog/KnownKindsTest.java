package dev.seaworthy.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.KindTraits;
import dev.seaworthy.api.PodTemplatePlace;
import dev.seaworthy.api.Release;
import dev.seaworthy.manifest.FieldPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownKindsTest {

  private final KnownKinds kinds =
      KnownKinds.of(BuiltInCatalog.of(Release.parse("1.29").orElseThrow()), ApiLifecycle.builtIn());

  @ParameterizedTest(name = "{1} of {0} lives in a namespace: {2}")
  @CsvSource({
    "resource.k8s.io, DeviceClass, false",
    "networking.k8s.io, ServiceCIDR, false",
    "storage.k8s.io, VolumeAttributesClass, false",
    "'', Namespace, false",
    "'', ConfigMap, true",
    "cert-manager.io, ClusterIssuer, false",
    "example.com, Node, true",
    "example.com, Backup, true"
  })
  void scopeIsThatOfGroupAndKind(String group, String kind, boolean namespaced) {
    assertThat(kinds.traits(GroupKind.of(group, kind)).namespaced()).isEqualTo(namespaced);
  }

  @ParameterizedTest(name = "{1} of {0} holds its pods at {2}")
  @CsvSource({
    "'', Pod, ''",
    "'', PodTemplate, template",
    "'', ReplicationController, spec.template",
    "apps, Deployment, spec.template",
    "extensions, Deployment, spec.template",
    "apps, StatefulSet, spec.template",
    "batch, Job, spec.template",
    "batch, CronJob, spec.jobTemplate.spec.template",
    "argoproj.io, Rollout, spec.template",
    "keda.sh, ScaledJob, spec.jobTargetRef.template"
  })
  void theTypeTellsWherePodsAreDescribed(String group, String kind, String place) {
    GroupKind today = kinds.canonical(GroupKind.of(group, kind));

    assertThat(kinds.traits(today).podTemplate())
        .map(found -> found.path().toString())
        .contains(place);
  }

  @ParameterizedTest(name = "pods of {0} end: {1}")
  @CsvSource({"Job, true", "CronJob, true"})
  void theTypeTellsWhetherPodsAreMeantToEnd(String kind, boolean ends) {
    assertThat(kinds.traits(GroupKind.of("batch", kind)).podTemplate())
        .map(PodTemplatePlace::runsToItsEnd)
        .contains(ends);
    assertThat(kinds.traits(GroupKind.of("apps", "Deployment")).podTemplate())
        .map(PodTemplatePlace::runsToItsEnd)
        .contains(false);
  }

  @Test
  void whatHoldsNoPodsHasNoPlace() {
    assertThat(kinds.makesPods(GroupKind.of("", "Service"))).isFalse();
    assertThat(kinds.makesPods(GroupKind.of("", "Node"))).isFalse();
    assertThat(kinds.makesPods(GroupKind.of("example.com", "Backup"))).isFalse();
  }

  @Test
  void anImportedTypeTellsBothToo(@TempDir Path folder) throws IOException {
    SchemaImport schemas = new SchemaImport(folder);
    schemas.add(
        "document",
        new ByteArrayInputStream(DOCUMENT.getBytes(StandardCharsets.UTF_8)),
        Optional.of(Release.NEWEST),
        List.of(
            "group,version,kind,plural,namespaced,servedIn",
            "example.com,v1,Worker,workers,false," + Release.NEWEST));
    KnownKinds imported = KnownKinds.of(
        new LayeredCatalog(schemas.catalog(Release.NEWEST), BuiltInCatalog.of(Release.NEWEST)),
        ApiLifecycle.builtIn());

    KindTraits worker = imported.traits(GroupKind.of("example.com", "Worker"));

    assertThat(worker.namespaced()).isFalse();
    assertThat(worker.podTemplate())
        .map(PodTemplatePlace::path)
        .contains(FieldPath.of("spec", "pod"));
  }

  private static final String DOCUMENT = """
      {"swagger": "2.0", "definitions": {"com.example.v1.Worker": {
        "type": "object",
        "x-kubernetes-group-version-kind": [{"group": "example.com", "version": "v1", "kind": "Worker"}],
        "properties": {
          "spec": {"type": "object", "properties": {
            "pod": {"type": "object", "properties": {
              "spec": {"type": "object", "properties": {
                "containers": {"type": "array", "items": {"type": "object", "properties": {
                  "name": {"type": "string"},
                  "image": {"type": "string"},
                  "command": {"type": "array", "items": {"type": "string"}}}}}}}}}}}}}}}
      """;
}
