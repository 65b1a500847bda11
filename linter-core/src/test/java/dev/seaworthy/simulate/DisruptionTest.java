package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DisruptionTest {

  private final Cluster cluster =
      Cluster.start(ClusterSettings.QUICK, new Seed(1)).withNodes("n", 3, NodeShape.USUAL);

  @BeforeEach
  void givenADeployment() {
    cluster.api().create(Objects.deployment("web", 4));
  }

  private void given(String name, String field, Scalar value) {
    cluster
        .api()
        .create(Objects.object("policy/v1", "PodDisruptionBudget", name)
            .with("spec.selector.matchLabels", Mapping.of("app", Scalar.of("web")))
            .with("spec." + field, value));
    cluster.settle();
  }

  private Node status() {
    return cluster
        .view()
        .get(Kinds.POD_DISRUPTION_BUDGET, "default", "web")
        .orElseThrow()
        .at("status");
  }

  private List<Resource> pods() {
    return List.copyOf(cluster.view().list(Kinds.POD));
  }

  private Answer evict(Resource pod) {
    return cluster.api().evict(pod, Optional.empty());
  }

  @Test
  void aShareIsOfWhatTheDeploymentWants() {
    given("web", "minAvailable", Scalar.of("50%"));

    assertThat(status().get("expectedPods").longOr(0)).isEqualTo(4);
    assertThat(status().get("desiredHealthy").longOr(0)).isEqualTo(2);
    assertThat(status().get("disruptionsAllowed").longOr(0)).isEqualTo(2);
  }

  @Test
  void anEvictionTakesADisruptionUntilThePodIsReplaced() {
    given("web", "maxUnavailable", Scalar.of(1));

    assertThat(evict(pods().get(0)).accepted()).isTrue();
    Answer second = evict(pods().get(1));
    cluster.settle();
    Answer third = evict(pods().get(2));

    assertThat(second.code()).isEqualTo(429);
    assertThat(second.isTryLater()).isTrue();
    assertThat(third.accepted()).isTrue();
  }

  @Test
  void anEvictedPodSaysWhyItGoes() {
    given("web", "minAvailable", Scalar.of(1));

    evict(pods().get(0));

    assertThat(
            Conditions.of(pods().get(0)).get("DisruptionTarget").get("reason").text())
        .isEqualTo("EvictionByEvictionAPI");
  }

  @Test
  void aPodUnderTwoBudgetsCanNotBeEvicted() {
    given("web", "minAvailable", Scalar.of(1));
    given("other", "minAvailable", Scalar.of(1));

    assertThat(evict(pods().get(0)).code()).isEqualTo(500);
  }

  @Test
  void nothingMayGoWhereAControllerHasNoScale() {
    cluster
        .api()
        .create(Objects.job("web", "job:run")
            .with("spec.template.metadata.labels", Mapping.of("app", Scalar.of("web"))));
    given("web", "maxUnavailable", Scalar.of(1));

    assertThat(status().get("disruptionsAllowed").longOr(0)).isZero();
    assertThat(status().get("conditions").get(0).get("reason").text()).isEqualTo("SyncFailed");
  }

  @Test
  void aPodThatIsLetGoAndNeverDeletedCountsAgainAfterTwoMinutes() {
    given("web", "minAvailable", Scalar.of(3));
    Resource budget =
        cluster.view().get(Kinds.POD_DISRUPTION_BUDGET, "default", "web").orElseThrow();
    cluster
        .api()
        .updateStatus(budget.withAt(
            Scalar.of("2026-01-01T00:00:05Z"),
            "status",
            "disruptedPods",
            pods().get(0).name()));

    cluster.settle();
    assertThat(status().get("currentHealthy").longOr(0)).isEqualTo(3);
    cluster.advance(Duration.ofSeconds(125));

    assertThat(status().get("currentHealthy").longOr(0)).isEqualTo(4);
    assertThat(status().get("disruptedPods").size()).isZero();
  }

  @Test
  void aBudgetThatComesWithItsPodsHasNotHeardOfThemAtFirst() {
    cluster.api().create(Objects.replicaSet("set", 2));
    cluster
        .api()
        .create(Objects.object("policy/v1", "PodDisruptionBudget", "set")
            .with("spec.selector.matchLabels", Mapping.of("app", Scalar.of("set")))
            .with("spec.minAvailable", Scalar.of(1)));
    cluster.settle();

    assertThat(cluster.events())
        .extracting(event -> event.regarding().name() + " " + event.reason())
        .contains("set NoPods");
  }
}
