package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.Event;
import dev.seaworthy.simulate.store.Kinds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Claims, volumes and classes, and what they mean for where pods can be. */
class VolumesTest {

  private static final String CLAIM = """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data, namespace: default}
      spec:
        accessModes: [ACCESS]
        storageClassName: CLASS
        resources: {requests: {storage: 2Gi}}
      """;

  private static final String VOLUME = """
      apiVersion: v1
      kind: PersistentVolume
      metadata: {name: NAME}
      spec:
        capacity: {storage: SIZE}
        accessModes: [ReadWriteOnce]
        storageClassName: CLASS
        local: {path: /data}
        nodeAffinity:
          required:
            nodeSelectorTerms:
            - matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [NODE]}]
      """;

  private static final String CLASS = """
      apiVersion: storage.k8s.io/v1
      kind: StorageClass
      metadata: {name: CLASS}
      provisioner: PROVISIONER
      volumeBindingMode: MODE
      """;

  private static final String POD = """
      apiVersion: v1
      kind: Pod
      metadata: {name: NAME, namespace: default}
      spec:
        volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
        containers: [{name: main, image: web:1}]
      """;

  private Cluster cluster = cluster(ClusterSettings.REAL);

  private static Cluster cluster(ClusterSettings settings) {
    return Cluster.start(settings, new Seed(1)).withNodes("n", 3, NodeShape.USUAL);
  }

  VolumesTest() {
    given("{apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: default}}");
  }

  private void given(String manifest) {
    Resource object = new Resource((Mapping) new ManifestReader()
        .read("test.yaml", manifest.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root());
    assertThat(cluster.api().create(object).accepted()).as(manifest).isTrue();
  }

  private void givenClaim(String storageClass, String access) {
    given(CLAIM.replace("CLASS", storageClass).replace("ACCESS", access));
  }

  private void givenVolume(String name, String storageClass, String size, String node) {
    given(VOLUME
        .replace("NAME", name)
        .replace("CLASS", storageClass)
        .replace("SIZE", size)
        .replace("NODE", node));
  }

  private void givenClass(String name, String provisioner, String mode) {
    given(CLASS.replace("CLASS", name).replace("PROVISIONER", provisioner).replace("MODE", mode));
  }

  private void givenPod(String name) {
    given(POD.replace("NAME", name));
  }

  private Resource get(GroupKind kind, String name) {
    return cluster.view().get(kind, "default", name).orElseThrow();
  }

  private Resource claim() {
    return get(Kinds.PERSISTENT_VOLUME_CLAIM, "data");
  }

  private String phaseOf(String volume) {
    return cluster
        .view()
        .get(Kinds.PERSISTENT_VOLUME, "", volume)
        .orElseThrow()
        .at("status", "phase")
        .text();
  }

  private Pod pod(String name) {
    return new Pod(get(Kinds.POD, name));
  }

  private String whyPending(String pod) {
    return Conditions.of(pod(pod).resource()).get("PodScheduled").get("message").text();
  }

  /** Asks for a volume by name of which one line is other than the claim has it. */
  private String objectionTo(String line, String other) {
    given("""
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: wanted}
        spec:
          capacity: {storage: 2Gi}
          accessModes: [ReadWriteOnce]
          storageClassName: manual
          volumeMode: Filesystem
          nfs: {server: 10.0.0.1, path: /data}
        """.replace(line, other));
    given(CLAIM.replace("CLASS", "manual").replace("ACCESS", "ReadWriteOnce")
        + "  volumeName: wanted\n");
    cluster.settle();
    assertThat(claim().at("status", "phase").text()).isEqualTo("Pending");
    return cluster.events().stream()
        .filter(event -> event.reason().equals("VolumeMismatch"))
        .map(Event::message)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aVolumeThatIsAskedForByNameMustOfferTheAccess() {
    assertThat(objectionTo("[ReadWriteOnce]", "[ReadWriteMany]"))
        .isEqualTo("Cannot bind to requested volume \"wanted\": incompatible accessMode");
  }

  @Test
  void aVolumeThatIsAskedForByNameMustBeOfTheMode() {
    assertThat(objectionTo("Filesystem", "Block")).endsWith(": incompatible volumeMode");
  }

  @Test
  void aVolumeThatIsAskedForByNameMustBeLargeEnough() {
    assertThat(objectionTo("2Gi", "1Gi")).endsWith(": requested PV is too small");
  }

  @Test
  void aVolumeThatIsAskedForByNameMustBeOfTheClass() {
    assertThat(objectionTo("storageClassName: manual", "storageClassName: fast"))
        .endsWith(": storageClassName does not match");
  }

  @Test
  void aClaimThatWasThereBeforeTheDefaultClassGetsItWhereNoVolumeFits() {
    given(CLAIM.replace("  storageClassName: CLASS\n", "").replace("ACCESS", "ReadWriteOnce"));
    cluster.settle();
    assertThat(claim().at("spec", "storageClassName").isAbsent()).isTrue();

    given(CLASS
        .replace("CLASS", "standard")
        .replace("PROVISIONER", "disk.example.com")
        .replace("MODE", "Immediate")
        .replace(
            "{name: standard}",
            "{name: standard, annotations: {storageclass.kubernetes.io/is-default-class:"
                + " 'true'}}"));
    cluster.advance(Duration.ofSeconds(30));

    assertThat(claim().at("spec", "storageClassName").text()).isEqualTo("standard");
    assertThat(claim().at("status", "phase").text()).isEqualTo("Bound");
  }

  @Test
  void aClaimGetsTheSmallestVolumeThatIsLargeEnough() {
    givenVolume("small", "manual", "1Gi", "n1");
    givenVolume("large", "manual", "9Gi", "n1");
    givenVolume("right", "manual", "2Gi", "n2");
    givenVolume("other", "fast", "2Gi", "n1");

    givenClaim("manual", "ReadWriteOnce");
    cluster.settle();

    assertThat(claim().at("spec", "volumeName").text()).isEqualTo("right");
    assertThat(claim().at("status", "phase").text()).isEqualTo("Bound");
    assertThat(phaseOf("right")).isEqualTo("Bound");
    assertThat(phaseOf("large")).isEqualTo("Available");
  }

  @Test
  void aPodWaitsForAClaimThatWaitsForAVolumeAndGoesWhereThatIs() {
    givenClaim("manual", "ReadWriteOnce");
    givenPod("web");
    cluster.settle();
    assertThat(whyPending("web"))
        .isEqualTo("0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims."
            + " not found");

    givenVolume("late", "manual", "2Gi", "n3");
    cluster.settle(Duration.ofSeconds(20));

    assertThat(pod("web").nodeName()).contains("n3");
    assertThat(pod("web").isReady()).isTrue();
  }

  @Test
  void aClaimThatIsNotThereKeepsAPodFromItsNode() {
    givenPod("web");
    cluster.settle();
    assertThat(whyPending("web")).contains("persistentvolumeclaim \"data\" not found");

    givenClass("disk", "disk.example.com", "Immediate");
    givenClaim("disk", "ReadWriteOnce");
    cluster.settle(Duration.ofSeconds(20));

    assertThat(pod("web").isReady()).isTrue();
  }

  @Test
  void whereTheClassWaitsForAConsumerTheNodeIsChosenFirst() {
    givenClass("local", "kubernetes.io/no-provisioner", "WaitForFirstConsumer");
    givenVolume("there", "local", "2Gi", "n2");
    givenClaim("local", "ReadWriteOnce");
    cluster.settle();
    assertThat(claim().at("status", "phase").text()).isEqualTo("Pending");

    givenPod("web");
    cluster.settle();

    assertThat(pod("web").nodeName()).contains("n2");
    assertThat(phaseOf("there")).isEqualTo("Bound");
  }

  @Test
  void withoutAVolumeThatANodeReachesAndWithoutAProvisionerThereIsNoNode() {
    givenClass("local", "kubernetes.io/no-provisioner", "WaitForFirstConsumer");
    givenClaim("local", "ReadWriteOnce");
    givenPod("web");
    cluster.settle();

    assertThat(whyPending("web"))
        .startsWith(
            "0/3 nodes are available: 3 node(s) didn't find available persistent volumes to bind.");
  }

  @Test
  void aVolumeIsMadeForThePodsNodeAndGoesWithItsClaim() {
    givenClass("disk", "disk.example.com", "WaitForFirstConsumer");
    givenClaim("disk", "ReadWriteOnce");
    givenPod("web");
    cluster.settle();

    assertThat(pod("web").isReady()).isTrue();
    assertThat(claim().annotations())
        .containsEntry(
            "volume.kubernetes.io/selected-node", pod("web").nodeName().orElseThrow());
    assertThat(cluster.view().list(Kinds.PERSISTENT_VOLUME)).hasSize(1);

    cluster.api().delete(pod("web").resource());
    cluster.settle(Duration.ofSeconds(40));
    cluster.api().delete(claim());
    cluster.settle();
    assertThat(cluster.view().list(Kinds.PERSISTENT_VOLUME)).isEmpty();
  }

  @Test
  void aClaimForOnePodIsNotGivenToASecondOneBeforeTheFirstIsGone() {
    given(VOLUME
        .replace("NAME", "only")
        .replace("CLASS", "manual")
        .replace("SIZE", "2Gi")
        .replace("NODE", "n1")
        .replace("ReadWriteOnce", "ReadWriteOncePod"));
    givenClaim("manual", "ReadWriteOncePod");
    givenPod("first");
    cluster.settle();
    givenPod("second");
    cluster.settle();
    assertThat(whyPending("second")).contains("ReadWriteOncePod access mode already in-use");

    cluster.api().delete(pod("first").resource());
    cluster.settle(Duration.ofSeconds(40));

    assertThat(pod("second").nodeName()).contains("n1");
  }

  @Test
  void aDiskOfOneNodeIsNotMountedOnASecondOne() {
    givenClass("disk", "disk.example.com", "Immediate");
    givenClaim("disk", "ReadWriteOnce");
    cluster.settle();
    given(POD.replace("NAME", "first").replace("spec:", "spec:\n  nodeName: n1"));
    cluster.settle();
    given(POD.replace("NAME", "second").replace("spec:", "spec:\n  nodeName: n2"));
    cluster.settle();

    assertThat(pod("first").isReady()).isTrue();
    assertThat(pod("second").isReady()).isFalse();
    assertThat(cluster.events()).extracting(Event::reason).contains("FailedAttachVolume");

    cluster.api().delete(pod("first").resource());
    cluster.settle(Duration.ofSeconds(40));
    assertThat(pod("second").isReady()).isTrue();
  }

  @Test
  void aVolumeOfAnotherZoneIsOutOfReach() {
    label("n1", "a");
    label("n2", "b");
    label("n3", "b");
    given("""
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: disk, labels: {topology.kubernetes.io/zone: a}}
        spec:
          capacity: {storage: 2Gi}
          accessModes: [ReadWriteOnce]
          storageClassName: manual
          hostPath: {path: /data}
        """);
    givenClaim("manual", "ReadWriteOnce");
    givenPod("web");
    cluster.settle();

    assertThat(pod("web").nodeName()).contains("n1");
  }

  private void label(String node, String zone) {
    cluster
        .api()
        .patch(
            new ObjectKey(Kinds.NODE, "", node),
            Mapping.of(
                "metadata",
                Mapping.of("labels", Mapping.of("topology.kubernetes.io/zone", Scalar.of(zone)))));
  }

  @Test
  void aNodeTakesNoMoreVolumesOfADriverThanItSays() {
    given("""
        apiVersion: storage.k8s.io/v1
        kind: CSINode
        metadata: {name: n1}
        spec: {drivers: [{name: disk.example.com, nodeID: n1, allocatable: {count: 1}}]}
        """);
    givenClass("disk", "disk.example.com", "Immediate");
    for (String name : new String[] {"one", "two"}) {
      given(CLAIM
          .replace("CLASS", "disk")
          .replace("ACCESS", "ReadWriteOnce")
          .replace("name: data", "name: " + name));
      given(POD.replace("NAME", name)
          .replace("claimName: data", "claimName: " + name)
          .replace("spec:", "spec:\n  nodeSelector: {kubernetes.io/hostname: n1}"));
    }
    cluster.settle(Duration.ofSeconds(20));

    assertThat(cluster.view().podsOn("n1")).hasSize(1);
    String waiting = pod("one").nodeName().isEmpty() ? "one" : "two";
    assertThat(whyPending(waiting)).contains("1 node(s) exceed max volume count");
  }

  @Test
  void anEphemeralVolumeHasAClaimThatComesAndGoesWithItsPod() {
    givenClass("disk", "disk.example.com", "WaitForFirstConsumer");
    given("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: default}
        spec:
          volumes:
          - name: scratch
            ephemeral:
              volumeClaimTemplate:
                spec:
                  accessModes: [ReadWriteOnce]
                  storageClassName: disk
                  resources: {requests: {storage: 1Gi}}
          containers: [{name: main, image: web:1}]
        """);
    cluster.settle();
    assertThat(pod("web").isReady()).isTrue();
    assertThat(get(Kinds.PERSISTENT_VOLUME_CLAIM, "web-scratch")
            .at("status", "phase")
            .text())
        .isEqualTo("Bound");

    cluster.api().delete(pod("web").resource());
    cluster.settle(Duration.ofSeconds(40));

    assertThat(cluster.view().list(Kinds.PERSISTENT_VOLUME_CLAIM)).isEmpty();
    assertThat(cluster.view().list(Kinds.PERSISTENT_VOLUME)).isEmpty();
  }

  @Test
  void aClaimThatWaitsForeverCostsNothing() {
    givenClaim("manual", "ReadWriteOnce");
    givenPod("web");
    cluster.settle(Duration.ofMinutes(10));
    long before = cluster.happened();

    cluster.advance(Duration.ofDays(1));

    assertThat(cluster.happened() - before).isLessThan(20);
  }

  @Test
  void aClaimThatWaitsSaysSoWithEachLookUntilNobodyListensAnyMore() {
    givenClaim("manual", "ReadWriteOnce");
    cluster.advance(Duration.ofSeconds(35));
    assertThat(failures()).isBetween(2L, 4L);

    cluster.advance(Duration.ofMinutes(10));

    assertThat(failures()).isEqualTo(25);
  }

  private long failures() {
    return cluster.events().stream()
        .filter(event -> event.reason().equals("ProvisioningFailed"))
        .count();
  }

  @Test
  void aClaimThatWaitsIsLookedAtAsOftenAsTheControlPlaneDoes() {
    assertThat(boundWithin(ClusterSettings.REAL, 14)).isFalse();
    assertThat(boundWithin(ClusterSettings.REAL, 16)).isTrue();
    assertThat(boundWithin(ClusterSettings.REAL.quick(), 4)).isTrue();
  }

  /** Whether a claim that was looked at in vain has a volume so many seconds after there is one. */
  private boolean boundWithin(ClusterSettings settings, int seconds) {
    cluster = cluster(settings);
    givenClaim("manual", "ReadWriteOnce");
    cluster.advance(Duration.ofMillis(500));
    givenVolume("disk", "manual", "5Gi", "n1");
    cluster.advance(Duration.ofSeconds(seconds));
    return claim().at("status", "phase").text().equals("Bound");
  }

  @Test
  void aProvisionerThatIsNoDriverMakesVolumesToo() {
    for (String provisioner :
        List.of("rancher.io/local-path", "kubernetes.io/gce-pd", "a.example.com")) {
      cluster = cluster(ClusterSettings.REAL);
      givenClass("made", provisioner, "Immediate");
      givenClaim("made", "ReadWriteOnce");

      cluster.settle(Duration.ofSeconds(40));

      assertThat(claim().at("status", "phase").text()).as(provisioner).isEqualTo("Bound");
    }
  }
}
