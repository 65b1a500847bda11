package dev.seaworthy.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.crd.CrdCatalog;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UndefinedKindTest {

  @ParameterizedTest(name = "{0} {1} is defined in {2}")
  @CsvSource({
    "cert-manager.io/v1, Certificate, cert-manager.crds.yaml",
    "helm.toolkit.fluxcd.io/v2, HelmRelease, flux2",
    "argoproj.io/v1alpha1, Application, argo-cd",
    "argoproj.io/v1alpha1, Rollout, argo-rollouts"
  })
  void theRemedySaysWhereAWellKnownProjectPublishesIt(
      String apiVersion, String kind, String published) {
    assertThat(remedy(apiVersion, kind)).contains("--crds https://").contains(published);
  }

  @ParameterizedTest
  @CsvSource({"example.com/v1, Widget", "argoproj.io/v1alpha1, Widget"})
  void ofOthersItSaysOnlyTheWays(String apiVersion, String kind) {
    assertThat(remedy(apiVersion, kind)).startsWith(UndefinedKind.WAYS);
  }

  @ParameterizedTest(name = "{1} of {0} beside a definition that serves v1beta1")
  @CsvSource({
    "gateway.networking.k8s.io, v1, false",
    "gateway.networking.k8s.io, v1alpha2, true",
    "shop.example.com, v1, true"
  })
  void anOldCopyOfAnothersDefinitionDoesNotTellOfNewerVersions(
      String group, String version, boolean mistake) {
    ApiCatalog catalog =
        CrdCatalog.of(List.of(definition(group)), BuiltInCatalog.of(Release.NEWEST));

    UndefinedKind kind = UndefinedKind.of(
        GroupVersionKind.of(group + "/" + version, "Gateway"), catalog, ApiLifecycle.builtIn());

    assertThat(kind.isMistake()).isEqualTo(mistake);
  }

  private static Node definition(String group) {
    return new ManifestReader()
        .read("crd.yaml", """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: gateways.%1$s}
        spec:
          group: %1$s
          scope: Namespaced
          names: {kind: Gateway, plural: gateways}
          versions:
          - name: v1beta1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object}}
        """.formatted(group).getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
  }

  private static String remedy(String apiVersion, String kind) {
    return UndefinedKind.of(
            GroupVersionKind.of(apiVersion, kind),
            BuiltInCatalog.of(Release.NEWEST),
            ApiLifecycle.builtIn())
        .remedy()
        .orElseThrow();
  }
}
