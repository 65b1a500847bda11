package dev.seaworthy.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
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

  private static String remedy(String apiVersion, String kind) {
    return UndefinedKind.of(
            GroupVersionKind.of(apiVersion, kind),
            BuiltInCatalog.of(Release.NEWEST),
            ApiLifecycle.builtIn())
        .remedy()
        .orElseThrow();
  }
}
