package dev.seaworthy.cli;

import static dev.seaworthy.cli.Kustomizations.OTHER_ACCOUNT;
import static dev.seaworthy.cli.Kustomizations.SERVICE;
import static dev.seaworthy.cli.Kustomizations.WEB;
import static dev.seaworthy.cli.Kustomizations.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A base is not what a cluster gets: what its overlays add or change is not missed in it. */
class KustomizeBasesTest {

  private final Kustomizations project;

  KustomizeBasesTest(@TempDir Path folder) throws IOException {
    project = Kustomizations.in(folder, WEB);
  }

  @Test
  void aWebhookThatAReplacementScopesIsNotUnscoped() throws IOException {
    project.givenBase("""
        resources: [webhooks.yaml]
        replacements:
          - source: {kind: ConfigMap, name: scopes, fieldPath: data.scope}
            targets:
              - select: {kind: MutatingWebhookConfiguration}
                fieldPaths: ["webhooks.[name=pods.example.com].namespaceSelector"]
                options: {create: true}
        """);
    project.given("base/webhooks.yaml", """
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingWebhookConfiguration
        metadata: {name: shop}
        webhooks:
          - name: pods.example.com
            admissionReviewVersions: [v1]
            sideEffects: None
            clientConfig: {url: "https://example.com/pods"}
            rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
        """);

    assertThat(project.lint("--profile", "all")).doesNotContain("no pod can start");

    project.givenBase("resources: [webhooks.yaml]\n");

    assertThat(project.lint("--profile", "all")).contains("no pod can start");
  }

  @ParameterizedTest
  @ValueSource(strings = {"newTag: 1.2.3", "digest: sha256:24a0c4"})
  void anImageThatAnOverlayGivesAVersionIsNotMovable(String version) throws IOException {
    project.givenInBase(
        "web.yaml", WEB.replace(":1.0", "\n          imagePullPolicy: IfNotPresent"));
    project.givenOverlay("images: [{name: example.com/web, %s}]".formatted(version));

    assertThat(project.lint()).doesNotContain("can be another image tomorrow", "can move");
  }

  @Test
  void anImageThatOnlyGetsAnotherNameStaysMovable() throws IOException {
    project.givenInBase("web.yaml", WEB.replace(":1.0", ""));
    project.givenOverlay("images: [{name: example.com/web, newName: example.org/web}]");

    assertThat(project.lint()).contains("can be another image tomorrow");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/web.yaml",
        "https://example.com/shop/web/base?ref=v1",
        "github.com/shop/web//base",
        "git@example.com:shop/web.git",
      })
  void whatMayComeFromElsewhereIsNotMissed(String elsewhere) throws IOException {
    project.given("base/other.yaml", OTHER_ACCOUNT);
    project.givenBase("resources: [web.yaml, other.yaml, \"" + elsewhere + "\"]");

    assertThat(project.lint()).doesNotContain("no ServiceAccount 'web'");
  }

  @Test
  void whatAChartMayBringIsNotMissed() throws IOException {
    project.given("base/other.yaml", OTHER_ACCOUNT);
    project.givenBase(
        "resources: [web.yaml, other.yaml]\nhelmCharts: [{name: web, repo: https://example.com}]");

    assertThat(project.lint()).doesNotContain("no ServiceAccount 'web'");
  }

  @Test
  void whatNothingElseMayBringIsMissed() throws IOException {
    project.givenInBase("other.yaml", OTHER_ACCOUNT);

    assertThat(project.lint()).contains("no ServiceAccount 'web'");
  }

  @Test
  void aSelectorThatLabelsAddNeedNotBeWritten() throws IOException {
    project.givenInBase("web.yaml", without(WEB, "selector:"));
    project.givenOverlay("labels: [{includeSelectors: true, pairs: {team: shop}}]");

    assertThat(project.lint()).doesNotContain("error:");
  }

  @Test
  void aConfigMapThatAnOverlayGeneratesIsThere() throws IOException {
    project.givenInBase(
        "config.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: web-conf}}");
    project.givenOverlay("configMapGenerator: [{name: web-config, literals: [a=b]}]");

    assertThat(project.lint()).doesNotContain("pod-config-map-missing");
  }

  @Test
  void objectsOfANamespaceFindTheirCounterpartsInTheBase() throws IOException {
    project.givenInBase(
        "account.yaml", "{apiVersion: v1, kind: ServiceAccount, metadata: {name: web}}");
    for (String name : new String[] {"production", "staging"}) {
      project.given(
          name + "/kustomization.yaml",
          "namespace: " + name + "\nresources: [../base, more.yaml]\n");
      project.given(name + "/more.yaml", """
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata: {name: web, namespace: %1$s}
          spec:
            minReplicas: 2
            maxReplicas: 5
            scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          ---
          apiVersion: v1
          kind: Service
          metadata: {name: web, namespace: %1$s}
          spec: {selector: {app: web}, ports: [{port: 80}]}
          """.formatted(name));
    }

    assertThat(project.lint())
        .doesNotContain("hpa-target-missing")
        .doesNotContain("service-selector-dangling")
        .doesNotContain("pod-service-account-missing");
  }

  @Test
  void namesAreFoundWithThePrefixThatTheyGet() throws IOException {
    project.givenOverlay("namePrefix: blue-");
    project.given("autoscaler.yaml", """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          minReplicas: 2
          maxReplicas: 5
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: blue-web}
        """);

    assertThat(project.lint("--references", "closed")).doesNotContain("hpa-target-missing");
  }

  @Test
  void labelsThatAKustomizationAddsAreThere() throws IOException {
    project.givenInBase("service.yaml", SERVICE.replace("app: web}", "app: web, team: shop}"));
    project.givenOverlay("labels: [{includeTemplates: true, pairs: {team: shop}}]");

    assertThat(project.lint("--references", "closed")).doesNotContain("service-selector-dangling");
  }

  @Test
  void aNamespaceIsNamedByItsKustomization() throws IOException {
    project.givenBase("resources: [namespace.yaml]");
    project.given("base/namespace.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: _}}");

    assertThat(project.lint()).contains("error: name is '_'");
    project.givenOverlay("namespace: shop");
    assertThat(project.lint()).doesNotContain("error:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"binding.yaml", "unlisted.yaml"})
  void accountsOfABindingGetTheNamespaceOfTheKustomization(String file) throws IOException {
    project.givenInBase("binding.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}");
    project.given("base/" + file, """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: web}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
        subjects: [{kind: ServiceAccount, name: web}]
        """);

    assertThat(project.lint()).contains("error: namespace must be given");
    project.givenOverlay("namespace: shop");
    assertThat(project.lint()).doesNotContain("error:");
  }

  @Test
  void variablesOfKustomizationsAreFilledIn() throws IOException {
    project.givenBase("resources: [config.yaml]");
    project.given(
        "base/config.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: $(app-name)}}");

    assertThat(project.lint()).contains("error: name is '$(app-name)'");
    project.given(
        "names/kustomization.yaml", "vars: [{name: app-name, objref: {kind: Service, name: a}}]");
    assertThat(project.lint()).doesNotContain("error:");
  }

  @Test
  void whatReplacementsOfAFileWriteIsNotJudged() throws IOException {
    project.givenInBase("web.yaml", WEB.replace("example.com/web:1.0", "' '"));
    project.given(
        "overlay/kustomization.yaml",
        "resources: [../base, config.yaml]\nreplacements: [{path: r.yaml}]");
    project.given(
        "overlay/config.yaml",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {image: 'example.com/web:1.0'}}");
    project.given("overlay/r.yaml", """
        source: {kind: ConfigMap, name: web, fieldPath: data.image}
        targets:
          - select: {kind: Deployment}
            fieldPaths: [spec.template.spec.containers.0.image]
        """);

    assertThat(project.lint()).doesNotContain("error:");
  }

  @Test
  void aComponentIsFilledOutByWhoeverUsesIt() throws IOException {
    project.given(
        "component/kustomization.yaml", "kind: Component\nresources: [web.yaml, namespace.yaml]");
    project.given("component/web.yaml", without(WEB, "image:"));
    project.given(
        "component/namespace.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: _}}");

    assertThat(project.lint()).doesNotContain("error:");
  }

  @Test
  void whoeverAppliesABuildSaysTheNamespace() throws IOException {
    project.givenBase("resources: [release.yaml, source.yaml]");
    project.given("base/release.yaml", """
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata: {name: web, namespace: shop}
        spec: {chartRef: {kind: OCIRepository, name: web}}
        """);
    project.given("base/source.yaml", """
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: OCIRepository
        metadata: {name: web}
        spec: {url: "oci://registry.example.com/charts/web"}
        """);

    assertThat(project.lint()).doesNotContain("custom-reference-missing");
  }

  @Test
  void anEditionBesideTheOneThatIsListedIsNotMixedWithIt() throws IOException {
    String rest = SERVICE + "---\n" + OTHER_ACCOUNT + "---\n";
    project.givenInBase("web.yaml", rest + WEB);
    project.given(
        "base/web-daemon.yaml", rest + WEB.replace("kind: Deployment", "kind: DaemonSet"));

    assertThat(project.lint()).doesNotContain("workload-selectors-overlap");
  }

  @Test
  void autoscalersOfKustomizationsAreForClustersOfTheirOwn() throws IOException {
    for (String stage : List.of("dev", "prod")) {
      project.given(stage + "/kustomization.yaml", "resources: [../base, hpa.yaml]");
      project.given(stage + "/hpa.yaml", """
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata: {name: web-%s}
          spec:
            scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
            maxReplicas: 9
          """.formatted(stage));
    }

    assertThat(project.lint()).doesNotContain("hpa-targets-collide");
  }
}
