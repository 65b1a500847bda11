package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no whole object, as the command line tells of it; and what must not get lost. */
class OtherFilesTest {

  private static final String CONFIG =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop}}\n";

  @TempDir
  Path folder;

  @BeforeEach
  void aFolderOfMoreThanManifests() throws IOException {
    given("kustomization.yaml", "resources: [config.yaml]\npatches: [{path: patch.yaml}]\n");
    given("config.yaml", CONFIG);
    given(
        "patch.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop}}\n");
    given("tsconfig.json", "// how\n{\"compilerOptions\": {}}\n");
    given("compose.yaml", "services: {web: {image: nginx}}\n");
  }

  @Test
  void isCountedByDefault() {
    Run run = Run.of("lint", "--fail-on", "info", folder.toString());

    assertThat(run.out())
        .contains(
            "Passed over: 2 files of other tools, 1 kustomization, 1 patch (--not-kubernetes note"
                + " tells which)")
        .contains("Nothing found in 1 file.");
    assertThat(run.status()).isZero();
  }

  /** docs/how-to/leave-files-out.md says so. */
  @Test
  void marksOfATemplateWithinAValueAreJudgedAndThoseThatAreNoYamlPassedOver() throws IOException {
    String config = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: %s\n";
    given("within.yaml", config.formatted("a-{{uid}}"));
    given("template.yaml", config.formatted("{{ uid }}-a"));

    Run run = Run.of("validate", folder.toString());

    assertThat(run.out())
        .contains("name is 'a-{{uid}}'", "This is a template: judge what it is filled in to")
        .contains("1 template")
        .doesNotContain("template.yaml:");
  }

  /** A document that is only filled in later may be what another one names. */
  @Test
  void whatATemplateHoldsIsNotMissed() throws IOException {
    String account = "{apiVersion: v1, kind: ServiceAccount, metadata: {name: other}}\n";
    String pod =
        "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {serviceAccountName: web,"
            + " containers: [{name: web, image: 'web:1'}]}}\n";
    String missed = "no ServiceAccount 'web'";
    Files.createDirectory(folder.resolve("app"));
    given("app/web.yaml", account + "---\n" + pod);

    assertThat(Run.of("lint", folder.resolve("app").toString()).out()).contains(missed);

    given(
        "app/web.yaml",
        account + "---\n" + pod + "---\n{{ if .On }}\nkind: ServiceAccount\n{{ end }}\n");

    assertThat(Run.of("lint", folder.resolve("app").toString()).out()).doesNotContain(missed);
  }

  @Test
  void isNamedWhereAsked() {
    Run run = Run.of("lint", "--fail-on", "info", "--not-kubernetes", "note", folder.toString());

    assertThat(run.out())
        .contains("patch.yaml:1:1: info: the file is a patch that a kustomization lists")
        .contains("tsconfig.json: info: the file is no Kubernetes manifest but JSON with comments");
    assertThat(run.status()).isZero();
  }

  @Test
  void isRefusedWhereAsked() {
    Run run = Run.of("validate", "--not-kubernetes", "error", folder.toString());

    assertThat(run.out()).contains("patch.yaml:1:1: error:").contains("4 errors in 4 of 5 files");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void isListedInJson() {
    Run run = Run.of("validate", "-o", "json", folder.toString());

    assertThat(run.out())
        .contains("\"errors\": [], \"notes\": [")
        .contains("\"code\": \"patch\", \"message\": \"the file is a patch");
  }

  @Test
  void doesNotStopAHookThatGetsEveryFile() {
    Run run = Run.of(
        "lint",
        "--fail-on",
        "warning",
        folder + "/kustomization.yaml",
        folder + "/patch.yaml",
        folder + "/tsconfig.json",
        folder + "/compose.yaml");

    assertThat(run.status()).isZero();
  }

  @Test
  void aFileWhoseNameIsInCapitalsIsJudged() throws IOException {
    given("POD.YAML", "{apiVersion: v1, kind: Pod, metadata: {name: a}}\n");

    assertThat(Run.of("validate", folder.toString()).out()).contains("POD.YAML:1:");
  }

  @Test
  void anEmptyPathIsRefused() {
    assertThat(Run.of("lint", "")).satisfies(run -> {
      assertThat(run.err()).contains("PATH is given without a value");
      assertThat(run.status()).isEqualTo(2);
    });
  }

  @Test
  void noThreadsAreRefused() {
    assertThat(Run.of("lint", "-j", "0", folder.toString())).satisfies(run -> {
      assertThat(run.err()).contains("'0' is no whole number");
      assertThat(run.status()).isEqualTo(2);
    });
  }

  @Test
  void aPathBesideAScenarioIsRefused() {
    Run run =
        Run.of("dry-run", "--scenario", "../examples/scenarios/node-failure", folder.toString());

    assertThat(run.err()).contains("no others are read; leave out " + folder);
    assertThat(run.status()).isEqualTo(2);
  }

  private void given(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
