package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.node.Behaviour;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatefulSetTest {

  private static final ObjectKey DB = new ObjectKey(Kinds.STATEFUL_SET, "default", "db");

  private final Cluster cluster =
      Cluster.start(ClusterSettings.QUICK, new Seed(1)).withNodes("n", 3, NodeShape.USUAL);

  private static Resource db(int replicas) {
    return Objects.workload("apps/v1", "StatefulSet", "db", replicas, "db:1")
        .with("spec.serviceName", Scalar.of("db"));
  }

  /** Each pod has a claim, and there are volumes for these. */
  private Resource withClaims(Resource set) {
    for (int i = 0; i < 3; i++) {
      cluster
          .api()
          .create(new Resource(Mapping.of(
              "apiVersion", Scalar.of("v1"),
              "kind", Scalar.of("PersistentVolume"),
              "metadata", Mapping.of("name", Scalar.of("volume-" + i)),
              "spec",
                  Mapping.of(
                      "capacity", Mapping.of("storage", Scalar.of("1Gi")),
                      "accessModes", Sequence.ofStrings(List.of("ReadWriteOnce")),
                      "hostPath", Mapping.of("path", Scalar.of("/data"))))));
    }
    return set.with(
        "spec.volumeClaimTemplates",
        Sequence.of(List.of(Mapping.of(
            "metadata", Mapping.of("name", Scalar.of("data")),
            "spec",
                Mapping.of(
                    "accessModes", Sequence.ofStrings(List.of("ReadWriteOnce")),
                    "resources",
                        Mapping.of("requests", Mapping.of("storage", Scalar.of("1Gi"))))))));
  }

  private void given(Resource set) {
    assertThat(cluster.api().create(set).accepted()).isTrue();
    cluster.settle();
  }

  private void setImage(String image) {
    cluster
        .api()
        .patch(
            DB,
            Mapping.of(
                "spec",
                Mapping.of(
                    "template",
                    Mapping.of(
                        "spec",
                        Mapping.of(
                            "containers",
                            Sequence.of(List.of(Mapping.of(
                                "name", Scalar.of("main"), "image", Scalar.of(image)))))))));
    cluster.settle();
  }

  private List<Pod> pods() {
    return cluster.view().list(Kinds.POD).stream().map(Pod::new).toList();
  }

  private List<String> names() {
    return pods().stream().map(Pod::name).sorted().toList();
  }

  private Node status() {
    return cluster.view().get(DB).orElseThrow().at("status");
  }

  private List<Long> revisions() {
    return cluster.view().list(Kinds.CONTROLLER_REVISION).stream()
        .map(revision -> revision.at("revision").longOr(0))
        .sorted()
        .toList();
  }

  @Test
  void eachPodHasANameAHostNameAndItsNumber() {
    given(db(2));

    assertThat(names()).containsExactly("db-0", "db-1");
    Resource first = pods().get(0).resource();
    assertThat(first.at("spec", "hostname").text()).isEqualTo("db-0");
    assertThat(first.at("spec", "subdomain").text()).isEqualTo("db");
    assertThat(first.labels())
        .containsEntry("statefulset.kubernetes.io/pod-name", "db-0")
        .containsEntry("apps.kubernetes.io/pod-index", "0");
  }

  @Test
  void aRolloutEndsWithOneRevisionForAllAndGoingBackNumbersTheOldOneAnew() {
    given(db(3));
    setImage("db:2");
    assertThat(status().get("currentRevision")).isEqualTo(status().get("updateRevision"));
    assertThat(revisions()).containsExactly(1L, 2L);

    setImage("db:1");

    assertThat(revisions()).containsExactly(2L, 3L);
    assertThat(status().get("updatedReplicas").longOr(0)).isEqualTo(3);
  }

  @Test
  void noMoreFormerRevisionsAreKeptThanItsLimitSays() {
    given(db(1).with("spec.revisionHistoryLimit", Scalar.of(1)));

    List.of("db:2", "db:3", "db:4").forEach(this::setImage);

    assertThat(revisions()).containsExactly(3L, 4L);
  }

  @Test
  void aLabelThatNamesAPodIsPutBack() {
    given(db(1));

    cluster
        .api()
        .update(pods()
            .get(0)
            .resource()
            .without("metadata", "labels", "statefulset.kubernetes.io/pod-name"));
    cluster.settle();

    assertThat(pods().get(0).labels()).containsEntry("statefulset.kubernetes.io/pod-name", "db-0");
  }

  @Test
  void aRelabelledPodIsReleasedAndItsNameIsTakenUntilItGoes() {
    given(db(2));

    cluster
        .api()
        .update(pods().get(1).resource().withAt(Scalar.of("debug"), "metadata", "labels", "app"));
    cluster.settle();
    assertThat(names()).containsExactly("db-0", "db-1");
    assertThat(status().get("replicas").longOr(0)).isEqualTo(1);

    cluster.api().delete(pods().get(1).resource());
    cluster.advance(Duration.ofMinutes(1));

    assertThat(status().get("readyReplicas").longOr(0)).isEqualTo(2);
  }

  @Test
  void claimsOutliveTheirPodsAndTheirSet() {
    given(withClaims(db(2)));
    cluster.api().scale(DB, 1);
    cluster.settle();
    cluster.api().delete(cluster.view().get(DB).orElseThrow());
    cluster.settle();

    assertThat(pods()).isEmpty();
    assertThat(cluster.view().list(Kinds.PERSISTENT_VOLUME_CLAIM))
        .extracting(Resource::name)
        .containsExactly("data-db-0", "data-db-1");
  }

  @Test
  void claimsGoWithTheirPodsAndTheirSetWhereThePolicySaysSo() {
    given(withClaims(db(3))
        .with("spec.podManagementPolicy", Scalar.of("Parallel"))
        .with("spec.persistentVolumeClaimRetentionPolicy.whenScaled", Scalar.of("Delete"))
        .with("spec.persistentVolumeClaimRetentionPolicy.whenDeleted", Scalar.of("Delete")));
    cluster.api().scale(DB, 1);
    cluster.settle();
    assertThat(cluster.view().list(Kinds.PERSISTENT_VOLUME_CLAIM))
        .extracting(Resource::name)
        .containsExactly("data-db-0");

    cluster.api().delete(cluster.view().get(DB).orElseThrow());
    cluster.settle();

    assertThat(cluster.view().list(Kinds.PERSISTENT_VOLUME_CLAIM)).isEmpty();
  }

  /** A settled set stays as it is: nobody writes, nobody waits busily. */
  @ParameterizedTest
  @ValueSource(strings = {"OrderedReady", "Parallel"})
  void aSettledSetStaysSettled(String policy) {
    given(withClaims(db(3)).with("spec.podManagementPolicy", Scalar.of(policy)));
    long[] commits = {0};
    cluster.onCommit(change -> commits[0]++);
    long before = cluster.happened();

    cluster.advance(Duration.ofHours(1));

    assertThat(commits[0]).isZero();
    assertThat(cluster.happened() - before).isLessThan(20);
  }

  @Test
  void aStuckRolloutNeedsAHand() {
    Cluster broken = Cluster.start(
            ClusterSettings.QUICK.playing(Map.of("db:bad", Behaviour.NORMAL.notPullable())),
            Seed.NONE)
        .withNodes("n", 3, NodeShape.USUAL);
    broken.api().create(db(2));
    broken.settle();
    Resource set = broken.view().get(DB).orElseThrow();
    Node bad =
        Sequence.of(List.of(Mapping.of("name", Scalar.of("main"), "image", Scalar.of("db:bad"))));
    broken.api().update(set.with("spec.template.spec.containers", bad));
    broken.settle();
    broken
        .api()
        .update(broken
            .view()
            .get(DB)
            .orElseThrow()
            .with(
                "spec.template.spec.containers", set.at("spec", "template", "spec", "containers")));
    broken.settle();
    assertThat(broken.view().get(DB).orElseThrow().at("status", "readyReplicas").longOr(0))
        .isEqualTo(1);

    broken.api().delete(broken.view().get(Kinds.POD, "default", "db-1").orElseThrow());
    broken.settle();

    assertThat(broken.view().get(DB).orElseThrow().at("status", "readyReplicas").longOr(0))
        .isEqualTo(2);
  }

  private List<String> images() {
    return pods().stream()
        .sorted(Comparator.comparing(Pod::name))
        .map(pod -> pod.resource().at("spec", "containers").get(0).get("image").text())
        .toList();
  }

  @Test
  void podsOfTwoFormerRevisionsAreBothUpdatedFromThePartitionOn() {
    given(db(4).with("spec.updateStrategy.rollingUpdate.partition", Scalar.of(2)));
    setImage("db:2");
    assertThat(images()).containsExactly("db:1", "db:1", "db:2", "db:2");

    setImage("db:3");

    assertThat(images()).containsExactly("db:1", "db:1", "db:3", "db:3");
  }

  @Test
  void aSetThatIsUpdatedByHandIsDoneWhenAllItsPodsAreNew() {
    given(db(2).with("spec.updateStrategy.type", Scalar.of("OnDelete")));
    setImage("db:2");
    assertThat(status().get("currentRevision")).isNotEqualTo(status().get("updateRevision"));

    pods().forEach(pod -> cluster.api().delete(pod.resource()));
    cluster.settle();

    assertThat(images()).containsExactly("db:2", "db:2");
    assertThat(status().get("currentRevision")).isEqualTo(status().get("updateRevision"));
    assertThat(status().get("currentReplicas").longOr(0)).isEqualTo(2);
  }
}
