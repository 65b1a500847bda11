package dev.seaworthy.simulate.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Resource;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is taken to be there beside an input, and what is taken to be missing. */
class SurroundingsTest {

  private static final String POD = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec:
        serviceAccountName: web
        containers:
        - name: web
          image: web
          envFrom: [{configMapRef: {name: settings}}, {configMapRef: {name: extra, optional: true}}]
          env: [{name: A, valueFrom: {secretKeyRef: {name: db, key: password}}}]
      """;

  @Test
  void whatIsNamedAndNotGivenIsAssumedAndListed() {
    assertThat(assumed(POD, Assume.EXISTING))
        .containsExactlyInAnyOrder(
            "Namespace shop exists",
            "ConfigMap settings in shop exists",
            "Secret db in shop exists",
            "ServiceAccount web in shop exists");
  }

  @Test
  void itHasTheKeysThatAreAskedOfIt() {
    assertThat(Surroundings.of(read(POD), "default", Assume.EXISTING).objects())
        .filteredOn(object -> object.kind().equals("Secret"))
        .singleElement()
        .satisfies(
            secret -> assertThat(secret.at("data", "password").isPresent()).isTrue());
  }

  @Test
  void nothingIsAssumedWhereTheInputIsAllThatThereIs() {
    assertThat(assumed(POD, Assume.NOTHING)).isEmpty();
  }

  @Test
  void othersOfItsKindSayNothing() {
    assertThat(assumed(
            POD
                + "---\n"
                + "{apiVersion: v1, kind: ConfigMap, metadata: {name: other, namespace: shop}}\n",
            Assume.EXISTING))
        .contains("ConfigMap settings in shop exists", "Secret db in shop exists");
  }

  @Test
  void oneOfNearlyTheSameNameSpeaksAgainstIt() {
    assertThat(assumed(
            POD
                + "---\n"
                + "{apiVersion: v1, kind: ConfigMap, metadata: {name: setings, namespace: shop}}\n",
            Assume.EXISTING))
        .doesNotContain("ConfigMap settings in shop exists")
        .contains("Secret db in shop exists");
  }

  @Test
  void whatAServerRefusesIsNotThere() {
    String refused =
        "{apiVersion: v1, kind: Secret, metadata: {name: db, namespace: shop}, type: []}";

    assertThat(Surroundings.of(read(POD), read(refused), "default", Assume.EXISTING)
            .assumptions())
        .extracting(Assumption::text)
        .contains("ConfigMap settings in shop exists")
        .doesNotContain("Secret db in shop exists");
  }

  @Test
  void oneOfTheSameNameElsewhereSpeaksAgainstIt() {
    assertThat(assumed(
            POD + "---\n{apiVersion: v1, kind: Secret, metadata: {name: db, namespace: office}}\n",
            Assume.EXISTING))
        .doesNotContain("Secret db in shop exists");
  }

  @Test
  void unlessItLiesInAnotherFolder() {
    String namesake = "{apiVersion: v1, kind: Secret, metadata: {name: db, namespace: office}}";

    assertThat(assumed("apps/shop", "apps/office", namesake)).contains("Secret db in shop exists");
    assertThat(assumed("apps/shop", "apps", namesake)).doesNotContain("Secret db in shop exists");
  }

  private static List<String> assumed(String folder, String other, String namesake) {
    List<InputObject> objects = new ArrayList<>(read(folder + "/pod.yaml", POD));
    objects.addAll(read(other + "/namesake.yaml", namesake));
    return Surroundings.of(objects, "default", Assume.EXISTING).assumptions().stream()
        .map(Assumption::text)
        .toList();
  }

  @Test
  void aNamespaceThatIsNearlyOneOfTheInputIsASlip() {
    assertThat(assumed(
            POD + "---\n{apiVersion: v1, kind: Namespace, metadata: {name: shops}}\n",
            Assume.EXISTING))
        .doesNotContain("Namespace shop exists");
  }

  @Test
  void whatAnOperatorMakesIsThereAndListed() {
    String made = POD + """
        ---
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: db, namespace: shop}
        spec: {}
        """;

    assertThat(assumed(made, Assume.NOTHING))
        .containsExactly("ExternalSecret db makes Secret db in shop");
    assertThat(Surroundings.of(read(made), "default", Assume.NOTHING).objects())
        .extracting(Resource::toString)
        .containsExactly("Secret shop/db");
  }

  @Test
  void soIsWhatAnOperatorMakesOfAnObjectThatNobodyApplies() {
    String others = POD + """
        ---
        {apiVersion: v1, kind: Secret, metadata: {name: other, namespace: shop}}
        """;
    String certificate = """
        apiVersion: cert-manager.io/v1
        kind: Certificate
        metadata: {name: web, namespace: shop}
        spec: {secretName: db}
        """;

    assertThat(Surroundings.of(read(others), read(certificate), "default", Assume.EXISTING)
            .assumptions())
        .extracting(Assumption::text)
        .contains("Certificate web makes Secret db in shop");
  }

  @Test
  void onlyWhatKubeletsLookForIsAssumedInAStory() {
    List<Assumption> assumptions =
        Surroundings.ofStory(read(POD), "story", Assume.EXISTING).assumptions();

    assertThat(assumptions)
        .extracting(Assumption::text)
        .containsExactlyInAnyOrder("ConfigMap settings in shop exists", "Secret db in shop exists");
  }

  @Test
  void aClaimThatNobodyGivesIsThereWithItsVolume() {
    String user = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: default}
        spec:
          volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
          containers: [{name: web, image: web}]
        """;

    assertThat(assumed(user, Assume.EXISTING))
        .contains("PersistentVolumeClaim data in default exists");
    assertThat(Surroundings.of(read(user), "default", Assume.EXISTING).objects())
        .extracting(Resource::kind)
        .contains("PersistentVolumeClaim", "PersistentVolume");
  }

  @Test
  void aClaimThatNamesNoClassIsTakenToGetADefaultOne() {
    String claim = """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
        """;
    String givenDefault = """
        ---
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: fast, annotations: {storageclass.kubernetes.io/is-default-class: "true"}}
        provisioner: disk.example.com
        """;

    assertThat(assumed(claim, Assume.EXISTING)).containsExactly("StorageClass default exists");
    assertThat(assumed(claim + givenDefault, Assume.EXISTING)).isEmpty();
    assertThat(assumed(claim, Assume.NOTHING)).isEmpty();
  }

  private static List<String> assumed(String manifests, Assume assume) {
    return Surroundings.of(read(manifests), "default", assume).assumptions().stream()
        .map(Assumption::text)
        .toList();
  }

  private static List<InputObject> read(String manifests) {
    return read("test.yaml", manifests);
  }

  private static List<InputObject> read(String file, String manifests) {
    return new ManifestReader()
        .read(file, manifests.getBytes(StandardCharsets.UTF_8)).documents().stream()
            .map(document ->
                new InputObject(document.file(), new Resource((Mapping) document.root())))
            .toList();
  }
}
