package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing is judged, nothing is well: a folder or a pipe without objects is no success. */
class NothingJudgedTest {

  private static final String PATCH =
      "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: 5}}";

  @TempDir
  Path folder;

  private void given(String file, String text) throws IOException {
    new Workspace(folder).given(file, text);
  }

  private Path givenAnOverlay() throws IOException {
    given("base/kustomization.yaml", "{resources: [https://example.com/web.yaml]}");
    given("overlay/kustomization.yaml", "{resources: [../base], patches: [{path: patch.yaml}]}");
    given("overlay/patch.yaml", PATCH);
    return folder.resolve("overlay");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lint", "validate"})
  void anOverlayAloneIsToldWithHowToRenderIt(String command) throws IOException {
    Path overlay = givenAnOverlay();

    Run run = Run.of(command, overlay.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("seaworthy: nothing was judged: there is no whole object in " + overlay
            + "; judge what kustomize builds of it: kubectl kustomize " + overlay + " | seaworthy "
            + command + " -, or seaworthy dry-run " + overlay
            + ", which builds and plays it, or name its base, too\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lint", "validate"})
  void besideJudgedFilesTheKustomizationsThatWereNotBuiltAreTold(String command)
      throws IOException {
    given("base/kustomization.yaml", "{resources: [config.yaml]}");
    given("base/config.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}}");
    given("dev/kustomization.yaml", "{resources: [../base], namePrefix: dev-}");

    assertThat(Run.of(command, folder.toString()).out())
        .contains(
            "2 kustomizations were not built, only the files in them judged: seaworthy dry-run "
                + folder + "/dev builds and plays one, kubectl kustomize " + folder
                + "/dev | seaworthy " + command + " - judges what it makes.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lint", "validate"})
  void whatKustomizeWouldRefuseNobodyIsToldToBuild(String command) throws IOException {
    given("base/kustomization.yaml", "{resources: [config.yaml]}");
    given("base/config.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}}");
    given("dev/kustomization.yaml", "{resources: [../base], patchs: []}");
    assertThat(Run.of(command, folder.toString()).out())
        .contains("seaworthy dry-run " + folder + "/base builds and plays one");

    given("base/kustomization.yaml", "{resources: [config.yml]}");
    assertThat(Run.of(command, folder.toString()).out())
        .contains("2 kustomizations were not built, only the files in them judged: kustomize would"
            + " refuse them.");
  }

  @Test
  void aFolderOfPatchesAloneHasNothingToBuild() throws IOException {
    Path overlay = givenAnOverlay();
    given("overlay/patches/web.yaml", PATCH);
    given(
        "overlay/kustomization.yaml",
        "{resources: [../base], patches: [{path: patches/web.yaml}]}");

    assertThat(Run.of("lint", overlay.resolve("patches").toString()).err())
        .contains("what is there is for a kustomization elsewhere to use")
        .doesNotContain("kubectl kustomize");
    assertThat(Run.of("lint", folder.toString()).err())
        .contains("kubectl kustomize " + overlay + " | seaworthy lint -");
  }

  @Test
  void theTemplatesOfAChartAreToldWithHowToRenderThem() throws IOException {
    given("Chart.yaml", "{name: web, version: 1.0.0}");
    given("templates/web.yaml", "kind: ConfigMap\nmetadata:\n  name: {{ .Values.name }}\n");

    Run run = Run.of("lint", folder.resolve("templates").toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("helm template CHART | seaworthy lint -");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lint", "validate", "dry-run", "graph"})
  void anEmptyFolderIsNoSuccess(String command) {
    Run run = Run.of(command, folder.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("object in " + folder);
  }

  @Test
  void aPipeThroughWhichNothingCameIsNoSuccess() {
    Run run = Run.withInput("", "lint", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("did the command before the pipe fail?");
  }

  @Test
  void whatIsExcludedIsNotJudged() throws IOException {
    given("web.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}}");

    Run run = Run.of("lint", "--exclude", "*", folder.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("excluded or linked there was passed over");
  }

  @Test
  void filesThatAHookNamesMayBeAnything() throws IOException {
    Path overlay = givenAnOverlay();

    Run run = Run.of(
        "lint",
        overlay.resolve("kustomization.yaml").toString(),
        overlay.resolve("patch.yaml").toString());

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Nothing was judged: there is no object");
  }

  @Test
  void nothingIsNoBaseline() throws IOException {
    Path overlay = givenAnOverlay();
    Path baseline = folder.resolve("known.yaml");

    Run run =
        Run.of("lint", "--update-baseline", "--baseline", baseline.toString(), overlay.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(baseline).doesNotExist();
  }

  @Test
  void aChangeMayLeaveNothing() throws IOException {
    given("old/web.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}}");
    Path empty = Files.createDirectory(folder.resolve("new"));

    Run run = Run.of("dry-run", "--previous", folder.resolve("old").toString(), empty.toString());

    assertThat(run.status()).isZero();
  }
}
