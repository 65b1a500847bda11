package dev.seaworthy.validate.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.validate.Verdict;
import org.junit.jupiter.api.Test;

/** Pods run as accounts that are there, and take the secrets that these let them take. */
class ServiceAccountTest {

  private static final Admitted CLUSTER = Admitted.cluster("""
      apiVersion: v1
      kind: Namespace
      metadata: {name: default}
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: locked
        namespace: default
        annotations: {kubernetes.io/enforce-mountable-secrets: "true"}
      secrets: [{name: own}]
      imagePullSecrets: [{name: registry}]
      """);

  private static void assertForbidden(Verdict verdict, String message) {
    assertThat(verdict.code()).isEqualTo(403);
    assertThat(verdict.denial().orElseThrow().plugin()).isEqualTo(PluginName.SERVICE_ACCOUNT);
    assertThat(verdict.denial().orElseThrow().message()).contains(message);
  }

  @Test
  void anAccountThatIsNotThereIsToldBeforeAnythingElseIsJudged() {
    assertForbidden(
        CLUSTER.pod("serviceAccountName: Nobody_", "restartPolicy: Sometimes"),
        "error looking up service account default/Nobody_");
  }

  @Test
  void anAccountThatKeepsWatchLetsItsOwnSecretsPass() {
    assertThat(CLUSTER
            .pod("serviceAccountName: locked", "volumes: [{name: a, secret: {secretName: own}}]")
            .accepted())
        .isTrue();
    assertForbidden(
        CLUSTER.pod(
            "serviceAccountName: locked", "volumes: [{name: a, secret: {secretName: other}}]"),
        "volume with secret.secretName=\"other\" is not allowed");
    assertForbidden(
        CLUSTER.pod("serviceAccountName: locked", "imagePullSecrets: [{name: other}]"),
        "imagePullSecrets[0].name=\"other\" is not allowed");
    assertForbidden(
        CLUSTER.pod(
            "serviceAccountName: locked",
            "initContainers: [{name: i, image: i, envFrom: [{secretRef: {name: other}}]}]"),
        "init container i with envFrom referencing secret.secretName=\"other\"");
  }

  @Test
  void whatAKubeletTellsOfItsOwnPodsReferencesNothing() {
    assertForbidden(mirror("serviceAccountName: locked"), "may not reference service accounts");
    assertForbidden(
        mirror("volumes: [{name: a, secret: {secretName: own}}]"), "may not reference secrets");
    assertForbidden(
        mirror("volumes: [{name: a, projected: {sources: [{serviceAccountToken: {path: t}}]}}]"),
        "may not use ServiceAccountToken volume projections");
  }

  private static Verdict mirror(String more) {
    return CLUSTER.create("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web, annotations: {kubernetes.io/config.mirror: x}}
        spec:
          nodeName: node-1
          containers: [{name: main, image: "web:1"}]
        """ + more.indent(2));
  }
}
