package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandTest {

  private static final String CLUSTER = """
      {"info": {"version": "v1.37.0"},
       "paths": {"/apis/example.com/v1/backups": {"post": {
         "x-kubernetes-action": "post",
         "x-kubernetes-group-version-kind": {"group": "example.com", "version": "v1", "kind": "Backup"}}}},
       "definitions": {"com.example.v1.Backup": {"type": "object",
         "x-kubernetes-group-version-kind": [{"group": "example.com", "version": "v1", "kind": "Backup"}],
         "properties": {"apiVersion": {"type": "string"}, "kind": {"type": "string"}}}}}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir
  private Path folder;

  @Test
  void exportsASchemaOfEachKind() {
    int status = run("", "schema", "export", "-k", "1.34", "-o", folder.toString());

    assertThat(status).isEqualTo(ExitStatus.OK);
    assertThat(folder.resolve("pod-v1.json")).content().contains("\"title\" : \"v1 Pod\"");
    assertThat(out.toString()).startsWith("65 schemas are in ");
  }

  @Test
  void importsWhatAClusterSaysOnStandardInput() {
    int status = run(CLUSTER, "schema", "import", "-o", folder.toString(), "-");

    assertThat(status).isEqualTo(ExitStatus.OK);
    assertThat(folder.resolve("example.com/v1.yaml")).content().contains("kind: Backup");
  }

  @Test
  void importsDefinitions() {
    String examples = "../examples/custom-resources";

    int imported = run("", "schema", "import", "-o", folder.toString(), examples);
    int judged = run(
        "",
        "validate",
        "--strict-kinds",
        "--schema-location",
        folder.toString(),
        examples + "/backups.yaml");

    assertThat(imported).isEqualTo(ExitStatus.OK);
    assertThat(out.toString()).startsWith("1 kinds are in ");
    assertThat(judged).isEqualTo(ExitStatus.OK);
  }

  @Test
  void importsDefinitionsFromStandardInput() throws IOException {
    String definitions =
        Files.readString(Path.of("../examples/custom-resources/backup-definition.yaml"));

    int status = run(definitions, "schema", "import", "-o", folder.toString(), "-");

    assertThat(status).isEqualTo(ExitStatus.OK);
    assertThat(out.toString()).startsWith("1 kinds are in ");
  }

  @Test
  void refusesADefinitionThatDefinesNothing() throws IOException {
    Path document = Files.writeString(
        folder.resolve("crd.yaml"),
        "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name:"
            + " a}}");

    int status = run("", "schema", "import", "-o", folder.toString(), document.toString());

    assertThat(status).isEqualTo(ExitStatus.FAILURE);
    assertThat(err.toString()).contains("crd.yaml:1: this definition defines no kind");
  }

  @Test
  void saysWhyADocumentIsOfNoUse() throws IOException {
    Path document = Files.writeString(folder.resolve("a.json"), "{}");

    int status = run("", "schema", "import", "-o", folder.toString(), document.toString());

    assertThat(status).isEqualTo(ExitStatus.FAILURE);
    assertThat(err.toString()).contains("a.json is no OpenAPI document");
  }

  @Test
  void saysThatADocumentIsMissing() {
    int status = run("", "schema", "import", "-o", folder.toString(), "nowhere.json");

    assertThat(status).isEqualTo(ExitStatus.FAILURE);
    assertThat(err.toString()).contains("nowhere.json does not exist");
  }

  @Test
  void refusesALocationThatNoKindFills() {
    int status = run("", "validate", "--schema-location", "{{ .Kind }}.json", "-");

    assertThat(status).isEqualTo(ExitStatus.FAILURE);
    assertThat(err.toString()).contains("{{ .Kind }}", "ResourceKind");
  }

  private int run(String input, String... arguments) {
    Console console = new Console(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        Map.of(),
        List.of(),
        folder);
    return Main.run(console, arguments);
  }
}
