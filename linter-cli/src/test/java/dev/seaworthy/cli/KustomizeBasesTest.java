package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A base is not what a cluster gets: what its overlays add or change is not missed in it. */
class KustomizeBasesTest {

  private static final String WORKLOAD = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            serviceAccountName: web
            containers:
              - name: web
                image: example.com/web:1.0
                envFrom: [{configMapRef: {name: web-config}}]
                volumeMounts: [{name: cache, mountPath: /cache}]
            volumes: [{name: cache, emptyDir: {}}]
      """;

  private static final String SERVICE = """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}
      """;

  private static final String OTHER_ACCOUNT = """
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: other}
      """;

  private static final String PARTS = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        template:
          spec:
            containers: [{name: web, image: example.com/web:2.0}]
            volumes: [{name: cache, emptyDir: {}}]
      """;

  private static final String PORTS = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        template:
          spec:
            containers: [{name: web, ports: [{name: http, containerPort: 8080}]}]
      """;

  @TempDir
  Path folder;

  @BeforeEach
  void aBase() throws IOException {
    given("base/kustomization.yaml", "resources: [web.yaml]");
    given("base/web.yaml", WORKLOAD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "patches: [parts.yaml]",
        "patches: [{path: parts.yaml}]",
        "patches: [{path: parts.yaml, target: {kind: Deployment, name: w.b}}]",
        "patchesStrategicMerge: [parts.yaml]",
      })
  void whatAPatchAddsIsNotMissed(String patches) throws IOException {
    given("base/web.yaml", without(without(WORKLOAD, "image:"), "volumes:"));
    given("overlay/kustomization.yaml", "resources: [../base]\n" + patches);
    given("overlay/parts.yaml", PARTS);

    assertThat(lint()).doesNotContain("error:").contains("1 patch");
  }

  @Test
  void whatAPatchOfOperationsAddsIsNotMissed() throws IOException {
    given("base/web.yaml", without(WORKLOAD, "image:"));
    given("overlay/kustomization.yaml", """
        resources: [../base]
        patchesJson6902:
          - target: {group: apps, version: v1, kind: Deployment, name: web}
            path: operations.yaml
        """);
    given("overlay/operations.yaml", """
        - {op: add, path: /spec/template/spec/containers/0/image, value: "example.com/web:2.0"}
        """);

    assertThat(lint()).doesNotContain("error:");
  }

  @Test
  void whatAPatchCallsOtherwiseMayBeWhatIsMeant() throws IOException {
    given("base/kustomization.yaml", """
        resources: [role.yaml]
        patches:
          - target: {kind: ClusterRole}
            patch: |
              - {op: replace, path: /metadata/name, value: operator-permissions}
        """);
    given("base/role.yaml", """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: manager}
        rules: []
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: operator}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: operator-permissions}
        subjects: [{kind: ServiceAccount, name: operator, namespace: shop}]
        """);

    assertThat(lint()).doesNotContain("no ClusterRole");
  }

  @Test
  void aWebhookThatAReplacementScopesIsNotUnscoped() throws IOException {
    given("base/kustomization.yaml", """
        resources: [webhooks.yaml]
        replacements:
          - source: {kind: ConfigMap, name: scopes, fieldPath: data.scope}
            targets:
              - select: {kind: MutatingWebhookConfiguration}
                fieldPaths: ["webhooks.[name=pods.example.com].namespaceSelector"]
                options: {create: true}
        """);
    given("base/webhooks.yaml", """
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

    assertThat(Run.of("lint", "--profile", "all", folder.toString()).out())
        .doesNotContain("no pod can start");

    given("base/kustomization.yaml", "resources: [webhooks.yaml]\n");

    assertThat(Run.of("lint", "--profile", "all", folder.toString()).out())
        .contains("no pod can start");
  }

  @Test
  void whatAPatchOfAnotherObjectAddsIsMissed() throws IOException {
    given("base/web.yaml", without(WORKLOAD, "image:"));
    given("overlay/kustomization.yaml", "resources: [../base]\npatches: [{path: parts.yaml}]");
    given("overlay/parts.yaml", PARTS.replace("name: web}", "name: other}"));

    assertThat(lint()).contains("base/web.yaml:11:", "error: image must be given");
  }

  @Test
  void overlaysBesideABaseAreKnownWhereOnlyTheBaseIsNamed() throws IOException {
    given("base/web.yaml", without(WORKLOAD, "image:"));
    given("overlays/blue/kustomization.yaml", "resources: [../../base]\npatches: [parts.yaml]");
    given("overlays/blue/parts.yaml", PARTS);

    Run run = Run.of("lint", folder.resolve("base").toString());

    assertThat(run.out()).doesNotContain("error:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"newTag: 1.2.3", "digest: sha256:24a0c4"})
  void anImageThatAnOverlayGivesAVersionIsNotMovable(String version) throws IOException {
    given("base/web.yaml", WORKLOAD.replace(":1.0", "\n          imagePullPolicy: IfNotPresent"));
    String overlay = "resources: [../base]\nimages: [{name: example.com/web, %s}]";
    given("overlay/kustomization.yaml", overlay.formatted(version));

    assertThat(lint()).doesNotContain("can be another image tomorrow", "can move");
  }

  @Test
  void anImageThatOnlyGetsAnotherNameStaysMovable() throws IOException {
    given("base/web.yaml", WORKLOAD.replace(":1.0", ""));
    given(
        "overlay/kustomization.yaml",
        "resources: [../base]\nimages: [{name: example.com/web, newName: example.org/web}]");

    assertThat(lint()).contains("can be another image tomorrow");
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
    given("base/other.yaml", OTHER_ACCOUNT);
    given("base/kustomization.yaml", "resources: [web.yaml, other.yaml, \"" + elsewhere + "\"]");

    assertThat(lint()).doesNotContain("no ServiceAccount 'web'");
  }

  @Test
  void whatAChartMayBringIsNotMissed() throws IOException {
    given("base/other.yaml", OTHER_ACCOUNT);
    given(
        "base/kustomization.yaml",
        "resources: [web.yaml, other.yaml]\nhelmCharts: [{name: web, repo: https://example.com}]");

    assertThat(lint()).doesNotContain("no ServiceAccount 'web'");
  }

  @Test
  void whatNothingElseMayBringIsMissed() throws IOException {
    given("base/other.yaml", OTHER_ACCOUNT);
    given("base/kustomization.yaml", "resources: [web.yaml, other.yaml]");

    assertThat(lint()).contains("no ServiceAccount 'web'");
  }

  @Test
  void whatIsWrongAndNotPatchedIsTold() throws IOException {
    given(
        "base/web.yaml",
        WORKLOAD.replace("spec:\n  selector", "spec:\n  replicas: -1\n  selector"));
    given("overlay/kustomization.yaml", "resources: [../base]\npatches: [{path: parts.yaml}]");
    given("overlay/parts.yaml", PARTS);

    assertThat(lint()).contains("error: replicas is -1");
  }

  @Test
  void aSelectorThatLabelsAddNeedNotBeWritten() throws IOException {
    given("base/web.yaml", without(WORKLOAD, "selector:"));
    given(
        "overlay/kustomization.yaml",
        "resources: [../base]\nlabels: [{includeSelectors: true, pairs: {team: shop}}]");

    assertThat(lint()).doesNotContain("error:");
  }

  @Test
  void aConfigMapThatAnOverlayGeneratesIsThere() throws IOException {
    given("base/kustomization.yaml", "resources: [web.yaml, config.yaml]");
    given("base/config.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: web-conf}}");
    given(
        "overlay/kustomization.yaml",
        "resources: [../base]\nconfigMapGenerator: [{name: web-config, literals: [a=b]}]");

    assertThat(lint()).doesNotContain("pod-config-map-missing");
  }

  @Test
  void objectsOfANamespaceFindTheirCounterpartsInTheBase() throws IOException {
    given("base/kustomization.yaml", "resources: [web.yaml, account.yaml]");
    given("base/account.yaml", "{apiVersion: v1, kind: ServiceAccount, metadata: {name: web}}");
    for (String name : new String[] {"production", "staging"}) {
      given(
          name + "/kustomization.yaml",
          "namespace: " + name + "\nresources: [../base, more.yaml]\n");
      given(name + "/more.yaml", """
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

    assertThat(lint())
        .doesNotContain("hpa-target-missing")
        .doesNotContain("service-selector-dangling")
        .doesNotContain("pod-service-account-missing");
  }

  @Test
  void namesAreFoundWithThePrefixThatTheyGet() throws IOException {
    given("overlay/kustomization.yaml", "namePrefix: blue-\nresources: [../base]");
    given("autoscaler.yaml", """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          minReplicas: 2
          maxReplicas: 5
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: blue-web}
        """);

    assertThat(lint("--references", "closed")).doesNotContain("hpa-target-missing");
  }

  @Test
  void portsThatAPatchAddsAreNotMissed() throws IOException {
    given("base/kustomization.yaml", "resources: [web.yaml, service.yaml]");
    given("base/service.yaml", SERVICE);
    given("overlay/kustomization.yaml", "resources: [../base]\npatches: [{path: ports.yaml}]");
    given("overlay/ports.yaml", PORTS);

    assertThat(lint()).doesNotContain("service-target-port-unknown");
  }

  @Test
  void portsOfProbesThatAPatchAddsAreNotMissed() throws IOException {
    String probes = "livenessProbe: {httpGet: {path: /live, port: http}}\n          "
        + "lifecycle: {preStop: {httpGet: {path: /stop, port: http}}}\n          ";
    given("base/web.yaml", WORKLOAD.replace("image:", probes + "image:"));
    assertThat(lint()).contains("probe-port-unknown");

    given("overlay/kustomization.yaml", "resources: [../base]\npatches: [{path: ports.yaml}]");
    given("overlay/ports.yaml", PORTS);

    assertThat(lint()).doesNotContain("probe-port-unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "defau.*"})
  void anObjectWithoutANamespaceIsADefaultOneToPatches(String namespace) throws IOException {
    given("base/kustomization.yaml", "resources: [web.yaml, service.yaml]");
    given("base/service.yaml", SERVICE);
    given("overlay/kustomization.yaml", """
        resources: [../base]
        patches:
          - path: ports.yaml
            target: {kind: Deployment, name: web, namespace: %s}
        """.formatted(namespace));
    given("overlay/ports.yaml", PORTS);

    assertThat(lint()).doesNotContain("service-target-port-unknown");
  }

  @Test
  void anObjectOfAnotherNamespaceIsNotPatched() throws IOException {
    given("base/kustomization.yaml", "resources: [web.yaml, service.yaml]");
    given("base/service.yaml", SERVICE);
    given("overlay/kustomization.yaml", """
        resources: [../base]
        patches:
          - path: ports.yaml
            target: {kind: Deployment, name: web, namespace: shop}
        """);
    given("overlay/ports.yaml", PORTS);

    assertThat(lint()).contains("service-target-port-unknown");
  }

  @Test
  void aNumberOfAPortThatAPatchMayDeclareIsNotMissed() throws IOException {
    given("base/kustomization.yaml", "resources: [web.yaml, service.yaml]");
    given(
        "base/web.yaml",
        WORKLOAD.replace(
            "image: example.com/web:1.0\n",
            "image: example.com/web:1.0\n          ports: [{containerPort: 80}]\n"));
    given("base/service.yaml", SERVICE.replace("targetPort: http", "targetPort: 9443"));
    assertThat(lint("--profile", "all")).contains("but not 9443/TCP");

    given("overlay/kustomization.yaml", """
        resources: [../base]
        patches: [{path: ports.yaml, target: {kind: Deployment}}]
        """);
    given("overlay/ports.yaml", """
        - op: add
          path: /spec/template/spec/containers/0/ports/-
          value: {containerPort: 9443}
        """);

    assertThat(lint("--profile", "all")).doesNotContain("but not 9443/TCP");
  }

  @Test
  void nobodyIsToldThatAServerTakesWhatIsToBeCompleted() throws IOException {
    given("base/web.yaml", without(WORKLOAD, "image:") + "---\n" + OTHER_ACCOUNT);
    given("overlay/kustomization.yaml", "resources: [../base]\npatches: [{path: parts.yaml}]");
    given("overlay/parts.yaml", PARTS);

    assertThat(lint())
        .contains("would accept 1 object; 1 object is for kustomizations to complete.");
  }

  @Test
  void labelsThatAKustomizationAddsAreThere() throws IOException {
    given("base/kustomization.yaml", "resources: [web.yaml, service.yaml]");
    given("base/service.yaml", SERVICE.replace("app: web}", "app: web, team: shop}"));
    given(
        "overlay/kustomization.yaml",
        "resources: [../base]\nlabels: [{includeTemplates: true, pairs: {team: shop}}]");

    assertThat(lint("--references", "closed")).doesNotContain("service-selector-dangling");
  }

  @Test
  void aNamespaceIsNamedByItsKustomization() throws IOException {
    given("base/kustomization.yaml", "resources: [namespace.yaml]");
    given("base/namespace.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: _}}");

    assertThat(lint()).contains("error: name is '_'");
    given("overlay/kustomization.yaml", "namespace: shop\nresources: [../base]");
    assertThat(lint()).doesNotContain("error:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"binding.yaml", "unlisted.yaml"})
  void accountsOfABindingGetTheNamespaceOfTheKustomization(String file) throws IOException {
    given("base/kustomization.yaml", "resources: [web.yaml, binding.yaml]");
    given("base/binding.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}");
    given("base/" + file, """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: web}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
        subjects: [{kind: ServiceAccount, name: web}]
        """);

    assertThat(lint()).contains("error: namespace must be given");
    given("overlay/kustomization.yaml", "namespace: shop\nresources: [../base]");
    assertThat(lint()).doesNotContain("error:");
  }

  @Test
  void variablesOfKustomizationsAreFilledIn() throws IOException {
    given("base/kustomization.yaml", "resources: [config.yaml]");
    given("base/config.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: $(app-name)}}");

    assertThat(lint()).contains("error: name is '$(app-name)'");
    given("names/kustomization.yaml", "vars: [{name: app-name, objref: {kind: Service, name: a}}]");
    assertThat(lint()).doesNotContain("error:");
  }

  @Test
  void whatReplacementsOfAFileWriteIsNotJudged() throws IOException {
    given("base/web.yaml", WORKLOAD.replace("example.com/web:1.0", "' '"));
    given(
        "overlay/kustomization.yaml",
        "resources: [../base, config.yaml]\nreplacements: [{path: r.yaml}]");
    given(
        "overlay/config.yaml",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {image: 'example.com/web:1.0'}}");
    given("overlay/r.yaml", """
        source: {kind: ConfigMap, name: web, fieldPath: data.image}
        targets:
          - select: {kind: Deployment}
            fieldPaths: [spec.template.spec.containers.0.image]
        """);

    assertThat(lint()).doesNotContain("error:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"base/patches/web.yaml", "base/web_patch.yaml", "cluster/patches/a.yaml"})
  void aPatchThatNothingListsYetIsNone(String file) throws IOException {
    given(file, PARTS);

    assertThat(lint()).doesNotContain("error:").contains("1 patch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"base/patched/web.yaml", "base/dispatch-web.yaml", "web-patch.yaml"})
  void whatOnlyLooksLikeAPatchIsJudged(String file) throws IOException {
    given(file, """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "web:1"}]}
        """);

    assertThat(lint()).contains("error: selector must be given");
  }

  @Test
  void aWholeObjectThatAKustomizationListsIsNoPatchWhateverItsName() throws IOException {
    given("base/kustomization.yaml", "resources: [web-patch.yaml]");
    given("base/web-patch.yaml", without(WORKLOAD, "selector:"));

    assertThat(lint()).contains("error: selector must be given");
  }

  @Test
  void aComponentIsFilledOutByWhoeverUsesIt() throws IOException {
    given("component/kustomization.yaml", "kind: Component\nresources: [web.yaml, namespace.yaml]");
    given("component/web.yaml", without(WORKLOAD, "image:"));
    given("component/namespace.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: _}}");

    assertThat(lint()).doesNotContain("error:");
  }

  @Test
  void whatAComponentDoesNotPatchIsJudged() throws IOException {
    given("overlay/kustomization.yaml", "resources: [../base]\ncomponents: [../part]");
    given("part/kustomization.yaml", """
        apiVersion: kustomize.config.k8s.io/v1alpha1
        kind: Component
        patches: [{path: operations.yaml, target: {kind: Service}}]
        """);
    given("part/operations.yaml", "[{op: remove, path: /spec/type}]");
    given("base/web.yaml", WORKLOAD + "---\n" + OTHER_ACCOUNT);

    assertThat(lint()).contains("no ServiceAccount 'web' is in the input");
  }

  @Test
  void whoeverAppliesABuildSaysTheNamespace() throws IOException {
    given("base/kustomization.yaml", "resources: [release.yaml, source.yaml]");
    given("base/release.yaml", """
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata: {name: web, namespace: shop}
        spec: {chartRef: {kind: OCIRepository, name: web}}
        """);
    given("base/source.yaml", """
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: OCIRepository
        metadata: {name: web}
        spec: {url: "oci://registry.example.com/charts/web"}
        """);

    assertThat(lint()).doesNotContain("custom-reference-missing");
  }

  @Test
  void anEditionBesideTheOneThatIsListedIsNotMixedWithIt() throws IOException {
    String rest = SERVICE + "---\n" + OTHER_ACCOUNT + "---\n";
    given("base/web.yaml", rest + WORKLOAD);
    given("base/web-daemon.yaml", rest + WORKLOAD.replace("kind: Deployment", "kind: DaemonSet"));

    assertThat(lint()).doesNotContain("workload-selectors-overlap");
  }

  @Test
  void autoscalersOfKustomizationsAreForClustersOfTheirOwn() throws IOException {
    for (String stage : List.of("dev", "prod")) {
      given(stage + "/kustomization.yaml", "resources: [../base, hpa.yaml]");
      given(stage + "/hpa.yaml", """
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata: {name: web-%s}
          spec:
            scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
            maxReplicas: 9
          """.formatted(stage));
    }

    assertThat(lint()).doesNotContain("hpa-targets-collide");
  }

  @Test
  void aDryRunPlaysWhatAnOverlayIsToComplete() throws IOException {
    given("base/web.yaml", without(WORKLOAD, "image:"));
    given("prod/kustomization.yaml", "resources: [../base]\npatches: [{path: parts.yaml}]");
    given("prod/parts.yaml", PARTS);

    Run run = Run.of("dry-run", folder.resolve("base").toString());

    assertThat(run.out())
        .startsWith("All is well: web has 1 pod, which is ready\n")
        .contains(
            "spec.template.spec.containers[0].image, which is left to kustomizations, is image");
    assertThat(run.status()).isZero();
  }

  @Test
  void aDryRunMakesTheNamespaceOfTheKustomization() throws IOException {
    given("base/kustomization.yaml", "resources: [web.yaml, namespace.yaml]\nnamespace: prod");
    given("base/namespace.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");
    given("base/web.yaml", WORKLOAD.replace("{name: web}", "{name: web, namespace: shop}"));

    assertThat(Run.of("dry-run", folder.toString()).out())
        .startsWith("All is well: web has 1 pod, which is ready\n");
  }

  @Test
  void aDryRunSaysWhatOnlyAnOverlayCanComplete() throws IOException {
    given("base/kustomization.yaml", "resources: [web.yaml, service.yaml]");
    given("base/service.yaml", SERVICE.replace(", ports: [{port: 80, targetPort: http}]", ""));
    given("prod/kustomization.yaml", "resources: [../base]\npatches: [{path: parts.yaml}]");
    given("prod/parts.yaml", """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {ports: [{port: 80}]}
        """);

    Run run = Run.of("dry-run", folder.resolve("base").toString());

    assertThat(run.out())
        .startsWith("1 object is not played, as kustomizations are yet to complete it: Service web")
        .contains("Of the others: web has 1 pod, which is ready");
    assertThat(run.status()).isZero();
  }

  @Test
  void aDryRunOfNothingButUnfinishedObjectsIsNoSuccess() throws IOException {
    given("base/kustomization.yaml", "resources: [service.yaml]");
    given("base/service.yaml", SERVICE.replace(", ports: [{port: 80, targetPort: http}]", ""));
    given("prod/kustomization.yaml", "resources: [../base]\npatches: [{path: parts.yaml}]");
    given("prod/parts.yaml", """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {ports: [{port: 80}]}
        """);

    Run run = Run.of("dry-run", folder.resolve("base").toString());

    assertThat(run.out())
        .startsWith("Nothing is applied: no object is whole here\n1 object is not played")
        .contains(
            "; play the overlay that does: seaworthy dry-run " + folder + "/prod\n",
            "kubectl kustomize " + folder + "/prod | seaworthy lint -");
    assertThat(run.status()).isEqualTo(2);
    assertThat(Run.of("dry-run", folder.toString()).status()).isNotEqualTo(2);
  }

  private static String without(String manifest, String field) {
    return manifest
        .lines()
        .filter(line -> !line.contains(field))
        .reduce("", (all, line) -> all + line + "\n");
  }

  private void given(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String lint(String... options) {
    List<String> command = new ArrayList<>(List.of("lint"));
    command.addAll(List.of(options));
    command.add(folder.toString());
    return Run.of(command.toArray(String[]::new)).out();
  }
}
