package dev.seaworthy.simulate.controller.podautoscaler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.simulate.controller.podautoscaler.PodSample.Standing;
import dev.seaworthy.simulate.controller.podautoscaler.ReplicaCalculation.Proposal;
import dev.seaworthy.simulate.controller.podautoscaler.ReplicaCalculation.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each pod asks for 100 thousandths of a processor. */
class ReplicaCalculationTest {

  private static List<PodSample> pods(int count, Standing standing, long usage) {
    return Collections.nCopies(count, new PodSample(standing, usage, 100));
  }

  private static List<PodSample> both(List<PodSample> some, List<PodSample> others) {
    List<PodSample> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  private static Optional<Proposal> propose(long current, Target target, List<PodSample> samples) {
    return new ReplicaCalculation(current, target, 0.1, 0.1).propose(samples);
  }

  private static long replicas(long current, long percent, List<PodSample> samples) {
    return propose(current, new Target(percent, true), samples).orElseThrow().replicas();
  }

  @ParameterizedTest(name = "{0} pods at {1} % with {2} % aimed at: {3}")
  @CsvSource({
    "3, 50, 50, 3",
    "3, 54, 50, 3",
    "3, 56, 50, 4",
    "3, 46, 50, 3",
    "3, 44, 50, 3",
    "3, 30, 50, 2",
    "3, 100, 50, 6",
    "10, 5, 50, 1",
    "1, 0, 50, 0",
  })
  void soManyAreProposed(int pods, long usage, long percent, long proposed) {
    assertThat(replicas(pods, percent, pods(pods, Standing.READY, usage))).isEqualTo(proposed);
  }

  @Test
  void anAverageIsComparedWithoutRequests() {
    Optional<Proposal> proposal = propose(2, new Target(200, false), pods(2, Standing.READY, 500));

    assertThat(proposal).contains(new Proposal(5, Optional.empty(), 500));
  }

  @Test
  void podsThatStartAreTakenForIdleBeforeScalingUp() {
    List<PodSample> samples = both(pods(3, Standing.READY, 100), pods(3, Standing.UNREADY, 100));

    assertThat(replicas(6, 50, samples)).isEqualTo(6);
  }

  @Test
  void podsThatStartDoNotCountBeforeScalingDown() {
    List<PodSample> samples = both(pods(3, Standing.READY, 10), pods(3, Standing.UNREADY, 0));

    assertThat(replicas(6, 50, samples)).isEqualTo(1);
  }

  @Test
  void podsThatNobodyMeasuredAreTakenForBusyBeforeScalingDown() {
    List<PodSample> samples = both(pods(3, Standing.READY, 10), pods(1, Standing.MISSING, 0));

    assertThat(replicas(4, 50, samples)).isEqualTo(3);
  }

  @Test
  void podsThatNobodyMeasuredAreTakenForIdleBeforeScalingUp() {
    List<PodSample> samples = both(pods(3, Standing.READY, 100), pods(1, Standing.MISSING, 0));

    assertThat(replicas(4, 50, samples)).isEqualTo(6);
  }

  @Test
  void withoutAReadyPodNothingCanBeSaid() {
    assertThat(propose(2, new Target(50, true), pods(2, Standing.UNREADY, 100))).isEmpty();
  }
}
