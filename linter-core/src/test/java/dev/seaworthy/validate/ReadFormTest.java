package dev.seaworthy.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a client reads back of what it has sent. */
class ReadFormTest {

  private static final ApiCatalog CATALOG = BuiltInCatalog.of(Release.NEWEST);
  private static final ApiServer SERVER = ApiServer.of(CATALOG);
  private static final String TEMPLATE = """
        template:
          metadata: {labels: {a: b}}
          spec:
            containers: [{name: c, image: i}]
      """;

  @Test
  void lacksWhatGoTakesForNothing() {
    Node spec = stored("""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: d, annotations: {}}
        spec:
          selector: {matchLabels: {a: b}, matchExpressions: []}
          paused: false
          minReadySeconds: 0
        """ + TEMPLATE).get("spec");

    assertThat(spec.get("paused").isAbsent()).isTrue();
    assertThat(spec.get("minReadySeconds").isAbsent()).isTrue();
    assertThat(spec.at("selector", "matchExpressions").isAbsent()).isTrue();
  }

  @Test
  void keepsWhatGoTellsFromNothingByAPointer() {
    Node spec = stored("""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: d}
        spec:
          replicas: 0
          revisionHistoryLimit: 0
          selector: {matchLabels: {a: b}}
        """ + TEMPLATE).get("spec");

    assertThat(spec.get("replicas").longOr(-1)).isZero();
    assertThat(spec.get("revisionHistoryLimit").longOr(-1)).isZero();
  }

  @Test
  void lacksADocumentedZeroThatGoLeavesOut() {
    Node spec = stored("""
        apiVersion: v1
        kind: ReplicationController
        metadata: {name: c}
        spec:
          selector: {a: b}
        """ + TEMPLATE).get("spec");

    assertThat(spec.get("replicas").longOr(-1)).isEqualTo(1);
    assertThat(spec.get("minReadySeconds").isAbsent()).isTrue();
    assertThat(stored("""
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: a}
        imagePullSecrets: [{}]
        """).get("imagePullSecrets").toJson()).isEqualTo("[{}]");
  }

  @Test
  void hasWhatGoAlwaysWrites() {
    Node status = stored("""
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: b}
        spec: {minAvailable: 1, selector: {matchLabels: {a: b}}}
        """).get("status");

    assertThat(status.get("currentHealthy").longOr(-1)).isZero();
    assertThat(status.get("observedGeneration").isAbsent()).isTrue();
  }

  @Test
  void leavesTheKeysOfMapsAlone() {
    Node data = stored("""
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: c}
        data: {empty: ""}
        """).get("data");

    assertThat(data.get("empty").asString()).contains("");
  }

  @Test
  void aJobWithoutLabelsHasThoseThatItsPodsWereGiven() {
    Node labels = stored("""
        apiVersion: batch/v1
        kind: Job
        metadata: {name: once}
        spec:
          template: {spec: {restartPolicy: Never, containers: [{name: main, image: main:1}]}}
        """).at("metadata", "labels");

    assertThat(labels.get("job-name").text()).isEqualTo("once");
  }

  private static Node stored(String yaml) {
    Node manifest = new ManifestReader()
        .read("test.yaml", yaml.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
    return new ReadForm(CATALOG)
        .of(SERVER.create(manifest).result().orElseThrow())
        .root();
  }
}
