package dev.seaworthy.simulate.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.simulate.outcome.Outcome;
import org.junit.jupiter.api.Test;

/** A default class that is only assumed takes no volume of the input away from its claim. */
class AssumedClassTest {

  private static final String STATIC = """
      apiVersion: v1
      kind: PersistentVolume
      metadata: {name: models}
      spec:
        capacity: {storage: 1Gi}
        accessModes: [ReadOnlyMany]
        hostPath: {path: /mnt/models}
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: models}
      spec:
        accessModes: [ReadOnlyMany]
        resources: {requests: {storage: 1Gi}}
        volumeName: models
      """;

  private static final String OTHER = """
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: cache}
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
      """;

  private static String podWith(String claim) {
    return """
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: CLAIM-user}
        spec:
          containers: [{name: main, image: 'web:1', volumeMounts: [{name: d, mountPath: /d}]}]
          volumes: [{name: d, persistentVolumeClaim: {claimName: CLAIM}}]
        """.replace("CLAIM", claim);
  }

  private static void assertAllWell(String manifests) {
    Outcome outcome = DryRuns.of(manifests);

    assertThat(outcome.isFine()).as(outcome.conclusion().toString()).isTrue();
    assertThat(outcome.assumptions()).contains("StorageClass default exists");
    assertThat(outcome.pods()).hasSize(2).allMatch(pod -> pod.ready());
  }

  @Test
  void aClaimThatNamesItsVolumeGetsIt() {
    assertAllWell(STATIC + OTHER + podWith("models") + podWith("cache"));
  }

  @Test
  void howAClaimEscapesADefaultClassOfTheInputIsSaid() {
    Outcome outcome = DryRuns.of("""
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: fast, annotations: {storageclass.kubernetes.io/is-default-class: "true"}}
        provisioner: disk.example.com
        ---
        """ + STATIC);

    assertThat(outcome.problems())
        .filteredOn(problem -> problem.message().endsWith("storageClassName does not match"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.remedy())
            .contains(
                "it names no class and got the default one, fast: storageClassName: \"\" asks for"
                    + " a volume without a class"));
  }

  @Test
  void aClaimThatOneOfThemFitsGetsIt() {
    String unnamed = STATIC.replace("  volumeName: models\n", "");

    assertAllWell(unnamed + OTHER + podWith("models") + podWith("cache"));
  }
}
