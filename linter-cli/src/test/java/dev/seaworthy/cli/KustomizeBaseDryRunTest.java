package dev.seaworthy.cli;

import static dev.seaworthy.cli.Kustomizations.IMAGE_PATCH;
import static dev.seaworthy.cli.Kustomizations.SERVICE;
import static dev.seaworthy.cli.Kustomizations.WEB;
import static dev.seaworthy.cli.Kustomizations.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry-run of a base plays what is whole, and says what only its overlays complete. */
class KustomizeBaseDryRunTest {

  private static final String UNFINISHED =
      SERVICE.replace(", ports: [{port: 80, targetPort: http}]", "");

  private static final String PORTS_PATCH = """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {ports: [{port: 80}]}
      """;

  private final Path folder;
  private final Kustomizations project;

  KustomizeBaseDryRunTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    project = Kustomizations.in(folder, WEB);
  }

  @Test
  void aDryRunPlaysWhatAnOverlayIsToComplete() throws IOException {
    project.givenInBase("web.yaml", without(WEB, "image:"));
    project.givenPatch(IMAGE_PATCH);

    Run run = project.runOnBase("dry-run");

    assertThat(run.out())
        .startsWith("All is well: web has 1 pod, which is ready\n")
        .contains(
            "spec.template.spec.containers[0].image, which is left to kustomizations, is image");
    assertThat(run.status()).isZero();
  }

  @Test
  void aDryRunMakesTheNamespaceOfTheKustomization() throws IOException {
    project.givenBase("resources: [web.yaml, namespace.yaml]\nnamespace: prod");
    project.given(
        "base/namespace.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");
    project.given("base/web.yaml", WEB.replace("{name: web}", "{name: web, namespace: shop}"));

    assertThat(project.told("dry-run")).startsWith("All is well: web has 1 pod, which is ready\n");
  }

  @Test
  void aDryRunSaysWhatOnlyAnOverlayCanComplete() throws IOException {
    project.givenInBase("service.yaml", UNFINISHED);
    project.givenPatch(PORTS_PATCH);

    Run run = project.runOnBase("dry-run");

    assertThat(run.out())
        .startsWith("1 object is not played, as kustomizations are yet to complete it: Service web")
        .contains("Of the others: web has 1 pod, which is ready");
    assertThat(run.status()).isZero();
  }

  @Test
  void aDryRunOfNothingButUnfinishedObjectsIsNoSuccess() throws IOException {
    project.givenBase("resources: [service.yaml]");
    project.given("base/service.yaml", UNFINISHED);
    project.givenPatch(PORTS_PATCH);

    Run run = project.runOnBase("dry-run");

    Path overlay = folder.resolve("overlay");
    assertThat(run.out())
        .startsWith("Nothing is applied: no object is whole here\n1 object is not played")
        .contains(
            "; play the overlay that does: seaworthy dry-run " + overlay + "\n",
            "kubectl kustomize " + overlay + " | seaworthy lint -");
    assertThat(run.status()).isEqualTo(2);
    assertThat(project.run("dry-run").status()).isNotEqualTo(2);
  }
}
