package dev.seaworthy.simulate.controller.podgc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.ClusterSettings;
import dev.seaworthy.simulate.Objects;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Finalizers;
import dev.seaworthy.simulate.server.Deletion;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodCollectionTest {

  private final Cluster cluster = Cluster.start(ClusterSettings.QUICK, new Seed(1));

  @ParameterizedTest(name = "{0} ms after the beginning: {1} ms")
  @CsvSource({"0, 0", "1, 0", "2, 19998", "19999, 1", "20000, 0"})
  void roundsComeEveryTwentySeconds(long since, long wait) {
    Instant now = VirtualClock.EPOCH.plusMillis(since);

    assertThat(CollectionRounds.untilRound(now).toMillis()).isEqualTo(wait);
  }

  @Test
  void aPodThatIsToGoAndHasNoNodeFails() {
    Resource pod = Finalizers.with(Objects.pod("web", "web:1"), "example.com/hold");
    cluster.api().create(pod);
    cluster.advance(Duration.ofSeconds(3));

    cluster.api().delete(ObjectKey.of(pod), Deletion.NORMAL);
    cluster.advance(Duration.ofSeconds(10));
    assertThat(phase(pod)).isEqualTo("Pending");
    cluster.advance(Duration.ofSeconds(10));

    assertThat(phase(pod)).isEqualTo("Failed");
  }

  private String phase(Resource pod) {
    return cluster
        .view()
        .get(ObjectKey.of(pod))
        .orElseThrow()
        .at("status", "phase")
        .text();
  }

  @Test
  void ofPodsThatHaveEndedTheEvictedAndTheOldestGo() {
    TerminatedPods pods = TerminatedPods.keeping(2, new VirtualClock());
    cluster.onCommit(pods.counter().orElseThrow());
    given("old", "");
    cluster.advance(Duration.ofSeconds(2));
    given("young", "");
    given("evicted", "Evicted");
    given("youngest", "");

    pods.reconcile(ObjectKey.of(Objects.pod("any", "")), cluster.view(), cluster.api());

    assertThat(cluster.view().list(Kinds.POD))
        .extracting(Resource::name)
        .containsExactly("young", "youngest");
  }

  private void given(String name, String reason) {
    Resource pod = cluster.api().create(Objects.pod(name, "web:1")).object().orElseThrow();
    cluster
        .api()
        .updateStatus(
            pod.with("status.phase", Scalar.of("Failed")).with("status.reason", Scalar.of(reason)));
  }
}
