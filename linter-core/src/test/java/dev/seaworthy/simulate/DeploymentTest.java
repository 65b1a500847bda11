package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.Event;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentTest {

  private static Cluster givenCluster(long seed) {
    return Cluster.start(ClusterSettings.QUICK, new Seed(seed)).withNodes("n", 3, NodeShape.USUAL);
  }

  private static Resource deployment(Cluster cluster) {
    return cluster.view().list(Kinds.DEPLOYMENT).get(0);
  }

  private static Resource withImage(Resource deployment, String image) {
    return deployment.with(
        "spec.template.spec.containers",
        Sequence.of(List.of(Mapping.of("name", Scalar.of("main"), "image", Scalar.of(image)))));
  }

  @Test
  void itsPodsRunAndItSaysSo() {
    var cluster = givenCluster(1);
    cluster.api().create(Objects.deployment("web", 3));

    cluster.settle();

    assertThat(cluster.view().list(Kinds.POD)).hasSize(3);
    assertThat(
            Conditions.of(deployment(cluster)).get("Progressing").get("reason").text())
        .isEqualTo("NewReplicaSetAvailable");
    assertThat(deployment(cluster).at("status", "availableReplicas").longOr(0)).isEqualTo(3);
    assertThat(deployment(cluster).annotations())
        .containsEntry("deployment.kubernetes.io/revision", "1");
  }

  @Test
  void aNewImageReplacesAllPods() {
    var cluster = givenCluster(1);
    cluster.api().create(Objects.deployment("web", 4));
    cluster.settle();

    cluster.api().update(withImage(deployment(cluster), "web:2"));
    cluster.settle();

    assertThat(cluster.view().list(Kinds.POD))
        .hasSize(4)
        .allSatisfy(pod ->
            assertThat(pod.at("spec", "containers").get(0).get("image").text()).isEqualTo("web:2"));
    assertThat(cluster.view().list(Kinds.REPLICA_SET)).hasSize(2);
    assertThat(
            Conditions.of(deployment(cluster)).get("Progressing").get("reason").text())
        .isEqualTo("NewReplicaSetAvailable");
  }

  @Test
  void aBadImageKeepsTheOldPods() {
    var cluster = givenCluster(1);
    cluster.api().create(Objects.deployment("web", 4));
    cluster.settle();

    cluster.api().update(withImage(deployment(cluster), "web:bad"));
    cluster.settle();

    assertThat(cluster.view().list(Kinds.POD).stream().filter(p -> new Pod(p).isReady()))
        .hasSize(3);
    assertThat(cluster.view().list(Kinds.POD)).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noRolloutFallsBelowItsFloor(long seed) {
    var cluster = givenCluster(seed);
    cluster.api().create(Objects.deployment("web", 10));
    cluster.settle();
    long[] least = {10};
    cluster.onCommit(change -> {
      if (change.key().kind().equals(Kinds.REPLICA_SET)) {
        long available = cluster.view().list(Kinds.REPLICA_SET).stream()
            .mapToLong(set -> set.at("status", "availableReplicas").longOr(0))
            .sum();
        least[0] = Math.min(least[0], available);
      }
    });

    cluster.api().update(withImage(deployment(cluster), "web:2"));
    cluster.settle();

    assertThat(least[0]).as("seed %d", seed).isGreaterThanOrEqualTo(8);
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    assertThat(run(7)).isEqualTo(run(7)).isNotEqualTo(run(8));
  }

  private static List<Event> run(long seed) {
    var cluster = givenCluster(seed);
    cluster.api().create(Objects.deployment("web", 5));
    cluster.settle();
    cluster.api().update(withImage(deployment(cluster), "web:2"));
    cluster.settle();
    return cluster.events();
  }

  @Test
  void anAnnotationPutOnAndTakenOffTheTemplateLeadsBackToTheFirstReplicaSet() {
    var cluster = givenCluster(1);
    cluster.api().create(Objects.deployment("web", 2));
    cluster.settle();

    annotateTemplate(cluster, Scalar.of("new"));
    annotateTemplate(cluster, new Scalar(Scalar.Kind.NULL, "null", Span.NONE));

    assertThat(cluster.view().list(Kinds.REPLICA_SET))
        .extracting(set -> set.at("spec", "replicas").longOr(0))
        .containsExactly(2L, 0L);
    assertThat(deployment(cluster).annotations())
        .containsEntry("deployment.kubernetes.io/revision", "3");
  }

  private static void annotateTemplate(Cluster cluster, Scalar value) {
    Mapping annotations = Mapping.of("annotations", Mapping.of("example.com/note", value));
    cluster
        .api()
        .patch(
            ObjectKey.of(deployment(cluster)),
            Mapping.of("spec", Mapping.of("template", Mapping.of("metadata", annotations))));
    cluster.settle();
  }

  @Test
  void aReplicaSetThatSomebodyScalesActsOnItBeforeItIsTakenBack() {
    var cluster = givenCluster(0);
    cluster.api().create(Objects.deployment("web", 3));
    cluster.settle();

    cluster.api().scale(ObjectKey.of(cluster.view().list(Kinds.REPLICA_SET).get(0)), 5);
    cluster.settle();

    assertThat(cluster.view().list(Kinds.POD)).hasSize(3);
    assertThat(cluster.events())
        .extracting(Event::reason)
        .filteredOn("SuccessfulCreate"::equals)
        .hasSize(5);
  }
}
