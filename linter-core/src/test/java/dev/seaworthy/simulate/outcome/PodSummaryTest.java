package dev.seaworthy.simulate.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PodSummaryTest {

  private static PodState pod(String owner, int number, boolean ready) {
    return new PodState(
        "default",
        owner + "-" + number,
        Optional.of(new PodState.Owner("Deployment", owner)),
        ready ? "Running" : "Pending",
        ready ? "Running" : "Pending",
        "",
        ready,
        List.of(),
        List.of(),
        false,
        Duration.ZERO,
        Optional.empty(),
        ready ? Optional.of("node-" + number % 2) : Optional.empty(),
        Optional.empty(),
        List.of());
  }

  @Test
  void theManyPodsOfAWorkloadAreOneLine() {
    List<PodState> pods = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      pods.add(pod("web", i, i >= 20));
    }

    assertThat(PodSummary.of(pods)).isEqualTo("""
        NAMESPACE   OWNER            READY   STATUS                   NODES
        default     deployment/web   40/60   20 Pending, 40 Running   20 on node-0, 20 on node-1

        60 pods; --get pods lists them
        """);
  }

  @Test
  void ofManyWorkloadsThoseInTroubleAreTold() {
    List<PodState> pods = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      pods.add(pod("web" + i, 0, i != 7));
    }

    assertThat(PodSummary.of(pods)).isEqualTo("""
        NAMESPACE   OWNER             READY   STATUS      NODES
        default     deployment/web7   0/1     1 Pending  \s

        99 workloads more; 100 pods; --get pods lists them
        """);
  }
}
