package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.store.Kinds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody waits busily: where nothing can happen, a virtual day costs nothing. Counts events. */
class IdleClusterTest {

  private static final Map<String, String> AT_REST = new TreeMap<>(Map.of(
      "a complete Deployment",
      workload("Deployment", "web", "web:1"),
      "a Deployment past its deadline",
      workload("Deployment", "hanging", "web:hang"),
      "an ordered StatefulSet that is stuck",
      workload("StatefulSet", "db", "db:bad"),
      "a DaemonSet",
      workload("DaemonSet", "agent", "agent:1"),
      "a pod that fits nowhere",
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: large, namespace: default}
      spec:
        containers: [{name: main, image: web:1, resources: {requests: {cpu: 100}}}]
      """,
      "a Job that is over",
      """
      apiVersion: batch/v1
      kind: Job
      metadata: {name: work, namespace: default}
      spec:
        template:
          spec: {restartPolicy: Never, containers: [{name: main, image: job:done}]}
      """,
      "a suspended CronJob",
      """
      apiVersion: batch/v1
      kind: CronJob
      metadata: {name: nightly, namespace: default}
      spec:
        schedule: '* * * * *'
        suspend: true
        jobTemplate:
          spec:
            template:
              spec: {restartPolicy: Never, containers: [{name: main, image: job:done}]}
      """,
      "an autoscaler without metrics",
      autoscaler(),
      "a budget and a service",
      """
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata: {name: web, namespace: default}
      spec: {minAvailable: 1, selector: {matchLabels: {app: web}}}
      """,
      "a claim without a volume",
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data, namespace: default}
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
      """));

  private final Cluster cluster =
      Cluster.start(ClusterSettings.QUICK, new Seed(1)).withNodes("n", 3, NodeShape.USUAL);

  private static String workload(String kind, String name, String image) {
    return """
        apiVersion: apps/v1
        kind: KIND
        metadata: {name: NAME, namespace: default}
        spec:
          selector: {matchLabels: {app: NAME}}
          template:
            metadata: {labels: {app: NAME}}
            spec: {containers: [{name: main, image: 'IMAGE', resources: {requests: {cpu: 100m}}}]}
        """.replace("KIND", kind).replace("NAME", name).replace("IMAGE", image);
  }

  private static String autoscaler() {
    return """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web, namespace: default}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          minReplicas: 1
          maxReplicas: 5
          metrics:
          - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}
        """;
  }

  private static java.util.Set<String> atRest() {
    return AT_REST.keySet();
  }

  private void given(String manifest) {
    Resource object = new Resource((Mapping) new ManifestReader()
        .read("test.yaml", manifest.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root());
    assertThat(cluster.api().create(object).accepted()).as(manifest).isTrue();
  }

  private long happenedIn(Duration time) {
    long before = cluster.happened();
    cluster.advance(time);
    return cluster.happened() - before;
  }

  @ParameterizedTest
  @MethodSource("atRest")
  void aDayOfRestCostsNothing(String what) {
    given(AT_REST.getOrDefault(what, ""));
    cluster.advance(Duration.ofHours(1));

    assertThat(happenedIn(Duration.ofDays(1))).isZero();
  }

  @Test
  void norDoAllTogether() {
    AT_REST.values().forEach(this::given);
    cluster.advance(Duration.ofHours(1));

    assertThat(happenedIn(Duration.ofDays(1))).isZero();
  }

  @Test
  void anAutoscalerThatRestsWakesWhenTheLoadChanges() {
    given(workload("Deployment", "web", "web:1"));
    given(autoscaler());
    ObjectKey web = new ObjectKey(Kinds.DEPLOYMENT, "default", "web");
    cluster.load(web, Amounts.of(Mapping.of("cpu", Scalar.of("50m"))));
    cluster.advance(Duration.ofHours(1));
    assertThat(happenedIn(Duration.ofHours(1))).isZero();

    cluster.load(web, Amounts.of(Mapping.of("cpu", Scalar.of("200m"))));
    cluster.advance(Duration.ofMinutes(5));

    assertThat(cluster.view().get(web).orElseThrow().at("spec", "replicas").longOr(0))
        .isEqualTo(4);
  }

  @Test
  void andAfterALongTimeOfHighLoadItScalesDownAgain() {
    given(workload("Deployment", "web", "web:1"));
    given(autoscaler());
    ObjectKey web = new ObjectKey(Kinds.DEPLOYMENT, "default", "web");
    cluster.load(web, Amounts.of(Mapping.of("cpu", Scalar.of("200m"))));
    cluster.advance(Duration.ofHours(1));

    cluster.load(web, Amounts.of(Mapping.of("cpu", Scalar.of("40m"))));
    cluster.advance(Duration.ofMinutes(20));

    assertThat(cluster.view().get(web).orElseThrow().at("spec", "replicas").longOr(0))
        .isEqualTo(1);
  }
}
