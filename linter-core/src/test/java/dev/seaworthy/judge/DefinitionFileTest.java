package dev.seaworthy.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.Input;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Definitions that are brought by {@code --crds} are no input; a broken one is told all the same. */
class DefinitionFileTest {

  private static final String DEFINITION = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: backups.example.com}
      spec:
        group: example.com
        scope: Namespaced
        names: {plural: backups, kind: Backup}
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties: {spec: {type: object, properties: {keep: {type: integer}}}}
      """;

  private static final String BACKUP =
      "{apiVersion: example.com/v1, kind: Backup, metadata: {name: nightly}, spec: {keep: 7}}";

  @TempDir
  Path folder;

  @Test
  void aSoundDefinitionIsNotSpokenOf() throws IOException {
    assertThat(told(DEFINITION, BACKUP)).isEmpty();
  }

  @Test
  void aDefinitionThatAServerWouldRefuseIsTold() throws IOException {
    assertThat(told(DEFINITION.replace("{type: integer}", "{typ: integer}"), BACKUP))
        .anySatisfy(problem -> {
          assertThat(problem.message())
              .contains("would refuse this definition", "typ is not a field");
          assertThat(problem.severity()).isEqualTo(Severity.WARNING);
          assertThat(problem.place().file()).endsWith("crd.yaml");
          assertThat(problem.place().line()).isEqualTo(15);
        });
  }

  @Test
  void unlessNothingIsJudgedByIt() throws IOException {
    String broken = DEFINITION.replace("{type: integer}", "{typ: integer}");

    assertThat(told(broken, "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}"))
        .isEmpty();
  }

  @Test
  void aDefinitionThatCannotBeReadIsTold() throws IOException {
    assertThat(told(DEFINITION + "---\nkind: CustomResourceDefinition\nspec: [\n", BACKUP))
        .extracting(Diagnostic::code)
        .containsExactly("yaml-syntax");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apiextensions.k8s.io/v1 | {name: backups.example.com} | 5                    | 4",
        "apiextensions.k8s.io/v1 | 7                           | {versions: {a: b}}   | 3",
        "v1                      | {name: backups.example.com} | {group: example.com}        | 1",
      })
  void aDefinitionThatDefinesNothingIsAnError(
      String apiVersion, String metadata, String spec, int line) throws IOException {
    String broken = "apiVersion: " + apiVersion + "\nkind: CustomResourceDefinition\nmetadata: "
        + metadata + "\nspec: " + spec + "\n";

    assertThat(told(broken, BACKUP)).anySatisfy(problem -> {
      assertThat(problem.message()).contains("defines no kind");
      assertThat(problem.severity()).isEqualTo(Severity.ERROR);
      assertThat(problem.place().file()).endsWith("crd.yaml");
      assertThat(problem.place().line()).isEqualTo(line);
    });
  }

  @Test
  void whatCannotBeReadBesideDefinitionsIsAnError() throws IOException {
    Files.writeString(folder.resolve("crd.yaml"), DEFINITION);
    Files.writeString(folder.resolve("broken.yaml"), "a: [\n");
    Files.writeString(folder.resolve("values.yaml"), "replicas: 2\n");

    assertThat(toldBy(folder, BACKUP)).singleElement().satisfies(problem -> {
      assertThat(problem.severity()).isEqualTo(Severity.ERROR);
      assertThat(problem.place().toString()).endsWith("broken.yaml:2:1");
    });
  }

  @Test
  void whereNothingElseIsGivenWhatCannotBeReadIsTheFault() {
    assertThatThrownBy(() -> told("a: [\n", BACKUP))
        .hasMessageContaining("crd.yaml:2:1: a value is missing or not closed");
  }

  private List<Diagnostic> told(String definition, String object) throws IOException {
    Path crds = Files.writeString(folder.resolve("crd.yaml"), definition);
    return toldBy(crds, object);
  }

  private static List<Diagnostic> toldBy(Path crds, String object) {
    Seaworthy seaworthy = Seaworthy.of(Settings.usual().withCrds(List.of(crds.toString())));
    return seaworthy.validate(Input.text("backup.yaml", object)).stream()
        .flatMap(file -> file.diagnostics().stream())
        .toList();
  }
}
