package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that no cluster has: a dry-run ends with what would happen, and its work is bounded. */
class AbsurdNumbersTest {

  private static final String DEPLOYMENT = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: %d
        minReadySeconds: %d
        progressDeadlineSeconds: 2147483647
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            terminationGracePeriodSeconds: 9223372036854775807
            tolerations: [{operator: Exists, tolerationSeconds: 9223372036854775807, effect: NoExecute}]
            containers:
            - name: web
              image: nginx:1.27.0
              resources: {requests: {memory: %s}}
              readinessProbe: {tcpSocket: {port: 80}, initialDelaySeconds: %d}
      """;

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(ints = {65_535, 2_147_483_647})
  void replicasThatNeverFitAreCounted(int replicas) {
    Run run = Run.withInput(deployment(replicas, 0, "1Mi", 0), "dry-run", "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains(replicas + " pods are asked for, of which 1330 are played; they do not fit: "
            + "330 have a node, the other " + (replicas - 330) + " wait")
        .satisfies(out -> assertThat(out.lines().count()).isLessThan(10_000));
  }

  @Test
  void howManyArePlayedIsAnOption() {
    Run run = Run.withInput(deployment(65_535, 0, "1Mi", 0), "dry-run", "--max-pods", "20", "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("65535 pods are asked for, of which 20 are played;"
            + " what becomes of the other 65515 is not known");
  }

  @Test
  void aJobThatWantsMoreThanIsPlayedIsTold() {
    Run run = Run.withInput("""
        apiVersion: batch/v1
        kind: Job
        metadata: {name: big}
        spec:
          parallelism: 5000
          completions: 6000
          template: {spec: {restartPolicy: Never, containers: [{name: a, image: "a:1"}]}}
        """, "dry-run", "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("5000 pods are asked for, of which 1330 are played; they do not fit: "
            + "330 have a node, the other 4670 wait (<stdin>:5)");
  }

  @Test
  void ofAStatefulSetThePodsThatAreWantedAreCounted() {
    Run run = Run.withInput("""
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: huge}
        spec:
          replicas: 100000
          serviceName: huge
          selector: {matchLabels: {app: huge}}
          template:
            metadata: {labels: {app: huge}}
            spec: {containers: [{name: a, image: "a:1"}]}
        """, "dry-run", "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("huge has only 330 of 100000 pods ready: ");
  }

  @Test
  void aCronJobWhoseJobsNeverEndStartsNoMoreOnceAllPodsArePlayed() {
    Run run = Run.withInput("""
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: tick}
        spec:
          schedule: '* * * * *'
          jobTemplate:
            spec:
              template: {spec: {restartPolicy: Never, containers: [{name: a, image: "a:1"}]}}
        """, "dry-run", "--max-pods", "20", "--until", "168h", "-");

    assertThat(run.out())
        .contains("tick starts no more Jobs here: no more pods are played, and 20 of its"
            + " Jobs have not ended (<stdin>:5)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775807", "8Ei", "1e18", "1e999999999"})
  void memoryThatNoNodeHasLeavesThePodWaiting(String memory) {
    Run run = Run.withInput(deployment(2, 0, memory, 0), "dry-run", "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("Insufficient memory");
  }

  @Test
  void secondsBeyondAllCalendarsEndTheRunToo() {
    Run run = Run.withInput(
        deployment(2, 2_000_000_000, "1Mi", 2_147_483_647), "dry-run", "--nodes", "1", "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cluster: {nodes: [{name: n, count: 2147483647}]}\nsteps: [{wait: settled}]",
        "cluster: {nodes: [{name: n, count: -1}]}\nsteps: [{wait: settled}]",
        "steps: [{wait: 999999999h}]"
      })
  void aStoryWithAbsurdNumbersIsRefusedWithItsPlace(String story) throws IOException {
    Path file = Files.writeString(folder.resolve("scenario.yaml"), story);

    Run run = Run.of("dry-run", "--scenario", file.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("scenario.yaml:").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu: 1e999", "memory: -5", "pods: abc", "cpu: [4]", "memory: null"})
  void aNodeWithAnAmountThatNoMachineHasIsRefusedWithItsLine(String amount) throws IOException {
    Path nodes = Files.writeString(
        folder.resolve("nodes.yaml"),
        "apiVersion: v1\nkind: Node\nmetadata: {name: n1}\nstatus:\n  allocatable:\n"
            + "    ephemeral-storage: 10Gi\n    " + amount + "\n");

    Run run = Run.of("dry-run", "--nodes", nodes.toString(), "../examples/pod");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("nodes.yaml:7:", amount.split(":")[0]).doesNotContain("\tat ");
  }

  private static String deployment(int replicas, int minReady, String memory, int delay) {
    return DEPLOYMENT.formatted(replicas, minReady, memory, delay);
  }
}
