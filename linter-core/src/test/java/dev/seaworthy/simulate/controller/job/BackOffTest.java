package dev.seaworthy.simulate.controller.job;

import static dev.seaworthy.simulate.controller.job.JobPodsAndJobs.ended;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.simulate.clock.VirtualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

  private static JobPod failedAt(int second) {
    return ended("failed-" + second, 1, Duration.ofSeconds(second));
  }

  private static JobPod succeededAt(int second) {
    return ended("succeeded-" + second, 0, Duration.ofSeconds(second));
  }

  private static long secondsLeft(BackOff backOff, int second) {
    return backOff.remaining(VirtualClock.EPOCH.plusSeconds(second)).toSeconds();
  }

  @ParameterizedTest(name = "after {0} failures it waits {1} s")
  @CsvSource({"1, 10", "2, 20", "3, 40", "6, 320", "7, 600", "30, 600"})
  void itWaitsTwiceAsLongAfterEachFailure(int failures, int seconds) {
    BackOff backOff = BackOff.NONE;
    for (int i = 0; i < failures; i++) {
      backOff = backOff.after(List.of(), List.of(failedAt(100)));
    }

    assertThat(secondsLeft(backOff, 100)).isEqualTo(seconds);
    assertThat(secondsLeft(backOff, 100 + seconds + 1)).isZero();
  }

  @Test
  void aSuccessMakesItForget() {
    BackOff backOff = BackOff.NONE.after(List.of(), List.of(failedAt(1), failedAt(2)));

    assertThat(backOff.after(List.of(succeededAt(3)), List.of())).isEqualTo(BackOff.NONE);
  }

  @Test
  void failuresAfterTheLastSuccessCount() {
    BackOff backOff =
        BackOff.NONE.after(List.of(succeededAt(3)), List.of(failedAt(2), failedAt(4), failedAt(5)));

    assertThat(backOff.failures()).isEqualTo(2);
    assertThat(secondsLeft(backOff, 5)).isEqualTo(20);
  }

  @Test
  void withoutAFailureThereIsNoWait() {
    assertThat(secondsLeft(BackOff.NONE, 0)).isZero();
  }
}
