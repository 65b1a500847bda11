package dev.seaworthy.cli;

import static dev.seaworthy.cli.Kustomizations.IMAGE_PATCH;
import static dev.seaworthy.cli.Kustomizations.OTHER_ACCOUNT;
import static dev.seaworthy.cli.Kustomizations.SERVICE;
import static dev.seaworthy.cli.Kustomizations.WEB;
import static dev.seaworthy.cli.Kustomizations.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the patches of overlays add to a base is not missed in it; what they leave as it is is judged. */
class KustomizePatchesTest {

  private static final String PORTS = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        template:
          spec:
            containers: [{name: web, ports: [{name: http, containerPort: 8080}]}]
      """;

  private final Kustomizations project;

  KustomizePatchesTest(@TempDir Path folder) throws IOException {
    project = Kustomizations.in(folder, WEB);
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
    project.givenInBase("web.yaml", without(without(WEB, "image:"), "volumes:"));
    project.givenOverlay(patches);
    project.given("overlay/parts.yaml", IMAGE_PATCH);

    assertThat(project.lint()).doesNotContain("error:").contains("1 patch");
  }

  @Test
  void whatAPatchOfOperationsAddsIsNotMissed() throws IOException {
    project.givenInBase("web.yaml", without(WEB, "image:"));
    project.givenOverlay("""
        patchesJson6902:
          - target: {group: apps, version: v1, kind: Deployment, name: web}
            path: operations.yaml
        """);
    project.given("overlay/operations.yaml", """
        - {op: add, path: /spec/template/spec/containers/0/image, value: "example.com/web:2.0"}
        """);

    assertThat(project.lint()).doesNotContain("error:");
  }

  @Test
  void whatAPatchCallsOtherwiseMayBeWhatIsMeant() throws IOException {
    project.givenBase("""
        resources: [role.yaml]
        patches:
          - target: {kind: ClusterRole}
            patch: |
              - {op: replace, path: /metadata/name, value: operator-permissions}
        """);
    project.given("base/role.yaml", """
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

    assertThat(project.lint()).doesNotContain("no ClusterRole");
  }

  @Test
  void whatAPatchOfAnotherObjectAddsIsMissed() throws IOException {
    project.givenInBase("web.yaml", without(WEB, "image:"));
    project.givenPatch(IMAGE_PATCH.replace("name: web}", "name: other}"));

    assertThat(project.lint()).contains("base/web.yaml:11:", "error: image must be given");
  }

  @Test
  void overlaysBesideABaseAreKnownWhereOnlyTheBaseIsNamed() throws IOException {
    project.givenInBase("web.yaml", without(WEB, "image:"));
    project.given(
        "overlays/blue/kustomization.yaml", "resources: [../../base]\npatches: [parts.yaml]");
    project.given("overlays/blue/parts.yaml", IMAGE_PATCH);

    Run run = project.runOnBase("lint");

    assertThat(run.out()).doesNotContain("error:");
  }

  @Test
  void whatIsWrongAndNotPatchedIsTold() throws IOException {
    project.givenInBase(
        "web.yaml", WEB.replace("spec:\n  selector", "spec:\n  replicas: -1\n  selector"));
    project.givenPatch(IMAGE_PATCH);

    assertThat(project.lint()).contains("error: replicas is -1");
  }

  @Test
  void nobodyIsToldThatAServerTakesWhatIsToBeCompleted() throws IOException {
    project.givenInBase("web.yaml", without(WEB, "image:") + "---\n" + OTHER_ACCOUNT);
    project.givenPatch(IMAGE_PATCH);

    assertThat(project.lint())
        .contains("would accept 1 object; 1 object is for kustomizations to complete.");
  }

  @Test
  void portsThatAPatchAddsAreNotMissed() throws IOException {
    project.givenInBase("service.yaml", SERVICE);
    project.givenPatch(PORTS);

    assertThat(project.lint()).doesNotContain("service-target-port-unknown");
  }

  @Test
  void portsOfProbesThatAPatchAddsAreNotMissed() throws IOException {
    String probes = "livenessProbe: {httpGet: {path: /live, port: http}}\n          "
        + "lifecycle: {preStop: {httpGet: {path: /stop, port: http}}}\n          ";
    project.givenInBase("web.yaml", WEB.replace("image:", probes + "image:"));
    assertThat(project.lint()).contains("probe-port-unknown");

    project.givenPatch(PORTS);

    assertThat(project.lint()).doesNotContain("probe-port-unknown");
  }

  @Test
  void aNumberOfAPortThatAPatchMayDeclareIsNotMissed() throws IOException {
    project.givenInBase(
        "web.yaml",
        WEB.replace(
            "image: example.com/web:1.0\n",
            "image: example.com/web:1.0\n          ports: [{containerPort: 80}]\n"));
    project.givenInBase("service.yaml", SERVICE.replace("targetPort: http", "targetPort: 9443"));
    assertThat(project.lint("--profile", "all")).contains("but not 9443/TCP");

    project.givenOverlay("patches: [{path: ports.yaml, target: {kind: Deployment}}]");
    project.given("overlay/ports.yaml", """
        - op: add
          path: /spec/template/spec/containers/0/ports/-
          value: {containerPort: 9443}
        """);

    assertThat(project.lint("--profile", "all")).doesNotContain("but not 9443/TCP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "defau.*"})
  void anObjectWithoutANamespaceIsADefaultOneToPatches(String namespace) throws IOException {
    project.givenInBase("service.yaml", SERVICE);
    project.givenOverlay("""
        patches:
          - path: ports.yaml
            target: {kind: Deployment, name: web, namespace: %s}
        """.formatted(namespace));
    project.given("overlay/ports.yaml", PORTS);

    assertThat(project.lint()).doesNotContain("service-target-port-unknown");
  }

  @Test
  void anObjectOfAnotherNamespaceIsNotPatched() throws IOException {
    project.givenInBase("service.yaml", SERVICE);
    project.givenOverlay("""
        patches:
          - path: ports.yaml
            target: {kind: Deployment, name: web, namespace: shop}
        """);
    project.given("overlay/ports.yaml", PORTS);

    assertThat(project.lint()).contains("service-target-port-unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"base/patches/web.yaml", "base/web_patch.yaml", "cluster/patches/a.yaml"})
  void aPatchThatNothingListsYetIsNone(String file) throws IOException {
    project.given(file, IMAGE_PATCH);

    assertThat(project.lint()).doesNotContain("error:").contains("1 patch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"base/patched/web.yaml", "base/dispatch-web.yaml", "web-patch.yaml"})
  void whatOnlyLooksLikeAPatchIsJudged(String file) throws IOException {
    project.given(file, """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "web:1"}]}
        """);

    assertThat(project.lint()).contains("error: selector must be given");
  }

  @Test
  void aWholeObjectThatAKustomizationListsIsNoPatchWhateverItsName() throws IOException {
    project.givenBase("resources: [web-patch.yaml]");
    project.given("base/web-patch.yaml", without(WEB, "selector:"));

    assertThat(project.lint()).contains("error: selector must be given");
  }

  @Test
  void whatAComponentDoesNotPatchIsJudged() throws IOException {
    project.givenOverlay("components: [../part]");
    project.given("part/kustomization.yaml", """
        apiVersion: kustomize.config.k8s.io/v1alpha1
        kind: Component
        patches: [{path: operations.yaml, target: {kind: Service}}]
        """);
    project.given("part/operations.yaml", "[{op: remove, path: /spec/type}]");
    project.givenInBase("web.yaml", WEB + "---\n" + OTHER_ACCOUNT);

    assertThat(project.lint()).contains("no ServiceAccount 'web' is in the input");
  }
}
