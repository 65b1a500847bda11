package dev.seaworthy.simulate.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a container that has ended. */
class RestartsTest {

  private static Behaviour endsWith(int code) {
    return Behaviour.NORMAL.ending(Behaviour.Exit.once(Duration.ofSeconds(1), code));
  }

  private static PodsOnANode web(String policy, Behaviour behaviour) {
    return PodsOnANode.playing(Map.of("web", behaviour))
        .pod("restartPolicy: %s\ncontainers: [{name: main, image: web}]\n".formatted(policy));
  }

  @ParameterizedTest(name = "{0}, exit code {1}: {2}")
  @CsvSource({
    "Always, 0, Running",
    "Always, 1, Running",
    "OnFailure, 0, Succeeded",
    "OnFailure, 1, Running",
    "Never, 0, Succeeded",
    "Never, 1, Failed"
  })
  void thePolicySaysWhetherItIsStartedAgain(String policy, int code, String phase) {
    assertThat(web(policy, endsWith(code)).afterSeconds(5).phase()).isEqualTo(phase);
  }

  @Test
  void theFirstRestartComesAtOnceAndTheWaitsDoubleUpToFiveMinutes() {
    PodsOnANode node = web("Always", endsWith(1));

    assertThat(node.afterSeconds(5).restarts("main")).isEqualTo(1);
    assertThat(node.container("main")).isEqualTo("waiting CrashLoopBackOff");
    assertThat(node.afterSeconds(10).restarts("main")).as("after 10 s").isEqualTo(2);
    assertThat(node.afterSeconds(21).restarts("main")).as("after 20 s").isEqualTo(3);
    assertThat(node.afterSeconds(41).restarts("main")).as("after 40 s").isEqualTo(4);
    assertThat(node.after(Duration.ofHours(1)).restarts("main"))
        .as("80 and 160 s, then one each five minutes")
        .isBetween(15L, 17L);
    assertThat(node.status("main").at("state", "waiting", "message").text())
        .startsWith("back-off 300s restarting failed container=main");
  }

  @Test
  void aRuleOfTheContainerComesBeforeThePolicyOfThePod() {
    PodsOnANode node = PodsOnANode.playing(Map.of("web", endsWith(42))).pod("""
            restartPolicy: Never
            containers:
            - name: main
              image: web
              restartPolicy: Never
              restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [42]}}]
            """).afterSeconds(5);

    assertThat(node.phase()).isEqualTo("Running");
    assertThat(node.restarts("main")).isEqualTo(1);
  }

  @Test
  void aPodThatTakesTooLongIsEnded() {
    PodsOnANode node = PodsOnANode.playing(Map.of())
        .pod("activeDeadlineSeconds: 30\ncontainers: [{name: main, image: web}]\n")
        .afterSeconds(29);
    assertThat(node.isReady()).isTrue();

    node.afterSeconds(3);

    assertThat(node.phase()).isEqualTo("Failed");
    assertThat(node.pod().at("status", "reason").text()).isEqualTo("DeadlineExceeded");
    assertThat(node.container("main")).as("ended by SIGTERM").isEqualTo("terminated Error 143");
  }

  @Test
  void whatDoesNotEndInItsGracePeriodIsKilled() {
    Behaviour stubborn = Behaviour.NORMAL.stoppingWithin(Duration.ofSeconds(20));
    PodsOnANode node = PodsOnANode.playing(Map.of("web", stubborn)).pod("""
            activeDeadlineSeconds: 30
            terminationGracePeriodSeconds: 5
            containers: [{name: main, image: web}]
            """).afterSeconds(40);

    assertThat(node.container("main")).isEqualTo("terminated Error 137");
  }

  @Test
  void twoContainersThatListenOnOnePortCollide() {
    PodsOnANode node = PodsOnANode.playing(Map.of()).pod("""
            containers:
            - {name: web, image: web, ports: [{containerPort: 8080}]}
            - {name: admin, image: web, ports: [{containerPort: 8080}]}
            - {name: dns, image: web, ports: [{containerPort: 8080, protocol: UDP}]}
            """).afterSeconds(5);

    assertThat(node.container("web")).isEqualTo("running");
    assertThat(node.container("dns")).isEqualTo("running");
    assertThat(node.container("admin")).isEqualTo("waiting CrashLoopBackOff");
    assertThat(node.status("admin").at("lastState", "terminated", "message").text())
        .isEqualTo("address already in use: port 8080/TCP");
    assertThat(node.isReady()).isFalse();
  }
}
