package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** lint and validate tell of a kustomization that is to change an object which is not there. */
class MissingTargetsTest {

  private static final String WEB = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers: [{name: web, image: "registry.example.com/web:1"}]
      """;

  private static final String PATCH = """
      patches:
        - patch: |-
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: wbe}
            spec: {replicas: 3}
      """;

  private final Kustomizations project;

  MissingTargetsTest(@TempDir Path folder) throws IOException {
    project = Kustomizations.in(folder, WEB);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lint", "validate"})
  void aPatchWithoutItsObjectIsAnErrorAtItsPlace(String command) throws IOException {
    project.givenOverlay("prod", "namePrefix: p-\n" + PATCH);

    assertThat(project.told(command))
        .contains("prod/kustomization.yaml:4:5: error: kustomize builds nothing: the patch is for"
            + " Deployment wbe, which is not there; did you mean web?");
    assertThat(project.run(command).status()).isOne();
    assertThat(project.told(command, "--not-kubernetes", "error")).contains("which is not there");
  }

  @Test
  void aMistakeOfABaseIsToldOnceAndThere() throws IOException {
    project.givenBase("resources: [web.yaml]\n" + PATCH);
    project.givenOverlay("prod", "replicas: [{name: web, count: 2}]\n");

    assertThat(project.lint())
        .containsOnlyOnce("which is not there")
        .contains("base/kustomization.yaml:3:5: error");
  }

  @Test
  void aPatchThatMeansAnotherVersionOrNamespaceSaysSo() throws IOException {
    project.givenOverlay("prod", PATCH.replace("wbe", "web"));
    assertThat(project.lint()).doesNotContain("which is not there");

    project.givenOverlay(
        "prod", PATCH.replace("wbe", "web").replace("apps/v1", "extensions/v1beta1"));
    assertThat(project.lint())
        .contains("there is one of apps/v1, and the patch says extensions/v1beta1");

    project.givenOverlay("prod", PATCH.replace("name: wbe", "name: web, namespace: shop"));
    assertThat(project.lint())
        .contains("there is one in namespace default, and the patch means namespace shop");
  }

  @Test
  void aTargetIsToldOnlyWhereItIsOneSlipOff() throws IOException {
    project.givenOverlay("prod", """
        patches:
          - target: {kind: Deployment, name: wb}
            patch: '[{op: add, path: /spec/replicas, value: 3}]'
          - target: {kind: Deployment, name: .*api}
            patch: '[{op: add, path: /spec/replicas, value: 3}]'
          - target: {kind: StatefulSet}
            patch: '[{op: add, path: /spec/replicas, value: 3}]'
        """);

    assertThat(project.lint())
        .contains("prod/kustomization.yaml:3:5: warning: no object here is the target of this"
            + " patch; did you mean web?")
        .containsOnlyOnce("is the target of this patch");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resources: [../base, 'https://example.com/more.yaml']",
        "resources: [../base]\nhelmCharts: [{name: more, repo: 'https://example.com'}]",
        "resources: [../base]\ngenerators: [more.yaml]",
        "resources: [../base]\ntransformers: [more.yaml]",
        "resources: [../base, not-yet-generated.yaml]",
      })
  void whatMayBeThereIsNotTold(String resources) throws IOException {
    project.given(
        "prod/more.yaml", "{apiVersion: example.com/v1, kind: More, metadata: {name: more}}");
    project.given("prod/kustomization.yaml", resources + "\n" + PATCH);

    assertThat(project.lint()).doesNotContain("which is not there");
  }

  @Test
  void aComponentIsAskedOnlyWhereItIsUsed() throws IOException {
    project.given(
        "part/kustomization.yaml",
        "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n" + PATCH);
    assertThat(project.lint()).doesNotContain("which is not there");

    project.givenOverlay("prod", "components: [../part]\n");
    assertThat(project.lint()).contains("part/kustomization.yaml:4:5: error:");
  }

  @Test
  void generatedAndRenamedObjectsAreThere() throws IOException {
    project.givenBase("""
        resources: [web.yaml]
        namePrefix: a-
        namespace: shop
        configMapGenerator: [{name: conf, literals: [A=b]}]
        """);
    project.givenOverlay("prod", """
        nameSuffix: -z
        configMapGenerator: [{name: conf, behavior: merge, literals: [C=d]}]
        patches:
          - patch: '{apiVersion: v1, kind: ConfigMap, metadata: {name: conf}, data: {e: f}}'
          - patch: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: a-web, namespace: shop}}'
        """);

    assertThat(project.lint()).doesNotContain("not there", "kustomize builds nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lint", "validate"})
  void whatIsNoKustomizationIsToldAsNothingElseOfItIs(String command) throws IOException {
    project.givenOverlay("prod", PATCH + "  - 3\n");
    project.givenOverlay("plain", "namePrefix: [3]\n");
    project.givenOverlay("word", "patchs: []\n");

    assertThat(project.told(command))
        .contains(
            "prod/kustomization.yaml:2:1: error: kustomize builds nothing: patches must be",
            "plain/kustomization.yaml:2:1: error: kustomize builds nothing: namePrefix must be",
            "word/kustomization.yaml:2:1: error: kustomize builds nothing: unknown field");
    assertThat(project.run(command).status()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lint", "validate"})
  void aNameOfAFileThatIsOneSlipOffIsAnError(String command) throws IOException {
    project.given("prod/web-patch.yaml", "[{op: add, path: /spec/replicas, value: 3}]");
    project.given("prod/kustomization.yaml", """
        resources: [../base, ../bsae]
        patches: [{path: wbe-patch.yaml, target: {kind: Deployment}}]
        """);

    assertThat(project.told(command))
        .contains(
            "prod/kustomization.yaml:1:22: error: kustomize builds nothing: there is no file ../bsae"
                + " and no folder of that name with a kustomization; did you mean base?",
            "prod/kustomization.yaml:2:18: error: kustomize builds nothing: there is no file"
                + " wbe-patch.yaml; did you mean web-patch.yaml?");
    assertThat(project.run(command).status()).isOne();
  }

  /** A program may be yet to write it. */
  @Test
  void whatElseIsListedAndNotThereIsAWarning() throws IOException {
    project.given("prod/kustomization.yaml", """
        resources: [../base, made.yaml]
        configMapGenerator: [{name: conf, files: [conf=conf.txt]}]
        """);

    assertThat(project.lint())
        .contains(
            "prod/kustomization.yaml:1:22: warning: kustomize builds nothing: there is no file made",
            "prod/kustomization.yaml:2:43: warning: kustomize builds nothing: there is no file conf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resources: [../base, 'https://example.com/a.yaml', 'github.com/shop/web', '$DIR/a.yaml']",
        "resources: [../base]\nsecretGenerator: [{name: s, envs: [.env]}]",
        "resources: [../base, made]",
        "resources: [../base]\ntransformers: ['{apiVersion: v1, kind: A, metadata: {name: a}}']",
      })
  void whatIsElsewhereOrYetToBeWrittenIsNotMissed(String text) throws IOException {
    project.given(".git/HEAD", "ref: refs/heads/main\n");
    project.given(".gitignore", ".env\nmade/\n");
    project.given("prod/kustomization.yaml", text + "\n");

    assertThat(project.lint()).doesNotContain("there is no file");
  }

  @Test
  void aCircleIsToldOnce() throws IOException {
    project.given("one/kustomization.yaml", "resources: [../base, ../two]\n");
    project.given("two/kustomization.yaml", "resources: [../one]\n");
    project.given("prod/kustomization.yaml", "resources: [../one]\n");
    assertThat(project.lint()).containsOnlyOnce("the kustomization is made of itself");

    project.givenOverlay("one", "");
    project.given(
        "part/kustomization.yaml",
        "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ncomponents: [.]\n");
    assertThat(project.lint())
        .containsOnlyOnce("the kustomization is made of itself")
        .contains("part/kustomization.yaml:3:13: error: kustomize builds nothing");
  }
}
