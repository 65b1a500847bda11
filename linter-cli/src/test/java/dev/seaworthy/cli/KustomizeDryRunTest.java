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

/** A dry-run of a kustomization plays what {@code kubectl apply -k} would send. */
class KustomizeDryRunTest {

  private static final String WEB = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers: [{name: web, image: "web:1", envFrom: [{configMapRef: {name: conf}}]}]
      """;

  @TempDir
  Path folder;

  @BeforeEach
  void aBase() throws IOException {
    given("base/kustomization.yaml", """
        resources: [web.yaml]
        configMapGenerator: [{name: conf, literals: [A=b]}]
        """);
    given("base/web.yaml", WEB);
  }

  private void given(String name, String text) throws IOException {
    new Workspace(folder).given(name, text);
  }

  private Run play(String path, String... options) {
    return new Workspace(folder).runOn(path, "dry-run", options);
  }

  @Test
  void anOverlayIsPlayedWithTheBaseBesideIt() throws IOException {
    given("prod/kustomization.yaml", """
        namespace: shop
        namePrefix: p-
        resources: [../base]
        replicas: [{name: web, count: 2}]
        """);

    Run run = play("prod", "--get", "deploy,cm");

    assertThat(run.out())
        .startsWith("All is well: p-web has 2 pods, all ready\n")
        .contains("configmap/p-conf-b9t2424hkf", "Namespace shop exists")
        .doesNotContain("ConfigMap conf", "Passed over");
    assertThat(run.status()).isZero();
  }

  @Test
  void ofSeveralEditionsOneIsPlayedAndTheOthersAreNamed() throws IOException {
    given("dev/kustomization.yaml", "resources: [../base]");
    given("prod/kustomization.yaml", "resources: [../base]\nreplicas: [{name: web, count: 3}]");

    assertThat(play(".").out())
        .startsWith("Not played, as a cluster has but one edition of an object: ")
        .contains("prod (beside ", "dev); seaworthy dry-run FOLDER plays another one\n")
        .contains("Of the others: web has 1 pod, which is ready");
  }

  @Test
  void kustomizationsOfDifferentNamespacesAreOneCluster() throws IOException {
    given("dev/kustomization.yaml", "resources: [../base]\nnamespace: dev");
    given("prod/kustomization.yaml", "resources: [../base]\nnamespace: prod");

    assertThat(play(".").out()).startsWith("All is well: 2 pods are ready");
  }

  @Test
  void aComponentIsNotPlayedByItself() throws IOException {
    given("part/kustomization.yaml", """
        apiVersion: kustomize.config.k8s.io/v1alpha1
        kind: Component
        resources: [extra.yaml]
        """);
    given("part/extra.yaml", WEB.replace("name: web}", "name: extra}"));

    assertThat(play(".").out())
        .contains("Not played, as components are parts of what lists them: ", "part; play the")
        .contains("Of the others: web has 1 pod")
        .doesNotContain("extra has");
  }

  @Test
  void aComponentAloneIsToldOnce() throws IOException {
    given("part/kustomization.yaml", """
        apiVersion: kustomize.config.k8s.io/v1alpha1
        kind: Component
        resources: [extra.yaml]
        """);
    given("part/extra.yaml", WEB);

    Run run = play("part");

    assertThat(run.out())
        .endsWith("part; play the kustomization that lists them\n\n")
        .doesNotContain("apply", "No resources found", "Passed over", "\n\n\n");
    assertThat(run.err()).doesNotContain("no whole object");
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void anAssumedNamespaceIsWhereTheKustomizationSaysSo() throws IOException {
    given("overlays/prod/kustomization.yaml", "resources: [../../base]\nnamespace: prod");

    assertThat(play(".").out())
        .contains("prod/kustomization.yaml:2:12: info: assumed: Namespace prod exists");
  }

  @Test
  void aMisspeltFieldIsRefusedWhereItStands() throws IOException {
    given("base/kustomization.yaml", "resource: [web.yaml]");

    Run run = play("base");

    assertThat(run.out())
        .contains("kustomization.yaml:1:1: error: kustomize builds nothing: unknown field"
            + " \"resource\"; did you mean resources?")
        .doesNotContain("does not list it");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void whatAKustomizationDoesNotListIsNamed() throws IOException {
    given("base/more.yaml", WEB.replace("name: web}", "name: more}"));

    assertThat(play(".").out())
        .contains("1 file is not played, as the kustomization of the folder does not list it: ")
        .contains("more.yaml\n");
    assertThat(play("base/more.yaml").out()).contains("more has 1 pod");
  }

  @Test
  void whatKustomizeRefusesIsAnError() throws IOException {
    given("base/kustomization.yaml", "resources: [web.yaml, gone.yaml]");

    Run run = play(".");

    assertThat(run.out())
        .startsWith("Not applied: kustomize builds nothing, as there is no file gone.yaml")
        .contains("kustomization.yaml:1:23: error: kustomize builds nothing");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void whatNobodyCanMakeOfTheFilesIsNamed() throws IOException {
    given("base/kustomization.yaml", "resources: [web.yaml]\nhelmCharts: [{name: x}]");

    assertThat(play(".").out())
        .startsWith("Played without helmCharts (")
        .contains("warning: played without helmCharts");
  }

  @Test
  void whatAServerRefusesOfTheResultIsTold() throws IOException {
    given("prod/kustomization.yaml", """
        resources: [../base]
        patches: [{target: {kind: Deployment}, path: patch.yaml}]
        """);
    given("prod/patch.yaml", "[{op: add, path: /spec/minReadySeconds, value: -1}]");

    Run run = play("prod");

    assertThat(run.out())
        .startsWith("1 object is refused and not played: Deployment web (")
        .contains("base/web.yaml:4:", "error: minReadySeconds is -1");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void aChangedGeneratorReplacesThePods() throws IOException {
    given(
        "old/base/kustomization.yaml", Files.readString(folder.resolve("base/kustomization.yaml")));
    given("old/base/web.yaml", WEB);
    given("base/kustomization.yaml", """
        resources: [web.yaml]
        configMapGenerator: [{name: conf, literals: [A=c]}]
        """);

    assertThat(play("base", "--previous", folder.resolve("old").toString()).out())
        .startsWith("The change: Deployment web replaces 1 pod "
            + "(spec.containers[web].envFrom[0].configMapRef.name: conf-b9t2424hkf →");
  }

  /** Otherwise a kustomization of a stranger could show what lies elsewhere on the machine. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "resources: [../secret.yaml]",
        "resources: [link.yaml]",
        "configMapGenerator: [{name: a, files: [../secret.yaml]}]",
        "configMapGenerator: [{name: a, files: [a=link.yaml]}]",
        "configMapGenerator: [{name: a, envs: [../secret.yaml]}]",
        "resources: [../base]\npatches: [{path: ../secret.yaml}]",
        "resources: [../base]\nreplacements: [{path: ../secret.yaml}]"
      })
  void noFileOutsideTheFolderOfAKustomizationIsRead(String kustomization) throws IOException {
    given("secret.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: secret}}");
    given("prod/kustomization.yaml", kustomization);
    Files.createSymbolicLink(folder.resolve("prod/link.yaml"), Path.of("../secret.yaml"));

    Run run = play("prod", "--get", "cm");

    assertThat(run.out())
        .contains("does not lie in or below the folder of this kustomization", "; copy it there")
        .doesNotContain("configmap/");
    assertThat(run.status()).isOne();
  }

  private static String appliedByFlux(String path) {
    return """
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: shop, namespace: flux-system}
        spec:
          interval: 10m
          path: %s
          prune: true
          sourceRef: {kind: GitRepository, name: shop}
        """.formatted(path);
  }

  /** Flux builds without the restriction to the folder, from all files of the repository. */
  @ParameterizedTest
  @ValueSource(strings = {"./apps/prod", "/apps", "apps/"})
  void whatFluxAppliesMayReadAllOfTheRepository(String path) throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    given("clusters/one/apps.yaml", appliedByFlux(path));
    given("apps/shared.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: shared}}");
    given("apps/prod/kustomization.yaml", "resources: [../shared.yaml]");

    Run run = play("", "--get", "cm");

    assertThat(run.out()).contains("shared").doesNotContain("does not lie in or below");
  }

  @Test
  void whatFluxAppliesIsLookedForInTheRepositoryAround() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    given("clusters/one/apps.yaml", appliedByFlux("./apps/prod"));
    given("apps/shared.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: shared}}");
    given("apps/prod/kustomization.yaml", "resources: [../shared.yaml]");

    Run run = play("apps/prod", "--get", "cm");

    assertThat(run.out()).contains("shared").doesNotContain("does not lie in or below");
  }

  @Test
  void fluxReadsNothingOutsideTheRepositoryEither() throws IOException {
    given("secret.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: secret}}");
    String way = folder.resolve("repo").toString().substring(1);
    given("repo/apps.yaml", appliedByFlux(way + "/apps"));
    given("repo/apps/kustomization.yaml", "resources: [../../secret.yaml]");

    Run run = play("repo", "--get", "cm");

    assertThat(run.out()).contains("does not lie in or below").doesNotContain("configmap/");
  }

  @Test
  void outsideOfARepositoryFluxWidensNothingWhateverElseIsGiven() throws IOException {
    given("secret.env", "TOKEN=hidden");
    given("mine/a.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: mine}}");
    given("stranger/flux.yaml", appliedByFlux("stranger"));
    given(
        "stranger/app/kustomization.yaml",
        "configMapGenerator: [{name: leak, envs: [../../secret.env]}]");
    String other = folder.resolve("mine/a.yaml").toString();

    Run run = play("stranger", other, "--describe", "cm/leak");

    assertThat(run.out()).contains("does not lie in or below").doesNotContain("hidden");
  }

  @Test
  void aLinkWithinTheFolderOfAKustomizationIsFollowed() throws IOException {
    given("prod/kustomization.yaml", "resources: [link.yaml]");
    given("prod/more/a.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: linked}}");
    Files.createSymbolicLink(folder.resolve("prod/link.yaml"), Path.of("more/a.yaml"));

    assertThat(play("prod", "--get", "cm").out()).contains("configmap/linked");
  }

  @Test
  void whatWasThereBeforeAndCannotBeBuiltIsNotComparedWith() throws IOException {
    given("old/kustomization.yaml", "resources: [../base, c.yaml, nope.yaml]");
    given("old/c.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}");
    given("new/kustomization.yaml", "resources: [../base]");

    Run run = play("new", "--previous", folder.resolve("old").toString());

    assertThat(run.out())
        .startsWith("The change mends what could not be built, so that there is nothing to compare"
            + " with: there is no file nope.yaml")
        .contains("info: kustomize builds nothing: there is no file nope.yaml");
    assertThat(run.status()).as("nothing is wrong now").isZero();

    given("new/kustomization.yaml", "resources: [../base, nope.yaml]");
    run = play("new", "--previous", folder.resolve("old").toString());

    assertThat(run.out())
        .contains("There is nothing to compare with, as what was there before cannot be built: ");
    assertThat(run.status()).isOne();
  }

  @Test
  void aLinkThatLeadsNowhereOrBackIsNamed() throws IOException {
    given("prod/kustomization.yaml", "resources: [round/c.yaml]");
    Files.createSymbolicLink(folder.resolve("prod/round"), Path.of("trip"));
    Files.createSymbolicLink(folder.resolve("prod/trip"), Path.of("round"));
    assertThat(play("prod").out()).contains("the link round leads nowhere");

    given("prod/kustomization.yaml", "resources: [self]");
    Files.createSymbolicLink(folder.resolve("prod/self"), Path.of("."));
    assertThat(play("prod").out())
        .contains("the kustomization is made of itself: self is a link that leads back to it");
  }

  @Test
  void aCircleThatNothingElseIsMadeOfIsToldOnce() throws IOException {
    given("one/kustomization.yaml", "resources: [../two, ../base]");
    given("two/kustomization.yaml", "resources: [../one]");
    given("apart/kustomization.yaml", "resources: [../base]");

    Run run = play(".");

    assertThat(run.out())
        .containsOnlyOnce("error: kustomize builds nothing: the kustomization is made of itself")
        .contains("deployment/web");
    assertThat(run.status()).isOne();

    given("one/kustomization.yaml", "kind: Component\ncomponents: [../one]");
    assertThat(play("one").out()).contains("the kustomization is made of itself");
  }

  @Test
  void whatTheStateBeforeLacksIsNamed() throws IOException {
    given("old/c.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}");
    given("old/kustomization.yaml", "resources: [../base, c.yaml, 'https://example.com/a.yaml']");
    given("new/kustomization.yaml", "resources: [../base]");

    assertThat(play("new", "--previous", folder.resolve("old").toString()).out())
        .contains(
            "What was there before was played without what lies at https://example.com/a.yaml");
  }

  @Test
  void aStoryAppliesWhatAKustomizationMakes() throws IOException {
    given("prod/kustomization.yaml", """
        resources: [../base]
        namePrefix: p-
        replicas: [{name: web, count: 2}]
        images: [{name: web, newTag: '2'}]
        """);
    given("prod/left.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: left}}");
    given("scenario.yaml", """
        images: {'web:2': {readyAfter: 5s}}
        steps:
        - apply: prod
        - settle: {quiet: 10s}
        - expect: {target: Deployment/p-web, available: 2}
        """);
    String story = folder.resolve("scenario.yaml").toString();

    Run run = Run.of("dry-run", "--scenario", story, "--get", "cm");

    assertThat(run.out()).contains("configmap/p-conf-").doesNotContain("configmap/left");
    assertThat(run.status()).as(run.out() + run.err()).isZero();

    given("prod/kustomization.yaml", "resources: [../base, nope.yaml]");
    run = Run.of("dry-run", "--scenario", story);

    assertThat(run.out() + run.err())
        .contains("prod/kustomization.yaml:1:22", "there is no file nope.yaml");
    assertThat(run.status()).isNotZero();
  }

  @Test
  void whatLiesBelowAKustomizationThatDoesNotListItIsNotPlayed() throws IOException {
    given("base/docs/example.yaml", WEB.replace("name: web}", "name: example}"));
    given("base/docs/broken.yml", "server:\n    a: b\n  c: d\n");

    Run run = play("base");

    assertThat(run.out())
        .contains("2 files are not played, as the kustomization of the folder does not list them: ")
        .contains("docs/example.yaml", "docs/broken.yml", "Of the others: web has 1 pod")
        .doesNotContain("example has", "indentation");
    assertThat(run.status()).isZero();
  }
}
