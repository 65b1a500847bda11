package dev.seaworthy.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.structure.UnreadableSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaImportTest {

  private static final GroupVersionKind BACKUP = GroupVersionKind.of("example.com/v1", "Backup");

  private static final String BACKUP_SCHEMA = """
      "com.example.v1.Backup": {
        "type": "object", "required": ["spec"],
        "x-kubernetes-group-version-kind": [{"group": "example.com", "version": "v1", "kind": "Backup"}],
        "properties": {
          "apiVersion": {"type": "string"}, "kind": {"type": "string"},
          "metadata": %s,
          "spec": {"type": "object", "properties": {
            "schedule": {"type": "string", "enum": ["hourly", "daily"]},
            "keep": {"type": "integer", "format": "int32", "default": 3},
            "port": {"x-kubernetes-int-or-string": true},
            "targets": {"type": "array", "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["name"],
              "items": {"type": "object", "properties": {"name": {"type": "string"}}}},
            "labels": {"type": "object", "additionalProperties": {"type": "string"}},
            "free": {"type": "object", "x-kubernetes-preserve-unknown-fields": true}}}}},
      "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta": {"type": "object", "properties": {
        "name": {"type": "string"},
        "creationTimestamp": {"$ref": "%s/io.k8s.apimachinery.pkg.apis.meta.v1.Time"}}},
      "io.k8s.apimachinery.pkg.apis.meta.v1.Time": {"type": "string", "format": "date-time"}
      """;

  private static final String PATHS = """
      {"/apis/example.com/v1/namespaces/{namespace}/backups": {"post": {
         "x-kubernetes-action": "post",
         "x-kubernetes-group-version-kind": {"group": "example.com", "version": "v1", "kind": "Backup"}}},
       "/apis/example.com/v1/namespaces/{namespace}/backups/{name}/restore": {"post": {
         "x-kubernetes-action": "post",
         "x-kubernetes-group-version-kind": {"group": "example.com", "version": "v1", "kind": "Restore"}}}}
      """;

  private static final String VERSION_2 =
      "{\"swagger\": \"2.0\", \"info\": {\"version\": \"v1.36.1\"}, \"paths\": %s, \"definitions\": {%s}}"
          .formatted(
              PATHS,
              BACKUP_SCHEMA.formatted(
                  "{\"$ref\": \"#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta\"}",
                  "#/definitions"));

  private static final String VERSION_3 =
      ("{\"openapi\": \"3.0.0\", \"info\": {\"version\": \"v1.36.1\"}, \"paths\": %s,"
              + " \"components\": {\"schemas\": {%s}}}")
          .formatted(
              PATHS,
              BACKUP_SCHEMA.formatted(
                  "{\"allOf\": [{\"$ref\":"
                      + " \"#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta\"}]}",
                  "#/components/schemas"));

  private static final String STRUCTURE_FILE = """
      # Written by `seaworthy schema import` from the API's own description; not by hand.
      kinds:
        - {kind: Backup, apiVersion: example.com/v1, plural: backups, namespaced: true}
      types:
        Backup:
          fields:
            apiVersion: string
            kind: string
            metadata: meta/v1.ObjectMeta
            spec: {type: example.com/v1.Backup.spec, required: true}
        Backup.spec:
          fields:
            free: object
            keep: {type: int32, default: 3}
            labels: map(string)
            port: int-or-string
            schedule: {type: string, enum: [hourly, daily]}
            targets: list(example.com/v1.Backup.spec.targets by name)
        Backup.spec.targets:
          fields:
            name: string
      """;

  @TempDir
  private Path folder;

  @Test
  void writesWhatAClusterDescribes() throws IOException {
    List<GroupVersionKind> found = importing(VERSION_2);

    assertThat(found).containsExactly(BACKUP);
    assertThat(folder.resolve("example.com/v1.yaml")).hasContent(STRUCTURE_FILE);
  }

  @Test
  void readsBothVersionsOfOpenApi() throws IOException {
    importing(VERSION_3);

    assertThat(folder.resolve("example.com/v1.yaml")).hasContent(STRUCTURE_FILE);
  }

  @Test
  void readsPackedDocuments() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(VERSION_2.getBytes(StandardCharsets.UTF_8));
    }

    List<GroupVersionKind> found = new SchemaImport(folder)
        .add("a.json.gz", new ByteArrayInputStream(packed.toByteArray()), Optional.empty());

    assertThat(found).containsExactly(BACKUP);
  }

  @Test
  void saysWhatDiffersBetweenReleasesOnce() throws IOException {
    importing(VERSION_2);
    importing(VERSION_2.replace("v1.36.1", "v1.37.0").replace("\"keep\"", "\"retain\""));

    assertThat(folder.resolve("releases.yaml"))
        .content()
        .endsWith("releases:\n  - \"1.36\"\n  - \"1.37\"\n");
    assertThat(folder.resolve("example.com/v1.yaml"))
        .content()
        .contains("keep: {type: int32, default: 3, until: \"1.36\"}")
        .contains("retain: {type: int32, default: 3, since: \"1.37\"}")
        .contains("port: int-or-string\n");
  }

  @Test
  void keepsWhatWasImportedBefore() throws IOException {
    importing(VERSION_2);
    importing(
        VERSION_2.replace("example.com", "example.org").replace("com.example", "org.example"));

    ApiCatalog catalog = new SchemaImport(folder).catalog(new Release(36));

    assertThat(catalog.kinds())
        .containsExactly(BACKUP, GroupVersionKind.of("example.org/v1", "Backup"));
  }

  @Test
  void joinsTheKindsOfARelease() throws IOException {
    importing(VERSION_2);

    ApiCatalog catalog = new LayeredCatalog(
        new SchemaImport(folder).catalog(Release.NEWEST), BuiltInCatalog.of(Release.NEWEST));

    assertThat(catalog.find(BACKUP)).hasValueSatisfying(type -> {
      assertThat(type.plural()).isEqualTo("backups");
      assertThat(type.struct().field("spec").orElseThrow().required()).isTrue();
    });
    assertThat(catalog.find(GroupVersionKind.of("v1", "Pod"))).isPresent();
    assertThat(catalog.kinds()).contains(BACKUP, GroupVersionKind.of("v1", "Pod"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "{}",
        "{\"definitions\": {}}",
        "{\"definitions\": {\"a.b.C\": {}}}",
        "{\"kubernetes\": \"1.36\", \"definitions\": {\"a.b.C\": {}}}"
      })
  void saysWhyADocumentIsOfNoUse(String document) {
    assertThatThrownBy(() -> importing(document)).isInstanceOf(UnreadableSchema.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesNamesThatWouldLeaveTheFolder() {
    String hostile = VERSION_2.replace("com.example.v1.Backup", "../../etc.v1.Backup");

    assertThatThrownBy(() -> importing(hostile)).isInstanceOf(UnreadableSchema.class);
  }

  @Test
  void saysWhichFileIsNotAStructureFile() throws IOException {
    importing(VERSION_2);
    Files.writeString(folder.resolve("example.com/v1.yaml"), "types: [1]\n");

    assertThatThrownBy(() -> new SchemaImport(folder).catalog(Release.NEWEST))
        .isInstanceOf(UnreadableSchema.class)
        .hasMessageContaining("v1.yaml");
  }

  private List<GroupVersionKind> importing(String document) throws IOException {
    InputStream in = new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    return new SchemaImport(folder).add("openapi.json", in, Optional.empty());
  }
}
