package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
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

  @TempDir
  Path folder;

  @BeforeEach
  void aBase() throws IOException {
    given("base/kustomization.yaml", "resources: [web.yaml]\n");
    given("base/web.yaml", WEB);
  }

  private void given(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String told(String command, String... options) {
    String[] args = new String[options.length + 2];
    args[0] = command;
    args[1] = folder.toString();
    System.arraycopy(options, 0, args, 2, options.length);
    return Run.of(args).out();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lint", "validate"})
  void aPatchWithoutItsObjectIsAnErrorAtItsPlace(String command) throws IOException {
    given("prod/kustomization.yaml", "resources: [../base]\nnamePrefix: p-\n" + PATCH);

    assertThat(told(command))
        .contains("prod/kustomization.yaml:4:5: error: kustomize builds nothing: the patch is for"
            + " Deployment wbe, which is not there; did you mean web?");
    assertThat(Run.of(command, folder.toString()).status()).isOne();
    assertThat(told(command, "--not-kubernetes", "error")).contains("which is not there");
  }

  @Test
  void aMistakeOfABaseIsToldOnceAndThere() throws IOException {
    given("base/kustomization.yaml", "resources: [web.yaml]\n" + PATCH);
    given("prod/kustomization.yaml", "resources: [../base]\nreplicas: [{name: web, count: 2}]\n");

    assertThat(told("lint"))
        .containsOnlyOnce("which is not there")
        .contains("base/kustomization.yaml:3:5: error");
  }

  @Test
  void aPatchThatMeansAnotherVersionOrNamespaceSaysSo() throws IOException {
    given("prod/kustomization.yaml", "resources: [../base]\n" + PATCH.replace("wbe", "web"));
    assertThat(told("lint")).doesNotContain("which is not there");

    given(
        "prod/kustomization.yaml",
        "resources: [../base]\n"
            + PATCH.replace("wbe", "web").replace("apps/v1", "extensions/v1beta1"));
    assertThat(told("lint"))
        .contains("there is one of apps/v1, and the patch says extensions/v1beta1");

    given(
        "prod/kustomization.yaml",
        "resources: [../base]\n" + PATCH.replace("name: wbe", "name: web, namespace: shop"));
    assertThat(told("lint"))
        .contains("there is one in namespace default, and the patch means namespace shop");
  }

  @Test
  void aTargetIsToldOnlyWhereItIsOneSlipOff() throws IOException {
    given("prod/kustomization.yaml", """
        resources: [../base]
        patches:
          - target: {kind: Deployment, name: wb}
            patch: '[{op: add, path: /spec/replicas, value: 3}]'
          - target: {kind: Deployment, name: .*api}
            patch: '[{op: add, path: /spec/replicas, value: 3}]'
          - target: {kind: StatefulSet}
            patch: '[{op: add, path: /spec/replicas, value: 3}]'
        """);

    assertThat(told("lint"))
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
    given("prod/more.yaml", "{apiVersion: example.com/v1, kind: More, metadata: {name: more}}");
    given("prod/kustomization.yaml", resources + "\n" + PATCH);

    assertThat(told("lint")).doesNotContain("which is not there");
  }

  @Test
  void aComponentIsAskedOnlyWhereItIsUsed() throws IOException {
    given(
        "part/kustomization.yaml",
        "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n" + PATCH);
    assertThat(told("lint")).doesNotContain("which is not there");

    given("prod/kustomization.yaml", "resources: [../base]\ncomponents: [../part]\n");
    assertThat(told("lint")).contains("part/kustomization.yaml:4:5: error:");
  }

  @Test
  void generatedAndRenamedObjectsAreThere() throws IOException {
    given("base/kustomization.yaml", """
        resources: [web.yaml]
        namePrefix: a-
        namespace: shop
        configMapGenerator: [{name: conf, literals: [A=b]}]
        """);
    given("prod/kustomization.yaml", """
        resources: [../base]
        nameSuffix: -z
        configMapGenerator: [{name: conf, behavior: merge, literals: [C=d]}]
        patches:
          - patch: '{apiVersion: v1, kind: ConfigMap, metadata: {name: conf}, data: {e: f}}'
          - patch: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: a-web, namespace: shop}}'
        """);

    assertThat(told("lint")).doesNotContain("not there", "kustomize builds nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lint", "validate"})
  void whatIsNoKustomizationIsToldAsNothingElseOfItIs(String command) throws IOException {
    given("prod/kustomization.yaml", "resources: [../base]\n" + PATCH + "  - 3\n");
    given("plain/kustomization.yaml", "resources: [../base]\nnamePrefix: [3]\n");
    given("word/kustomization.yaml", "resources: [../base]\npatchs: []\n");

    assertThat(told(command))
        .contains(
            "prod/kustomization.yaml:2:1: error: kustomize builds nothing: patches must be",
            "plain/kustomization.yaml:2:1: error: kustomize builds nothing: namePrefix must be",
            "word/kustomization.yaml:2:1: error: kustomize builds nothing: unknown field");
    assertThat(Run.of(command, folder.toString()).status()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lint", "validate"})
  void aNameOfAFileThatIsOneSlipOffIsAnError(String command) throws IOException {
    given("prod/web-patch.yaml", "[{op: add, path: /spec/replicas, value: 3}]");
    given("prod/kustomization.yaml", """
        resources: [../base, ../bsae]
        patches: [{path: wbe-patch.yaml, target: {kind: Deployment}}]
        """);

    assertThat(told(command))
        .contains(
            "prod/kustomization.yaml:1:22: error: kustomize builds nothing: there is no file ../bsae"
                + " and no folder of that name with a kustomization; did you mean base?",
            "prod/kustomization.yaml:2:18: error: kustomize builds nothing: there is no file"
                + " wbe-patch.yaml; did you mean web-patch.yaml?");
    assertThat(Run.of(command, folder.toString()).status()).isOne();
  }

  /** A program may be yet to write it. */
  @Test
  void whatElseIsListedAndNotThereIsAWarning() throws IOException {
    given("prod/kustomization.yaml", """
        resources: [../base, made.yaml]
        configMapGenerator: [{name: conf, files: [conf=conf.txt]}]
        """);

    assertThat(told("lint"))
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
    Files.createDirectories(folder.resolve(".git"));
    given(".gitignore", ".env\nmade/\n");
    given("prod/kustomization.yaml", text + "\n");

    assertThat(told("lint")).doesNotContain("there is no file");
  }

  @Test
  void aCircleIsToldOnce() throws IOException {
    given("one/kustomization.yaml", "resources: [../base, ../two]\n");
    given("two/kustomization.yaml", "resources: [../one]\n");
    given("prod/kustomization.yaml", "resources: [../one]\n");
    assertThat(told("lint")).containsOnlyOnce("the kustomization is made of itself");

    given("one/kustomization.yaml", "resources: [../base]\n");
    given(
        "part/kustomization.yaml",
        "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ncomponents: [.]\n");
    assertThat(told("lint"))
        .containsOnlyOnce("the kustomization is made of itself")
        .contains("part/kustomization.yaml:3:13: error: kustomize builds nothing");
  }
}
