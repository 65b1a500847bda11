package dev.seaworthy.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.graph.Placement;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.FileRole;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileRolesTest {

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "patches: [{path: web.yaml}]",
        "patchesStrategicMerge: [web.yaml]",
        "patchesJson6902: [{path: web.yaml, target: {kind: Deployment, name: web}}]",
        "patches: [{patch: \"a\\nb\"}, {path: ./x/../web.yaml}]"
      })
  void aListedPatchIsOne(String kustomization) throws IOException {
    given("app/kustomization.yaml", kustomization);

    assertThat(roleOf("app/web.yaml")).isEqualTo(FileRole.PATCH);
    assertThat(roleOf("app/other.yaml")).isEqualTo(FileRole.MANIFEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replacements: [{path: web.yaml}]",
        "generators: [web.yaml]",
        "transformers: [web.yaml]",
        "validators: [web.yaml]",
        "configurations: [web.yaml]"
      })
  void whatAKustomizationBuildsWithIsNoObject(String kustomization) throws IOException {
    given("app/kustomization.yml", kustomization);

    assertThat(roleOf("app/web.yaml")).isEqualTo(FileRole.KUSTOMIZE_INPUT);
  }

  @Test
  void kluctlFillsInAllFilesOfItsProject() throws IOException {
    given("app/.kluctl.yaml", "discriminator: a");
    given("app/services/web/web.yaml", "image: 'web:{{ version }}'");
    given("other/web.yaml", "image: web");

    assertThat(roleOf("app/services/web/web.yaml")).isEqualTo(FileRole.CHART_TEMPLATE);
    assertThat(roleOf("other/web.yaml")).isEqualTo(FileRole.MANIFEST);
  }

  @Test
  void anAnsibleRoleHasTemplatesBesideItsTasks() throws IOException {
    given("roles/web/tasks/main.yml", "[]");
    given("roles/web/templates/deep/web.yaml", "image: 'web:{{ version }}'");

    assertThat(roleOf("roles/web/templates/deep/web.yaml")).isEqualTo(FileRole.ROLE_TEMPLATE);
    assertThat(roleOf("roles/web/files/web.yaml")).isEqualTo(FileRole.MANIFEST);
    assertThat(roleOf("openshift/templates/web.yaml")).isEqualTo(FileRole.MANIFEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00-assert.yaml", "01-errors.yaml", "02-assert-jaeger.yml"})
  void whatAStepOfATestExpectsIsNoObject(String file) throws IOException {
    given("e2e/scale/" + file, "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n");

    assertThat(roleOf("e2e/scale/" + file)).isEqualTo(FileRole.TEST_EXPECTATION);
    assertThat(roleOf("e2e/scale/00-install.yaml")).isEqualTo(FileRole.MANIFEST);
  }

  @Test
  void theWordAloneSaysSoOnlyBesideASuite() throws IOException {
    given("suite/chainsaw-test.yaml", "apiVersion: chainsaw.kyverno.io/v1alpha1\nkind: Test\n");

    assertThat(roleOf("suite/assert-policies.yaml")).isEqualTo(FileRole.TEST_EXPECTATION);
    assertThat(roleOf("suite/web.yaml")).isEqualTo(FileRole.MANIFEST);
    assertThat(roleOf("shop/error-pages.yaml")).isEqualTo(FileRole.MANIFEST);
  }

  @Test
  void whatGoesIntoAConfigMapIsNoObject() throws IOException {
    given("app/Kustomization", "configMapGenerator: [{name: a, files: [conf=etc/web.yaml]}]");

    assertThat(roleOf("app/etc/web.yaml")).isEqualTo(FileRole.GENERATOR_INPUT);
  }

  @Test
  void aResourceIsAnObjectWhoeverElseListsIt() throws IOException {
    given("base/kustomization.yaml", "resources: [web.yaml]");
    given("over/kustomization.yaml", "patches: [{path: ../base/web.yaml}]");

    assertThat(roleOf("base/web.yaml")).isEqualTo(FileRole.MANIFEST);
  }

  @Test
  void aPatchMayLieInAnotherFolder() throws IOException {
    given("overlays/prod/kustomization.yaml", "patches: [{path: ../../patches/web.yaml}]");

    assertThat(roleOf("patches/web.yaml")).isEqualTo(FileRole.PATCH);
  }

  @Test
  void kustomizationsAboveASingleFileAreAsked() throws IOException {
    given("app/kustomization.yaml", "patches: [{path: patches/web.yaml}]");
    given("app/patches/web.yaml", "");

    assertThat(roleOf(List.of("app/patches/web.yaml"), "app/patches/web.yaml"))
        .isEqualTo(FileRole.PATCH);
  }

  @Test
  void aKustomizationThatIsBrokenListsNothing() throws IOException {
    given("app/kustomization.yaml", "patches: [");

    assertThat(roleOf("app/web.yaml")).isEqualTo(FileRole.MANIFEST);
  }

  @Test
  void aChartHasTemplatesDefinitionsAndOtherFiles() throws IOException {
    given("shop/Chart.yaml", "name: shop");

    assertThat(roleOf("shop/templates/deep/web.yaml")).isEqualTo(FileRole.CHART_TEMPLATE);
    assertThat(roleOf("shop/crds/shops.yaml")).isEqualTo(FileRole.MANIFEST);
    assertThat(roleOf("shop/ci/test.yaml")).isEqualTo(FileRole.CHART_FILE);
    assertThat(roleOf("templates/web.yaml")).isEqualTo(FileRole.MANIFEST);
  }

  @Test
  void aTextThatIsNoFileHasNoNeighbours() throws IOException {
    given("kustomization.yaml", "patches: [{path: web.yaml}]");
    InputSource standardInput = InputSource.of(InputStream.nullInputStream());

    assertThat(FileRoles.of(List.of(standardInput)).roleOf(standardInput))
        .isEqualTo(FileRole.MANIFEST);
  }

  @Test
  void skaffoldSaysTheVersionsOfTheImagesThatItBuilds() throws IOException {
    given("app/skaffold.yaml", """
        apiVersion: skaffold/v4beta14
        kind: Config
        build: {artifacts: [{image: shop}]}
        """);

    assertThat(versionIsKnown("app/k8s/pod.yaml", "shop")).isFalse();
    assertThat(versionIsKnown("app/k8s/pod.yaml", "nginx")).isTrue();
    assertThat(versionIsKnown("other/pod.yaml", "shop")).isTrue();
  }

  @Test
  void aKustomizationThatOnlySaysVersionsAddsNothing() throws IOException {
    given(
        "app/kustomization.yaml", "resources: [pod.yaml]\nimages: [{name: shop, newTag: 1.0.0}]\n");

    assertThat(versionIsKnown("app/pod.yaml", "shop")).isFalse();
    assertThat(placementOf("app/pod.yaml", "shop").customization().isPatched()).isFalse();
  }

  private boolean versionIsKnown(String file, String image) throws IOException {
    return !placementOf(file, image)
        .customization()
        .touches(FieldPath.of("spec", "containers").index(0).child("image"));
  }

  private Placement placementOf(String file, String image) throws IOException {
    given(file, "spec: {containers: [{name: a, image: %s}]}\n".formatted(image));
    InputSource source = InputSource.of(folder.resolve(file));
    Node object = new ManifestReader()
        .readValues(file, Files.readAllBytes(folder.resolve(file)))
        .documents()
        .get(0)
        .root();
    return FileRoles.of(List.of(source)).placementOf(source, object);
  }

  private void given(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** As a walk through the whole folder finds them. */
  private FileRole roleOf(String file) throws IOException {
    if (!Files.exists(folder.resolve(file))) {
      given(file, "");
    }
    return roleOf(List.of("."), file);
  }

  private FileRole roleOf(List<String> arguments, String file) {
    List<InputSource> sources = InputDiscovery.find(
            arguments.stream().map(each -> folder.resolve(each).toString()).toList(),
            InputStream.nullInputStream())
        .sources();
    return FileRoles.of(sources).roleOf(InputSource.of(folder.resolve(file)));
  }
}
