package dev.seaworthy.cli;

import static dev.seaworthy.cli.ManifestChange.OLD_SERVICE;
import static dev.seaworthy.cli.ManifestChange.web;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a change does to the pods that run: how many it replaces, and how many are there meanwhile. */
class ChangeRolloutTest {

  private static final String ONE_BY_ONE = "{rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}";

  private final ManifestChange change;

  ChangeRolloutTest(@TempDir Path folder) {
    change = new ManifestChange(folder);
  }

  @Test
  void aNewImageReplacesThePodsOneByOne() throws IOException {
    change.from(OLD_SERVICE, web("web:1")).to(web("web:2"));

    Run run = change.play();

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("The change: Deployment web replaces 4 pods (spec.containers[web].image: web:1 →"
            + " web:2), never fewer than 3 of 4 available, done after 1.")
        .contains("The change: Service old stays behind: no longer in the files");
    JsonNode workload = change.impact().at("/workloads/0");
    assertThat(workload.path("lowest").asInt()).isEqualTo(3);
    assertThat(workload.path("floor").asInt()).isEqualTo(3);
    assertThat(workload.path("complete").asBoolean()).isTrue();
    assertThat(workload
            .path("moves")
            .valueStream()
            .filter(move -> move.path("old").asBoolean())
            .map(move -> move.path("what").asString()))
        .containsSubsequence("told to stop", "gone", "told to stop", "gone")
        .hasSize(8);
  }

  @Test
  void whereAllPodsGoAtOnceItIsSaidForHowLong() throws IOException {
    String web = web("web:1").replace(ONE_BY_ONE, "{type: Recreate}");
    change.from(web).to(web.replace("web:1", "web:2"));

    assertThat(change.told())
        .containsPattern(
            "The change: Deployment web replaces 4 pods \\(.*\\), none of 4 available for"
                + " [0-9.]+ s, done after")
        .doesNotContain("never fewer than 0");

    change.to(web.replace("replicas: 4", "replicas: 0"));

    assertThat(change.told())
        .contains("The change: Deployment web is scaled from 4 to 0, done after");
  }

  /** What the server filled in of a strategy and a probe goes with them, as {@code kubectl apply} sends it. */
  @Test
  void aStrategyAndAProbeMayGiveWayToOthers() throws IOException {
    String probe =
        web("web:1").replace("image:", "livenessProbe: {httpGet: {path: /, port: 80}}, image:");
    change.from(probe.replace(ONE_BY_ONE, "{}"));
    change.to(web("web:2").replace(ONE_BY_ONE, "{type: Recreate}"));

    Run run = change.play();

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Deployment web replaces 4 pods");
  }

  @Test
  void whatDoesNotFitIsToldAsARolloutThatNeverGetsThere() throws IOException {
    change.from(web("web:1")).to(web("web:1", "6"));

    Run run = change.play();

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("The change: Deployment web replaces 1 pod"
            + " (spec.containers[web].resources.requests.cpu: 100m → 6) and never gets there:"
            + " 3 of 4 available in the end");
    assertThat(change.impact().at("/workloads/0/complete").asBoolean()).isFalse();
  }

  @Test
  void aRolloutThatTheOldPodsHoldUpLacksNoPods() throws IOException {
    String db = """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec: {accessModes: [ReadWriteOncePod], resources: {requests: {storage: 1Gi}}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: db}
        spec:
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec:
              containers: [{name: db, image: '%s', volumeMounts: [{name: data, mountPath: /data}]}]
              volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
        """;
    change.from(db.formatted("db:1")).to(db.formatted("db:2"));

    assertThat(change.told())
        .contains("Deployment db is to replace 1 pod (spec.containers[db].image: db:1 → db:2) and"
            + " never gets there: the old pods stay, and with them 1 of 1 available in the end");
  }

  @Test
  void aBrokenPodOfAStatefulSetKeepsTheTemplateAwayThatMendsIt() throws IOException {
    String set = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          replicas: 3
          serviceName: db
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec: {containers: [{name: db, image: 'db:1'}]}
        """;
    change.from(set).to(set.replace("db:1", "db:2"));

    Run run = change.play("--image", "db:1=pull-fails");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("db never gets its new template: db-0 is of the former one and broken"
            + " (ImagePullBackOff)")
        .contains("kubectl delete pod db-0")
        .doesNotContain("0 pods, all ready")
        .doesNotContain("Broken by the change")
        .doesNotContain("name an image that is there");
  }

  @Test
  void aWorkloadThatIsScaledDownReplacesNoPod() throws IOException {
    String web = web("web:1");
    change.from(web).to(web.replace("replicas: 4", "replicas: 1"));

    assertThat(change.told())
        .contains("The change: Deployment web is scaled from 4 to 1, never fewer than 1 of 4"
            + " available, done after");

    change.to(web.replace("  replicas: 4\n", "").replace("web:1", "web:2"));

    assertThat(change.told())
        .contains("The change: Deployment web is scaled from 4 to 1 and replaces 1 pod"
            + " (spec.containers[web].image: web:1 → web:2)");
  }

  @Test
  void podsThatAnApplyTakesFromAnAutoscalerAreMissedUntilItBringsThemBack() throws IOException {
    String api = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          replicas: 1
          selector: {matchLabels: {app: api}}
          template:
            metadata: {labels: {app: api}}
            spec: {containers: [{name: api, image: 'api:1'}]}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: api}
        spec:
          minReplicas: 4
          maxReplicas: 8
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: api}
        """;
    change.from(api).to(api.replace("api:1", "api:2"));

    assertThat(change.told())
        .contains("Deployment api replaces 1 pod and takes 3 away until the autoscaler brings them"
            + " back (spec.containers[api].image: api:1 → api:2), never fewer than 1 of 4 available,"
            + " done after 15.3 s")
        .contains("api had only 1 of 4 pods available from 0.0 s to 15.3 s, as the apply sets"
            + " replicas 4 → 1 (")
        .doesNotContain("All is well");
    assertThat(change.told("-o", "markdown"))
        .startsWith("### ⚠️ Merging this takes pods away for a while\n");
  }

  @Test
  void aPodThatAFailedNodeTakesIsNotReplacedByTheChange() throws IOException {
    String web = web("web:1");
    change.from(web);
    change.to(web.replace("{name: web}\nspec", "{name: web, labels: {a: b}}\nspec"));

    assertThat(change.told("--fail-node", "node-1"))
        .containsPattern("The change: Deployment web loses [12] pods? and gets [12] anew, never")
        .doesNotContain("replaces");
  }

  @Test
  void whereNothingRunsNothingIsCalledReady() throws IOException {
    String pod = """
        apiVersion: v1
        kind: Pod
        metadata: {name: job}
        spec:
          containers:
          - {name: main, image: 'job:1', env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: b}}}]}
        ---
        {apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {a: x}}
        """;
    change.from(pod).to(pod.replace("a: x", "a: y"));

    assertThat(change.told())
        .contains("No pod is ready\n")
        .doesNotContain("breaks nothing: 0 pods");
  }
}
