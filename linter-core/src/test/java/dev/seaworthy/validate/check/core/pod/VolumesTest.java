package dev.seaworthy.validate.check.core.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumesTest {

  private static List<String> causes(String source) {
    return Judged.causes("volumes: [{name: v, " + source + "}]");
  }

  @Test
  void aVolumeWithoutSourceIsAnEmptyFolder() {
    String pod = "volumes: [{name: v}]";
    assertThat(Judged.causes(pod)).isEmpty();
    assertThat(Judged.stored(pod).at("spec", "volumes").get(0).get("emptyDir").isMapping())
        .isTrue();
  }

  @Test
  void eachFurtherSourceIsRefused() {
    assertThat(causes("emptyDir: {}, hostPath: {path: /a}, cephfs: {monitors: [m]}"))
        .containsExactly("Forbidden spec.volumes[0].hostPath", "Forbidden spec.volumes[0].cephFS");
  }

  @Test
  void aFaultyVolumeCannotBeMounted() {
    assertThat(Judged.causes("""
                volumes: [{name: v, configMap: {}}]
                containers: [{name: main, image: i, volumeMounts: [{name: v, mountPath: /v}]}]
                """))
        .containsExactly(
            "Required spec.volumes[0].configMap.name",
            "NotFound spec.containers[0].volumeMounts[0].name");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"a/b, 0", "/a, 1", "a/../b, 1", "..a, 1", ".., 2", "../a, 1"})
  void aFileStaysInItsVolume(String path, int causes) {
    assertThat(causes("secret: {secretName: s, items: [{key: k, path: " + path + "}]}"))
        .hasSize(causes)
        .allMatch("Invalid spec.volumes[0].secret.items[0].path"::equals);
  }

  @Test
  void factsAboutThePodAreReportedAtTheVolume() {
    assertThat(causes("downwardAPI: {items: [{path: p}]}"))
        .containsExactly("Required spec.volumes[0].downwardAPI");
  }

  @Test
  void noFileOfAProjectedVolumeIsWrittenTwice() {
    assertThat(causes(
            "projected: {sources: [{configMap: {name: a, items: [{key: k, path: p}]}}, {secret:"
                + " {name: b, items: [{key: k, path: p}]}}]}"))
        .containsExactly("Invalid spec.volumes[0].projected");
  }

  @Test
  void aTokenLivesTenMinutesAtLeast() {
    assertThat(causes(
            "projected: {sources: [{serviceAccountToken: {path: t, expirationSeconds: 599}}]}"))
        .containsExactly(
            "Invalid spec.volumes[0].projected.sources[0].serviceAccountToken.expirationSeconds");
  }

  @Test
  void aCertificateOfKubernetesLivesADayAtMost() {
    String certificate =
        "projected: {sources: [{podCertificate: {signerName: %s, keyType: ED25519, keyPath: k,"
            + " maxExpirationSeconds: 86401}}]}";
    assertThat(causes(certificate.formatted("example.com/x"))).isEmpty();
    assertThat(causes(certificate.formatted("kubernetes.io/x")))
        .containsExactly(
            "Invalid spec.volumes[0].projected.sources[0].podCertificate.maxExpirationSeconds");
  }

  @Test
  void theClaimOfAnEphemeralVolumeIsAskedForStorage() {
    assertThat(causes("ephemeral: {volumeClaimTemplate: {spec: {}}}"))
        .containsExactly(
            "Required spec.volumes[0].ephemeral.volumeClaimTemplate.spec.accessModes",
            "Required spec.volumes[0].ephemeral.volumeClaimTemplate.spec.resources[storage]");
  }

  @Test
  void aPodDoesNotMountTheClaimThatItMakes() {
    assertThat(Judged.causes("""
                volumes:
                  - name: own
                    ephemeral:
                      volumeClaimTemplate:
                        spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                  - {name: same, persistentVolumeClaim: {claimName: web-own}}
                """))
        .containsExactly("Invalid spec.volumes[1].persistentVolumeClaim.claimName");
  }

  @Test
  void aFaultySelectorMakesItsVolumeUnusable() {
    assertThat(Judged.causes("""
                volumes:
                  - name: v
                    projected:
                      sources:
                        - clusterTrustBundle: {signerName: a.b/c, path: p, labelSelector: {matchLabels: {a: 'b c'}}}
                containers: [{name: main, image: i, volumeMounts: [{name: v, mountPath: /v}]}]
                """))
        .containsExactly(
            "Invalid spec.volumes[0].projected.sources[0].clusterTrustBundle.labelSelector.matchLabels",
            "NotFound spec.containers[0].volumeMounts[0].name");
  }
}
