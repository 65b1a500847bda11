package dev.seaworthy.judge;

import static org.assertj.core.api.Assertions.assertThat;

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

  private List<Diagnostic> told(String definition, String object) throws IOException {
    Path crds = Files.writeString(folder.resolve("crd.yaml"), definition);
    Seaworthy seaworthy = Seaworthy.of(Settings.usual().withCrds(List.of(crds.toString())));
    return seaworthy.validate(Input.text("backup.yaml", object)).stream()
        .flatMap(file -> file.diagnostics().stream())
        .toList();
  }
}
