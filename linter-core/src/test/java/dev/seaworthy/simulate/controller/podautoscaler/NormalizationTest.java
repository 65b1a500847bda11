package dev.seaworthy.simulate.controller.podautoscaler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.Objects;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizationTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String UP_BY_PERCENT =
      "scaleUp: {stabilizationWindowSeconds: 0, policies: [{type: Percent, value: 50, periodSeconds: 60}]}";
  private static final String DOWN_BY_PODS =
      "scaleDown: {stabilizationWindowSeconds: 60, policies: [{type: Pods, value: 2, periodSeconds: 60}]}";

  private final ScalingHistory history = new ScalingHistory();

  private static Autoscaler autoscaler(String behavior) {
    String spec = "{minReplicas: 2, maxReplicas: 20, behavior: {%s}}".formatted(behavior);
    return new Autoscaler(Objects.object("autoscaling/v2", "HorizontalPodAutoscaler", "web")
        .withAt(yaml(spec), "spec"));
  }

  private static Node yaml(String text) {
    return new ManifestReader()
        .readValues("test", text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
  }

  private static Autoscaler usual() {
    Autoscaler autoscaler = autoscaler("");
    return new Autoscaler(autoscaler.resource().without("spec", "behavior"));
  }

  private Normalization after(Duration time, Autoscaler autoscaler, long current, long wanted) {
    return Normalization.of(autoscaler, current, wanted, history, START.plus(time));
  }

  @ParameterizedTest(name = "from {0} to {1}: {2}, {3}")
  @CsvSource({
    "5, 7, 7, DesiredWithinRange",
    "5, 12, 10, ScaleUpLimit",
    "1, 9, 4, ScaleUpLimit",
    "15, 25, 20, TooManyReplicas",
    "5, 1, 2, TooFewReplicas",
  })
  void withoutBehaviorItAtMostDoubles(long current, long wanted, long replicas, String reason) {
    Normalization normal = after(Duration.ZERO, usual(), current, wanted);

    assertThat(normal.replicas()).isEqualTo(replicas);
    assertThat(normal.limit()).isEqualTo(reason);
    assertThat(normal.isLimited()).isEqualTo(replicas != wanted);
  }

  @Test
  void scalingDownWaitsFiveMinutesForALoadThatComesBack() {
    after(Duration.ZERO, usual(), 8, 8);

    Normalization early = after(Duration.ofSeconds(290), usual(), 8, 3);
    Normalization late = after(Duration.ofSeconds(310), usual(), 8, 3);

    assertThat(early.replicas()).isEqualTo(8);
    assertThat(early.stability()).isEqualTo("ScaleDownStabilized");
    assertThat(late.replicas()).isEqualTo(3);
  }

  @Test
  void aPolicyLimitsThePaceOverItsPeriod() {
    Autoscaler autoscaler = autoscaler(UP_BY_PERCENT + ", " + DOWN_BY_PODS);

    long first = after(Duration.ZERO, autoscaler, 8, 20).replicas();
    history.scaled(8, first, Duration.ofSeconds(60), START);
    long soon = after(Duration.ofSeconds(30), autoscaler, first, 20).replicas();
    long later = after(Duration.ofSeconds(90), autoscaler, first, 20).replicas();

    assertThat(first).isEqualTo(12);
    assertThat(soon).isEqualTo(12);
    assertThat(later).isEqualTo(18);
  }

  @Test
  void scalingDownIsLimitedByPodsAfterItsOwnWindow() {
    Autoscaler autoscaler = autoscaler(UP_BY_PERCENT + ", " + DOWN_BY_PODS);
    after(Duration.ZERO, autoscaler, 10, 10);

    Normalization early = after(Duration.ofSeconds(30), autoscaler, 10, 3);
    Normalization late = after(Duration.ofSeconds(70), autoscaler, 10, 3);

    assertThat(early.replicas()).isEqualTo(10);
    assertThat(late.replicas()).isEqualTo(8);
    assertThat(late.limit()).isEqualTo("ScaleDownLimit");
  }

  @Test
  void aDirectionCanBeShut() {
    Autoscaler autoscaler = autoscaler("scaleUp: {selectPolicy: Disabled}, " + DOWN_BY_PODS);

    assertThat(after(Duration.ZERO, autoscaler, 5, 9).replicas()).isEqualTo(5);
  }

  @Test
  void ofSeveralPoliciesTheGreatestOrTheSmallestChangeCounts() {
    String policies = "policies: [{type: Pods, value: 4, periodSeconds: 60},"
        + " {type: Percent, value: 10, periodSeconds: 60}]";

    long most = after(
            Duration.ZERO, autoscaler("scaleUp: {" + policies + "}, " + DOWN_BY_PODS), 10, 20)
        .replicas();
    long least = after(
            Duration.ZERO,
            autoscaler("scaleUp: {selectPolicy: Min, " + policies + "}, " + DOWN_BY_PODS),
            10,
            20)
        .replicas();

    assertThat(most).isEqualTo(14);
    assertThat(least).isEqualTo(11);
  }
}
