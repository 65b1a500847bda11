package dev.seaworthy.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.Input;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.api.catalog.SchemaImport;
import dev.seaworthy.report.FileReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnKindsTest {

  private static final String SCHEMA = """
      {"properties": {"spec": {"type": "object", "properties": {"keep": {"type": "integer"}},
        "additionalProperties": false}}}
      """;

  private static final String CLUSTER = """
      {"info": {"version": "v1.37.0"},
       "paths": {"/apis/example.com/v1/namespaces/{namespace}/backups": {"post": {
         "x-kubernetes-action": "post",
         "x-kubernetes-group-version-kind": {"group": "example.com", "version": "v1", "kind": "Backup"}}}},
       "definitions": {"com.example.v1.Backup": {"type": "object",
         "x-kubernetes-group-version-kind": [{"group": "example.com", "version": "v1", "kind": "Backup"}],
         "properties": {"apiVersion": {"type": "string"}, "kind": {"type": "string"},
           "metadata": {"type": "object", "properties": {"name": {"type": "string"}}},
           "spec": {"type": "object", "properties": {"keep": {"type": "integer", "format": "int32"}}}}}}}
      """;

  @TempDir
  private Path folder;

  @Test
  void aKindThatNobodyDescribesIsNotJudged() throws IOException {
    FileReport file = judge("keep: 3");

    assertThat(file.objects()).isEmpty();
    assertThat(file.notes()).singleElement().satisfies(note -> {
      assertThat(note.code()).isEqualTo("kind-undefined");
      assertThat(note.remedy())
          .hasValueSatisfying(remedy -> assertThat(remedy)
              .contains("--crds", "--schema-location", "schema import", "--strict-kinds"));
    });
  }

  @Test
  void aJsonSchemaJudgesAKindThatNothingElseDescribes() throws IOException {
    Files.writeString(folder.resolve("backup.json"), SCHEMA);
    String location = folder + "/{{ .ResourceKind }}.json";

    assertThat(codes("keep: 3", location)).containsExactly(201);
    assertThat(codes("keep: many", location)).containsExactly(422);
    assertThat(codes("kept: 3", location)).containsExactly(400);
  }

  @Test
  void anImportedKindIsJudgedLikeABuiltInOne() throws IOException {
    InputStream document = new ByteArrayInputStream(CLUSTER.getBytes(StandardCharsets.UTF_8));
    new SchemaImport(folder.resolve("own")).add("openapi", document, Optional.empty());
    String location = folder.resolve("own").toString();

    assertThat(codes("keep: 3", location)).containsExactly(201);
    assertThat(codes("keep: many", location)).containsExactly(400);
    assertThat(codes("kept: 3", location)).containsExactly(400);
  }

  @Test
  void aSchemaThatIsOfNoUseIsAProblemOfTheObject() throws IOException {
    Files.writeString(folder.resolve("backup.json"), "{");

    FileReport file = judge("keep: 3", folder + "/{{ .ResourceKind }}.json");

    assertThat(file.objects()).isEmpty();
    assertThat(file.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.code()).isEqualTo("unreadable");
      assertThat(problem.message()).contains("backup.json");
    });
  }

  private List<Integer> codes(String spec, String... locations) {
    return judge(spec, locations).objects().stream()
        .map(object -> object.answer().code())
        .toList();
  }

  private FileReport judge(String spec, String... locations) {
    String manifest =
        "apiVersion: example.com/v1\nkind: Backup\nmetadata: {name: a}\nspec: {" + spec + "}\n";
    Settings settings = Settings.usual().withSchemas(List.of(locations));
    List<FileReport> files = Seaworthy.of(settings).validate(Input.text("manifest.yaml", manifest));
    assertThat(files).hasSize(1);
    return files.get(0);
  }
}
