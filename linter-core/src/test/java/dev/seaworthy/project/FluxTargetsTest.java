package dev.seaworthy.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.Input;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.report.FileReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Flux builds of a folder goes to the namespace that its Kustomization says. */
class FluxTargetsTest {

  private static final String FLUX = """
      apiVersion: kustomize.toolkit.fluxcd.io/v1
      kind: Kustomization
      metadata: {name: upgrade, namespace: flux-system}
      spec:
        path: ./apps/upgrade/app
        targetNamespace: system-upgrade
      """;

  private static final String BINDING = """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: upgrade}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
      subjects: [{kind: ServiceAccount, name: upgrade}]
      """;

  @TempDir
  Path folder;

  @BeforeEach
  void givenAFolderThatFluxBuilds() throws IOException {
    given("apps/upgrade/ks.yaml", FLUX);
    given("apps/upgrade/app/kustomization.yaml", "resources: [rbac.yaml]\n");
    given("apps/upgrade/app/rbac.yaml", BINDING);
  }

  @Test
  void itIsSaidInTheFolderAbove() {
    FluxTargets targets = new FluxTargets(List.of(folder.resolve("apps/upgrade/ks.yaml")));

    assertThat(targets.namespaceFor(folder.resolve("apps/upgrade/app"))).contains("system-upgrade");
    assertThat(targets.namespaceFor(folder.resolve("apps/upgrade/other"))).isEmpty();
    assertThat(targets.namespaceFor(folder.resolve("apps/upgrade"))).isEmpty();
  }

  @Test
  void accountsWithoutANamespaceGetIt() throws IOException {
    assertThat(judgedBinding().findings()).isEmpty();
  }

  @Test
  void withoutItTheyLackOne() throws IOException {
    given("apps/upgrade/ks.yaml", FLUX.replace("targetNamespace: system-upgrade", "prune: true"));

    assertThat(judgedBinding().findings()).isNotEmpty();
  }

  private FileReport judgedBinding() throws IOException {
    return Seaworthy.usual().validate(Input.paths(folder.toString())).stream()
        .filter(report -> report.name().endsWith("rbac.yaml"))
        .findFirst()
        .orElseThrow();
  }

  private void given(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
