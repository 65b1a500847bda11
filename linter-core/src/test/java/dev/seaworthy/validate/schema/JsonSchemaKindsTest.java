package dev.seaworthy.validate.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.remote.RemoteFiles;
import dev.seaworthy.api.structure.UnreadableSchema;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSchemaKindsTest {

  private static final RemoteFiles NO_NETWORK = RemoteFiles.keptIn(Path.of(""), true);

  private static final String PARENTS = """
      {"type": "object", "properties": {"spec": {"type": "object", "properties": {
        "parents": {"type": "array",
          "x-kubernetes-validations": [{"rule":
            "self.all(p1, self.exists_one(p2, p1.group == p2.group && p1.name == p2.name))"}],
          "items": {"type": "object", "properties": {
            "name": {"type": "string"},
            "group": {DEFAULT"type": "string"}}}}}}}}
      """;

  @TempDir
  private Path folder;

  @BeforeEach
  void aSchemaOfBackups() throws IOException {
    schema("backup_v1.json", """
        {"type": "object", "required": ["spec"], "properties": {
          "apiVersion": {}, "kind": {}, "metadata": {"type": "object"},
          "spec": {"type": "object", "additionalProperties": false, "required": ["schedule"],
            "properties": {
              "schedule": {"type": "string", "pattern": "^[a-z]+$", "maxLength": 8},
              "keep": {"type": "integer", "minimum": 1},
              "mode": {"enum": ["full", "partial"]},
              "targets": {"type": "array", "maxItems": 1, "items": {"$ref": "parts.json#/target"}}}}}}
        """);
    schema("parts.json", "{\"target\": {\"type\": \"string\"}}");
  }

  @ParameterizedTest(name = "{0}: {1} at {2}, line {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "schedule: 5                      | TYPE_INVALID  | spec.schedule   | 5",
        "schedule: A                      | INVALID       | spec.schedule   | 5",
        "schedule: aaaaaaaaa              | TOO_LONG      | spec.schedule   | 5",
        "keep: 0                          | INVALID       | spec.keep       | 5",
        "mode: half                       | NOT_SUPPORTED | spec.mode       | 5",
        "targets: [a, b]                  | TOO_MANY      | spec.targets    | 5",
        "targets: [1]                     | TYPE_INVALID  | spec.targets[0] | 5",
      })
  void findsWhatTheSchemaForbids(String line, CauseType type, String field, int lineNumber)
      throws IOException {
    String schedule = line.startsWith("schedule") ? "" : "  schedule: daily\n";
    Node object = yaml("  " + line + "\n" + schedule);

    List<FieldError> causes = judge(object).orElseThrow().causes();

    assertThat(causes).singleElement().satisfies(cause -> {
      assertThat(cause.type()).isEqualTo(type);
      assertThat(cause.field()).hasToString(field);
      assertThat(cause.field().spanIn(object).line()).isEqualTo(lineNumber);
    });
  }

  @Test
  void namesTheFieldThatIsMissing() throws IOException {
    assertThat(judge(yaml("  keep: 3\n")).orElseThrow().causes())
        .singleElement()
        .returns(CauseType.REQUIRED, FieldError::type)
        .satisfies(cause -> assertThat(cause.field()).hasToString("spec.schedule"));
  }

  @Test
  void namesTheFieldThatIsUnknown() throws IOException {
    assertThat(judge(yaml("  schedule: daily\n  sched: x\n")).orElseThrow().unknown())
        .singleElement()
        .satisfies(error -> assertThat(error.field()).isEqualTo("spec.sched"));
  }

  @Test
  void isContentWithWhatFits() throws IOException {
    assertThat(judge(yaml("  schedule: daily\n  keep: 3\n")).orElseThrow().isEmpty())
        .isTrue();
  }

  @Test
  void knowsNothingOfAKindWithoutSchema() throws IOException {
    Node other = read("apiVersion: example.com/v2\nkind: Backup\n");

    assertThat(judge(other)).isEmpty();
  }

  @Test
  void takesAFolderOfTheUsualLayout() throws IOException {
    Path usual = folder.resolve("v1.36.0-standalone-strict");
    Files.createDirectories(usual);
    Files.writeString(usual.resolve("backup-example-v1.json"), "{\"required\": [\"nothing\"]}");

    var kinds =
        JsonSchemaKinds.of(List.of("default", folder.toString()), new Release(36), NO_NETWORK);

    assertThat(kinds.judge(yaml("  schedule: daily\n")).orElseThrow().causes()).hasSize(1);
  }

  @Test
  void reachesNothingOutsideOfItsLocations(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("secret.json"), "{\"type\": \"string\"}");
    schema("backup_v1.json", "{\"$ref\": \"" + elsewhere.resolve("secret.json").toUri() + "\"}");

    assertThatThrownBy(() -> judge(yaml("  schedule: daily\n")))
        .isInstanceOf(UnreadableSchema.class)
        .hasMessageContaining("backup_v1.json");
  }

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1:9/x.json", "https://127.0.0.1:9/x.json", "jar:file:/a.jar!/b.json"})
  void fetchesNothingThatASchemaPointsTo(String url) throws IOException {
    schema("backup_v1.json", "{\"$ref\": \"" + url + "\"}");

    assertThatThrownBy(() -> judge(yaml("  schedule: daily\n")))
        .isInstanceOf(UnreadableSchema.class);
  }

  @Test
  void heedsTheWordsOfKubernetes() throws IOException {
    schema("backup_v1.json", """
        {"type": "object", "properties": {"spec": {"type": "object", "additionalProperties": false,
          "x-kubernetes-validations": [{"rule": "self.keep < 9", "message": "must be below 9"}],
          "properties": {
            "keep": {"type": ["integer", "null"]},
            "port": {"x-kubernetes-int-or-string": true},
            "free": {"type": "object", "additionalProperties": false,
                     "x-kubernetes-preserve-unknown-fields": true},
            "template": {"type": "object", "x-kubernetes-embedded-resource": true,
                         "x-kubernetes-preserve-unknown-fields": true},
            "days": {"type": "array", "items": {"type": "string"}, "x-kubernetes-list-type": "set"},
            "ends": {"type": "array", "x-kubernetes-list-type": "map",
                     "x-kubernetes-list-map-keys": ["name"],
                     "items": {"type": "object", "properties": {"name": {"type": "string"}}}}}}}}
        """);

    assertThat(fields("keep: 1, port: 80, free: {a: 1}, days: [a], ends: [{name: a}],"
            + " template: {apiVersion: v1, kind: Pod, metadata: {name: a}}"))
        .isEmpty();
    assertThat(fields("keep: 9")).containsExactly("spec");
    assertThat(fields("keep: 1, port: 1.5")).containsExactly("spec.port");
    assertThat(fields("keep: 1, days: [a, a]")).containsExactly("spec.days[1]");
    assertThat(fields("keep: 1, ends: [{name: a}, {name: a}]")).containsExactly("spec.ends[1]");
    assertThat(fields("keep: 1, template: {kind: Pod}")).contains("spec.template.apiVersion");
  }

  @Test
  void rulesAreAskedOfWhatHasItsDefaults() throws IOException {
    schema("backup_v1.json", PARENTS.replace("DEFAULT", "\"default\": \"a\", "));

    assertThat(fields("parents: [{name: x}]")).isEmpty();
    assertThat(fields("parents: [{name: x}, {name: x, group: a}]")).containsExactly("spec.parents");
  }

  @Test
  void ofARuleThatFailsOnlyTheReasonIsTold() throws IOException {
    schema("backup_v1.json", PARENTS.replace("DEFAULT", ""));

    Node object =
        read("{apiVersion: example.com/v1, kind: Backup, spec: {parents: [{name: x}, {name: z}]}}");

    assertThat(judge(object).orElseThrow().causes())
        .singleElement()
        .satisfies(cause -> assertThat(cause.message())
            .contains("key 'group' is not present in map.")
            .doesNotContain("dev.cel", "ErrorValue", "found"));
  }

  private List<String> fields(String spec) throws IOException {
    Node object = read("{apiVersion: example.com/v1, kind: Backup, spec: {" + spec + "}}");
    return judge(object).orElseThrow().causes().stream()
        .map(cause -> cause.field().toString())
        .toList();
  }

  @Test
  void saysThatASchemaIsNoJson() throws IOException {
    schema("backup_v1.json", "{");

    assertThatThrownBy(() -> judge(yaml("  schedule: daily\n")))
        .isInstanceOf(UnreadableSchema.class)
        .hasMessageContaining("backup_v1.json");
  }

  @Test
  void aHostilePatternTakesNoTime() throws IOException {
    schema("backup_v1.json", "{\"properties\": {\"spec\": {\"pattern\": \"^(a+)+$\"}}}");
    Node object =
        read("apiVersion: example.com/v1\nkind: Backup\nspec: " + "a".repeat(5000) + "b\n");

    assertThat(org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> judge(object)))
        .hasValueSatisfying(findings -> assertThat(findings.causes()).hasSize(1));
  }

  @Test
  void refusesATemplateWithANameThatNoKindFills() {
    assertThatThrownBy(
            () -> JsonSchemaKinds.of(List.of("a/{{ .Kind }}.json"), Release.NEWEST, NO_NETWORK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ResourceKind");
  }

  private void schema(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve("example.com"));
    Files.writeString(folder.resolve("example.com").resolve(file), text);
  }

  private Optional<SchemaFindings> judge(Node object) throws IOException {
    String template = folder + "/{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json";
    return JsonSchemaKinds.of(List.of(template), Release.NEWEST, NO_NETWORK).judge(object);
  }

  private static Node yaml(String spec) {
    return read("apiVersion: example.com/v1\nkind: Backup\nmetadata: {name: a}\nspec:\n" + spec);
  }

  private static Node read(String text) {
    return new ManifestReader(ReadLimits.DEFAULT)
        .read("a.yaml", text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
  }
}
