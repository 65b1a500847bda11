package dev.seaworthy.simulate.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes before the containers proper. */
class InitContainersTest {

  private static final Duration TEN = Duration.ofSeconds(10);

  private static final Behaviour TAKES_TEN = Behaviour.NORMAL.ending(Behaviour.Exit.once(TEN, 0));
  private static final Behaviour FAILS =
      Behaviour.NORMAL.ending(Behaviour.Exit.once(Duration.ofSeconds(2), 3));

  private static final String TWO_INITS = """
      initContainers:
      - {name: first, image: migrate}
      - {name: second, image: 'seed'}
      containers: [{name: main, image: 'web'}]
      """;

  @Test
  void runOneAfterTheOtherAndToTheirEnd() {
    PodsOnANode node = PodsOnANode.playing(Map.of("migrate", TAKES_TEN, "seed", TAKES_TEN))
        .pod(TWO_INITS)
        .afterSeconds(5);

    assertThat(node.container("first")).isEqualTo("running");
    assertThat(node.container("second")).isEqualTo("waiting PodInitializing");
    assertThat(node.container("main")).isEqualTo("waiting PodInitializing");
    assertThat(node.phase()).isEqualTo("Pending");
    assertThat(node.condition("Initialized")).isEqualTo("False ContainersNotInitialized");

    node.afterSeconds(10);
    assertThat(node.container("first")).isEqualTo("terminated Completed 0");
    assertThat(node.container("second")).isEqualTo("running");

    node.afterSeconds(10);
    assertThat(node.phase()).isEqualTo("Running");
    assertThat(node.condition("Initialized")).isEqualTo("True");
    assertThat(node.isReady()).isTrue();
  }

  @Test
  void endWellAtOnceWhereNobodySaysOtherwise() {
    PodsOnANode node = PodsOnANode.playing(Map.of()).pod(TWO_INITS).afterSeconds(1);

    assertThat(node.container("second")).isEqualTo("terminated Completed 0");
    assertThat(node.isReady()).isTrue();
  }

  @Test
  void areRepeatedWithGrowingWaitsUntilTheySucceed() {
    PodsOnANode node =
        PodsOnANode.playing(Map.of("migrate", FAILS)).pod(TWO_INITS).afterSeconds(10);

    assertThat(node.container("first")).isEqualTo("waiting CrashLoopBackOff");
    assertThat(node.status("first").at("lastState", "terminated", "exitCode").longOr(0))
        .isEqualTo(3);
    assertThat(node.container("main")).isEqualTo("waiting PodInitializing");
    assertThat(node.phase()).isEqualTo("Pending");
  }

  @Test
  void thatFailEndAPodThatIsNotRestarted() {
    PodsOnANode node = PodsOnANode.playing(Map.of("migrate", FAILS))
        .pod("restartPolicy: Never\n" + TWO_INITS)
        .afterSeconds(10);

    assertThat(node.phase()).isEqualTo("Failed");
    assertThat(node.container("first")).isEqualTo("terminated Error 3");
    assertThat(node.container("main")).isEqualTo("waiting PodInitializing");
    assertThat(node.condition("Ready")).isEqualTo("False PodFailed");
  }

  @Test
  void thatRestartAlwaysStayBesideTheOthers() {
    PodsOnANode node = PodsOnANode.playing(Map.of("proxy", Behaviour.NORMAL.readyAfter(TEN)))
        .pod("""
            initContainers:
            - name: proxy
              image: proxy
              restartPolicy: Always
              startupProbe: {tcpSocket: {port: 80}, periodSeconds: 1, failureThreshold: 30}
            containers: [{name: main, image: web}]
            """)
        .afterSeconds(5);

    assertThat(node.container("proxy")).isEqualTo("running");
    assertThat(node.container("main")).as("waits for the sidecar").startsWith("waiting");

    node.afterSeconds(6);
    assertThat(node.container("proxy")).isEqualTo("running");
    assertThat(node.container("main")).isEqualTo("running");
    assertThat(node.isReady()).isTrue();
  }

  @Test
  void aSidecarIsNoReasonForAPodToGoOn() {
    PodsOnANode node = PodsOnANode.playing(Map.of("job", TAKES_TEN)).pod("""
            restartPolicy: Never
            initContainers: [{name: proxy, image: proxy, restartPolicy: Always}]
            containers: [{name: main, image: job}]
            """).afterSeconds(20);

    assertThat(node.phase()).isEqualTo("Succeeded");
    assertThat(node.container("proxy")).isEqualTo("terminated Completed 0");
  }
}
