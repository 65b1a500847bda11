package dev.seaworthy.validate.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** LimitRanges fill in what pods leave out, and keep pods and claims within bounds. */
class LimitRangerTest {

  private static Admitted limited(String type, String bounds) {
    return Admitted.partly("""
        apiVersion: v1
        kind: LimitRange
        metadata: {name: usual, namespace: default}
        spec: {limits: [{type: %s, %s}]}
        """.formatted(type, bounds));
  }

  private static Verdict pod(Admitted cluster, String requests, String limits) {
    return cluster.create("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - {name: main, image: "web:1", resources: {requests: {%s}, limits: {%s}}}
        """.formatted(requests, limits));
  }

  private static List<String> denied(Verdict verdict) {
    assertThat(verdict.code()).isEqualTo(403);
    assertThat(verdict.denial().orElseThrow().plugin()).isEqualTo(PluginName.LIMIT_RANGER);
    return verdict.denial().orElseThrow().asCauses().stream()
        .map(cause -> cause.field() + " " + cause.message())
        .toList();
  }

  @Test
  void whatAPodLeavesOutIsFilledIn() {
    Admitted cluster =
        limited("Container", "default: {cpu: 500m, memory: 1Gi}, defaultRequest: {cpu: 100m}");

    Node stored = pod(cluster, "", "memory: 2Gi").result().orElseThrow().root();

    assertThat(stored.at("spec", "containers").get(0).get("resources").toJson())
        .contains("\"limits\":{\"memory\":\"2Gi\",\"cpu\":\"500m\"}")
        .contains("\"requests\":{\"memory\":\"2Gi\",\"cpu\":\"100m\"}");
    assertThat(
            stored.at("metadata", "annotations", "kubernetes.io/limit-ranger").text())
        .isEqualTo("LimitRanger plugin set: cpu request for container main;"
            + " cpu limit for container main");
  }

  @Test
  void whatAPodTakesAsAWholeIsAddedUpWhenRangesHaveFilledTheirsIn() {
    Node stored = limited("Container", "defaultRequest: {memory: 1Gi}, default: {memory: 1Gi}")
        .create("""
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              resources: {requests: {cpu: 2}}
              containers: [{name: a, image: "web:1"}, {name: b, image: "web:1"}]
            """)
        .result()
        .orElseThrow()
        .at("spec", "resources");

    assertThat(stored.at("requests", "memory").text()).isEqualTo("2Gi");
    assertThat(stored.at("limits", "memory").text()).isEqualTo("2Gi");
    assertThat(stored.at("limits", "cpu").isAbsent()).isTrue();
  }

  @Test
  void aContainerStaysWithinItsBounds() {
    Admitted cluster = limited("Container", "min: {cpu: 100m}, max: {memory: 1Gi}");

    assertThat(pod(cluster, "cpu: 100m", "memory: 1Gi").accepted()).isTrue();
    assertThat(denied(pod(cluster, "cpu: 50m", "memory: 2Gi")))
        .containsExactly(
            "spec.containers[0].resources.requests[cpu] is 50m, must be at least 100m"
                + " (LimitRange usual)",
            "spec.containers[0].resources.limits[memory] is 2Gi, must be at most 1Gi"
                + " (LimitRange usual)");
  }

  @Test
  void aPodStaysWithinItsBoundsAsAWhole() {
    Admitted cluster = limited("Pod", "max: {cpu: 1}");

    assertThat(pod(cluster, "", "cpu: 1").accepted()).isTrue();
    assertThat(denied(pod(cluster, "", "")))
        .containsExactly("spec.resources.limits[cpu] must be given, and at most 1 for all"
            + " containers together (LimitRange usual)");
  }

  @Test
  void aLimitIsNotTooFarAboveItsRequest() {
    Admitted cluster = limited("Container", "maxLimitRequestRatio: {cpu: 2}");

    assertThat(pod(cluster, "cpu: 1", "cpu: 2").accepted()).isTrue();
    assertThat(denied(pod(cluster, "cpu: 1", "cpu: 3"))).hasSize(1);
    assertThat(denied(pod(cluster, "", ""))).hasSize(1);
  }

  @Test
  void aClaimStaysWithinItsBounds() {
    Admitted cluster = limited("PersistentVolumeClaim", "min: {storage: 1Gi}, max: {storage: 2Gi}");
    String claim = "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {"
        + "accessModes: [ReadWriteOnce], resources: {requests: {storage: %s}}}}";

    assertThat(cluster.create(claim.formatted("1Gi")).accepted()).isTrue();
    assertThat(denied(cluster.create(claim.formatted("3Gi")))).hasSize(1);
    assertThat(denied(cluster.create(claim.formatted("1Mi")))).hasSize(1);
  }

  @Test
  void aLimitRangeOfAnotherNamespaceDoesNotCount() {
    Admitted cluster = Admitted.partly("{apiVersion: v1, kind: LimitRange, metadata: {name: a,"
        + " namespace: other}, spec: {limits: [{type: Pod, max: {cpu: 1}}]}}");

    assertThat(pod(cluster, "", "").accepted()).isTrue();
  }
}
