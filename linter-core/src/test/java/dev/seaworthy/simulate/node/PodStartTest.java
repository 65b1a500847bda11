package dev.seaworthy.simulate.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.apply.PatchType;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a pod needs before its containers run, and how it stops. */
class PodStartTest {

  @Test
  void anImageThatCannotBePulledIsWaitedFor() {
    PodsOnANode node = PodsOnANode.playing(Map.of("web", Behaviour.NORMAL.notPullable()))
        .pod("containers: [{name: main, image: web}, {name: log, image: log}]\n")
        .afterSeconds(5);

    assertThat(node.container("main")).isEqualTo("waiting ImagePullBackOff");
    assertThat(node.container("log")).isEqualTo("running");
    assertThat(node.phase()).as("one container has never run").isEqualTo("Pending");
    assertThat(node.events()).contains("BackOff: Back-off pulling image \"web\"");
  }

  @Test
  void anImageWithoutANameThatCanBeReadIsNotEvenPulled() {
    PodsOnANode node = PodsOnANode.playing(Map.of())
        .pod("containers: [{name: main, image: 'web: 2'}]\n")
        .afterSeconds(5);

    assertThat(node.container("main")).isEqualTo("waiting InvalidImageName");
    assertThat(node.events())
        .anyMatch(event -> event.startsWith("InspectFailed: Failed to apply default image tag"));
  }

  @Test
  void aContainerThatMayNotBeRootIsNotMadeAsRoot() {
    PodsOnANode node = PodsOnANode.playing(Map.of()).pod("""
        securityContext: {runAsNonRoot: true, runAsUser: 0}
        containers:
        - {name: main, image: web}
        - {name: own, image: log, securityContext: {runAsUser: 1000}}
        - {name: free, image: log, securityContext: {runAsNonRoot: false}}
        """).afterSeconds(5);

    assertThat(node.container("main")).isEqualTo("waiting CreateContainerConfigError");
    assertThat(node.container("own")).as("its own word counts").isEqualTo("running");
    assertThat(node.container("free")).isEqualTo("running");
  }

  @Test
  void aLargeImageTakesItsTime() {
    Behaviour large = Behaviour.NORMAL.pulling(new Behaviour.Pull(Duration.ofSeconds(40), false));
    PodsOnANode node = PodsOnANode.playing(Map.of("web", large))
        .pod("containers: [{name: main, image: web}]\n")
        .afterSeconds(39);

    assertThat(node.container("main")).isEqualTo("waiting ContainerCreating");
    assertThat(node.condition("PodReadyToStartContainers")).isEqualTo("True");
    assertThat(node.afterSeconds(2).isReady()).isTrue();
  }

  @Test
  void aContainerIsNotMadeWithoutTheValuesOfItsEnvironmentAndIsWhenTheyCome() {
    PodsOnANode node = PodsOnANode.playing(Map.of())
        .pod(
            "containers: [{name: main, image: web, envFrom: [{configMapRef: {name: settings}}]}]\n")
        .afterSeconds(5);
    assertThat(node.container("main")).isEqualTo("waiting CreateContainerConfigError");
    assertThat(node.status("main").at("state", "waiting", "message").text())
        .isEqualTo("configmap \"settings\" not found");

    node.apply("{apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: default}}")
        .afterSeconds(1);

    assertThat(node.isReady()).isTrue();
  }

  @Test
  void aPodGetsNoSandboxBeforeItsVolumesAreMounted() {
    PodsOnANode node = PodsOnANode.playing(Map.of())
        .pod("""
            containers: [{name: main, image: web}]
            volumes: [{name: tls, secret: {secretName: tls, items: [{key: crt, path: crt}]}}]
            """)
        .apply("{apiVersion: v1, kind: Secret, metadata: {name: tls, namespace: default}}")
        .afterSeconds(5);

    assertThat(node.container("main")).isEqualTo("waiting ContainerCreating");
    assertThat(node.condition("PodReadyToStartContainers")).isEqualTo("False");
    assertThat(node.pod().at("status", "podIP").isAbsent()).isTrue();
    assertThat(node.events())
        .contains("FailedMount: MountVolume.SetUp failed for volume \"tls\" : references"
            + " non-existent secret key: crt");
  }

  @Test
  void waitingForWhatNeverComesCostsNothing() {
    PodsOnANode node = PodsOnANode.playing(Map.of("bad", Behaviour.NORMAL.notPullable()))
        .pod("""
            containers:
            - {name: main, image: web, envFrom: [{secretRef: {name: db}}]}
            - {name: bad, image: bad}
            """)
        .afterSeconds(10);
    long before = node.cluster.happened();

    node.after(Duration.ofDays(1));

    assertThat(node.cluster.happened()).isEqualTo(before);
  }

  @Test
  void containersShareTheAddressOfTheirPodOrOfTheNode() {
    PodsOnANode node = PodsOnANode.playing(Map.of())
        .pod("hostNetwork: true\ncontainers: [{name: main, image: web}]\n")
        .afterSeconds(1);

    assertThat(node.pod().at("status", "podIP").text())
        .isEqualTo(node.pod().at("status", "hostIP").text());
  }

  @Test
  void aPodStopsAfterItsHookAndItsProgramButWithinItsGrace() {
    Behaviour lazy = Behaviour.NORMAL.stoppingWithin(Duration.ofSeconds(50));
    PodsOnANode node = PodsOnANode.playing(Map.of("web", lazy)).pod("""
        terminationGracePeriodSeconds: 20
        containers:
        - {name: main, image: web, lifecycle: {preStop: {sleep: {seconds: 5}}}}
        """).afterSeconds(1);

    node.cluster.api().delete(node.pod());

    assertThat(node.afterSeconds(19).isGone()).isFalse();
    assertThat(node.afterSeconds(2).isGone()).isTrue();
  }

  @Test
  void anEphemeralContainerJoinsWhatRuns() {
    PodsOnANode node = PodsOnANode.playing(Map.of())
        .pod("containers: [{name: main, image: web}]\n")
        .afterSeconds(1);

    Mapping debugger = Mapping.of("name", Scalar.of("debugger"), "image", Scalar.of("busybox"));
    node.cluster
        .api()
        .patch(
            PodsOnANode.key(),
            PatchType.STRATEGIC,
            Mapping.of("spec", Mapping.of("ephemeralContainers", Sequence.of(List.of(debugger)))),
            "ephemeralcontainers");
    node.afterSeconds(1);

    assertThat(node.container("debugger")).isEqualTo("running");
    assertThat(node.isReady()).isTrue();
  }
}
