package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.server.Event;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Deployment of two replicas that ask for 200 thousandths each, aimed at 50 %. */
class AutoscalerTest {

  private static final ObjectKey WEB = new ObjectKey(Kinds.DEPLOYMENT, "default", "web");

  private final Cluster cluster =
      Cluster.start(ClusterSettings.REAL, new Seed(1)).withNodes("n", 3, NodeShape.USUAL);

  @BeforeEach
  void given() {
    Mapping container = Mapping.of(
        "name", Scalar.of("main"),
        "image", Scalar.of("web:1"),
        "resources", Mapping.of("requests", Mapping.of("cpu", Scalar.of("200m"))));
    cluster
        .api()
        .create(Objects.deployment("web", 2)
            .with("spec.template.spec.containers", Sequence.of(List.of(container))));
    cluster.api().create(fresh());
    cluster.advance(Duration.ofMinutes(1));
  }

  /** The autoscaler as it is sent. */
  private static Resource fresh() {
    Mapping target =
        Mapping.of("type", Scalar.of("Utilization"), "averageUtilization", Scalar.of(50));
    Mapping metric = Mapping.of(
        "type",
        Scalar.of("Resource"),
        "resource",
        Mapping.of("name", Scalar.of("cpu"), "target", target));
    return Objects.object("autoscaling/v2", "HorizontalPodAutoscaler", "web")
        .with("spec.minReplicas", Scalar.of(2))
        .with("spec.maxReplicas", Scalar.of(10))
        .with("spec.metrics", Sequence.of(List.of(metric)))
        .with("spec.scaleTargetRef", autoscalerTarget());
  }

  private void load(String cpu) {
    cluster.load(WEB, Amounts.of(Mapping.of("cpu", Scalar.of(cpu))));
  }

  private long replicas() {
    return cluster.view().get(WEB).orElseThrow().at("spec", "replicas").longOr(0);
  }

  private Resource autoscaler() {
    return cluster.view().get(Kinds.HORIZONTAL_POD_AUTOSCALER, "default", "web").orElseThrow();
  }

  private String reason(String condition) {
    return Conditions.of(autoscaler()).get(condition).get("reason").text();
  }

  @Test
  void aGrowingLoadIsMetWithMorePods() {
    load("600m");

    cluster.advance(Duration.ofMinutes(2));

    assertThat(replicas()).isEqualTo(6);
    assertThat(reason("ScalingActive")).isEqualTo("ValidMetricFound");
    assertThat(autoscaler()
            .at("status", "currentMetrics")
            .get(0)
            .at("resource", "current", "averageUtilization")
            .longOr(0))
        .isEqualTo(50);
  }

  @Test
  void aLoadThatGoesIsAnsweredFiveMinutesLater() {
    load("600m");
    cluster.advance(Duration.ofMinutes(2));

    load("50m");
    cluster.advance(Duration.ofMinutes(4));
    assertThat(replicas()).isEqualTo(6);
    assertThat(reason("AbleToScale")).isEqualTo("ScaleDownStabilized");
    cluster.advance(Duration.ofMinutes(3));

    assertThat(replicas()).isEqualTo(2);
    assertThat(reason("ScalingLimited")).isEqualTo("TooFewReplicas");
  }

  @Test
  void withoutMetricsNothingIsScaledAndThatIsTold() {
    cluster.advance(Duration.ofMinutes(1));

    assertThat(replicas()).isEqualTo(2);
    assertThat(reason("ScalingActive")).isEqualTo("FailedGetResourceMetric");
    assertThat(cluster.events())
        .extracting(Event::reason)
        .contains("FailedGetResourceMetric", "FailedComputeMetricsReplicas");
  }

  @Test
  void aScaleOutOfBoundsIsCorrectedWithoutMetrics() {
    cluster.api().scale(WEB, 14);

    cluster.advance(Duration.ofMinutes(1));

    assertThat(replicas()).isEqualTo(10);
  }

  @Test
  void aTargetWithoutReplicasIsLeftAlone() {
    cluster.api().scale(WEB, 0);

    cluster.advance(Duration.ofMinutes(1));

    assertThat(replicas()).isZero();
    assertThat(reason("ScalingActive")).isEqualTo("ScalingDisabled");
  }

  @Test
  void twoAutoscalersOfTheSamePodsKeepEachOtherFromScaling() {
    Resource second = autoscaler().with("metadata.name", Scalar.of("other"));
    cluster.api().create(second.without("status").without("metadata", "uid"));
    load("600m");

    cluster.advance(Duration.ofMinutes(1));

    assertThat(replicas()).isEqualTo(2);
    assertThat(reason("ScalingActive")).isEqualTo("AmbiguousSelector");
  }

  @Test
  void theOlderFormAimsAtProcessorsOnly() {
    cluster.api().delete(autoscaler());
    cluster
        .api()
        .create(Objects.object("autoscaling/v1", "HorizontalPodAutoscaler", "web")
            .with("spec.maxReplicas", Scalar.of(10))
            .with("spec.targetCPUUtilizationPercentage", Scalar.of(50))
            .with("spec.scaleTargetRef", autoscalerTarget()));
    load("600m");

    cluster.advance(Duration.ofMinutes(2));

    assertThat(replicas()).isEqualTo(6);
    assertThat(autoscaler().at("status", "desiredReplicas").longOr(0)).isEqualTo(6);
  }

  @Test
  void theOnlyContainerOfAPodIsMeasuredAsThePodIs() {
    Mapping metric = Mapping.of(
        "type",
        Scalar.of("ContainerResource"),
        "containerResource",
        Mapping.of(
            "name",
            Scalar.of("cpu"),
            "container",
            Scalar.of("main"),
            "target",
            Mapping.of("type", Scalar.of("AverageValue"), "averageValue", Scalar.of("150m"))));
    cluster
        .api()
        .patch(
            ObjectKey.of(autoscaler()),
            Mapping.of("spec", Mapping.of("metrics", Sequence.of(List.of(metric)))));
    load("600m");

    cluster.advance(Duration.ofMinutes(2));

    assertThat(replicas()).isEqualTo(4);
  }

  private static Mapping autoscalerTarget() {
    return Mapping.of(
        "apiVersion", Scalar.of("apps/v1"),
        "kind", Scalar.of("Deployment"),
        "name", Scalar.of("web"));
  }

  /** A custom kind says in its definition where it holds how many replicas it wants. */
  @Test
  void aCustomKindIsScaledWhereItsDefinitionSays() {
    Mapping scale = Mapping.of(
        "specReplicasPath", Scalar.of(".spec.pool.size"),
        "statusReplicasPath", Scalar.of(".status.size"));
    Mapping schema = Mapping.of(
        "type", Scalar.of("object"), "x-kubernetes-preserve-unknown-fields", Scalar.of(true));
    Mapping version = Mapping.of(
        "name", Scalar.of("v1"),
        "served", Scalar.of(true),
        "storage", Scalar.of(true),
        "schema", Mapping.of("openAPIV3Schema", schema),
        "subresources", Mapping.of("scale", scale));
    assertThat(cluster
            .api()
            .create(Objects.object(
                    "apiextensions.k8s.io/v1", "CustomResourceDefinition", "pools.example.com")
                .without("metadata", "namespace")
                .with("spec.group", Scalar.of("example.com"))
                .with("spec.scope", Scalar.of("Namespaced"))
                .with(
                    "spec.names",
                    Mapping.of("kind", Scalar.of("Pool"), "plural", Scalar.of("pools")))
                .with("spec.versions", Sequence.of(List.of(version))))
            .accepted())
        .isTrue();
    Resource pool =
        Objects.object("example.com/v1", "Pool", "workers").with("spec.pool.size", Scalar.of(1));
    cluster.api().create(pool);
    cluster
        .api()
        .create(Objects.object("autoscaling/v2", "HorizontalPodAutoscaler", "workers")
            .with("spec.minReplicas", Scalar.of(3))
            .with("spec.maxReplicas", Scalar.of(5))
            .with(
                "spec.scaleTargetRef",
                Mapping.of(
                    "apiVersion", Scalar.of("example.com/v1"),
                    "kind", Scalar.of("Pool"),
                    "name", Scalar.of("workers"))));

    cluster.advance(Duration.ofSeconds(16));

    Resource scaled = cluster.view().get(ObjectKey.of(pool)).orElseThrow();
    assertThat(scaled.at("spec", "pool", "size").longOr(0)).isEqualTo(3);
    assertThat(scaled.at("spec", "replicas").isAbsent()).isTrue();
  }

  @Test
  void whatIsChangedIsLookedAtWhenThePeriodIsOver() {
    cluster.advance(Duration.ofSeconds(2));
    cluster.api().update(autoscaler().with("spec.minReplicas", Scalar.of(5)));

    cluster.advance(Duration.ofSeconds(12));
    assertThat(replicas()).isEqualTo(2);
    cluster.advance(Duration.ofSeconds(2));

    assertThat(replicas()).isEqualTo(5);
  }

  @Test
  void aNewOneLooksForTheFirstTimeWhenItsFirstPeriodIsOver() {
    cluster.api().scale(WEB, 1);
    cluster.api().delete(autoscaler());
    cluster.advance(Duration.ofMinutes(1));
    cluster.api().create(fresh());

    cluster.advance(Duration.ofSeconds(14));
    assertThat(replicas()).isEqualTo(1);
    cluster.advance(Duration.ofSeconds(2));

    assertThat(replicas()).isEqualTo(2);
  }
}
