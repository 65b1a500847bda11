package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceQuotaTest {

  private final Cluster cluster =
      Cluster.start(ClusterSettings.QUICK, new Seed(1)).withNodes("n", 3, NodeShape.USUAL);

  private void givenQuota(String resource, String hard) {
    cluster
        .api()
        .create(Objects.object("v1", "ResourceQuota", "q")
            .withAt(Scalar.of(hard), "spec", "hard", resource));
    cluster.settle();
  }

  private static Resource asking(Resource workload, String resource, String amount) {
    Mapping container = Mapping.of(
        "name", Scalar.of("main"),
        "image", Scalar.of("web:1"),
        "resources", Mapping.of("requests", Mapping.of(resource, Scalar.of(amount))));
    return workload.with("spec.template.spec.containers", Sequence.of(List.of(container)));
  }

  private Map<String, String> used() {
    return cluster
        .view()
        .get(Kinds.RESOURCE_QUOTA, "default", "q")
        .orElseThrow()
        .strings("status", "used");
  }

  @Test
  void whatIsThereAlreadyIsCounted() {
    cluster.api().create(Objects.replicaSet("web", 3));
    cluster.settle();

    givenQuota("pods", "10");

    assertThat(used()).containsEntry("pods", "3");
  }

  @Test
  void whatIsLetInIsChargedAtOnceSoThatNoMoreGetsInThanThereIsRoomFor() {
    givenQuota("pods", "2");

    cluster.api().create(Objects.replicaSet("web", 5));
    cluster.settle();

    assertThat(cluster.view().list(Kinds.POD)).hasSize(2);
    assertThat(used()).containsEntry("pods", "2");
    Resource set = cluster.view().list(Kinds.REPLICA_SET).get(0);
    assertThat(Conditions.of(set).get("ReplicaFailure").get("message").text())
        .endsWith("exceeded quota: q, requested: pods=1, used: pods=2, limited: pods=2");
  }

  @Test
  void whatGoesIsGivenBack() {
    givenQuota("requests.memory", "1Gi");
    cluster.api().create(asking(Objects.replicaSet("web", 3), "memory", "128Mi"));
    cluster.settle();
    assertThat(used()).containsEntry("requests.memory", "384Mi");

    cluster.api().scale(new ObjectKey(Kinds.REPLICA_SET, "default", "web"), 1);
    cluster.settle();

    assertThat(used()).containsEntry("requests.memory", "128Mi");
  }

  @Test
  void aPodThatHasEndedUsesNothingButItsPlace() {
    givenQuota("count/pods", "10");
    cluster
        .api()
        .patch(
            new ObjectKey(Kinds.RESOURCE_QUOTA, "default", "q"),
            Mapping.of("spec", Mapping.of("hard", Mapping.of("pods", Scalar.of("10")))));

    cluster.api().create(Objects.job("work", "job:done"));
    cluster.settle();

    assertThat(used()).containsEntry("pods", "0").containsEntry("count/pods", "1");
  }

  @Test
  void whoWasRefusedGetsInWhenTheQuotaGrows() {
    givenQuota("pods", "2");
    cluster.api().create(Objects.replicaSet("web", 3));
    cluster.settle();

    cluster
        .api()
        .patch(
            new ObjectKey(Kinds.RESOURCE_QUOTA, "default", "q"),
            Mapping.of("spec", Mapping.of("hard", Mapping.of("pods", Scalar.of("4")))));
    cluster.advance(Duration.ofSeconds(60));

    assertThat(used()).containsEntry("pods", "3");
  }

  @Test
  void aRefusalWritesAmountsAsThePodDoes() {
    givenQuota("requests.memory", "512Mi");

    cluster
        .api()
        .create(Objects.replicaSet("web", 3)
            .with(
                "spec.template.spec.containers",
                Sequence.of(List.of(Mapping.of(
                    "name", Scalar.of("main"),
                    "image", Scalar.of("web:1"),
                    "resources",
                        Mapping.of("requests", Mapping.of("memory", Scalar.of("256Mi"))))))));
    cluster.settle();

    Resource set = cluster.view().list(Kinds.REPLICA_SET).get(0);
    assertThat(Conditions.of(set).get("ReplicaFailure").get("message").text())
        .endsWith("requested: requests.memory=256Mi, used: requests.memory=512Mi,"
            + " limited: requests.memory=512Mi");
  }
}
