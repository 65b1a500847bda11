package dev.seaworthy.simulate.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.simulate.history.WorkloadHistory.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a workload had fewer pods available than before. */
class DipTest {

  private static final Duration END = Duration.ofSeconds(100);

  private static Moment at(int second, long desired, long available) {
    return new Moment(
        Duration.ofSeconds(second), desired, desired - 1, desired, available, available);
  }

  @Test
  void aDipLastsUntilThereAreAsManyAgain() {
    List<Dip> dips =
        Dip.in(List.of(at(0, 3, 0), at(1, 3, 3), at(10, 3, 2), at(12, 3, 1), at(20, 3, 3)), END);

    assertThat(dips).singleElement().satisfies(dip -> {
      assertThat(dip.from()).isEqualTo(Duration.ofSeconds(10));
      assertThat(dip.until()).contains(Duration.ofSeconds(20));
      assertThat(dip.lowest()).isEqualTo(1);
      assertThat(dip.atLowest()).isEqualTo(Duration.ofSeconds(8));
      assertThat(dip.isOutage()).isFalse();
    });
  }

  @Test
  void whatNeverComesBackLastsToTheEnd() {
    List<Dip> dips = Dip.in(List.of(at(0, 1, 1), at(40, 1, 0)), END);

    assertThat(dips).singleElement().satisfies(dip -> {
      assertThat(dip.until()).isEqualTo(Optional.empty());
      assertThat(dip.isOutage()).isTrue();
      assertThat(dip.atLowest()).isEqualTo(Duration.ofSeconds(60));
    });
  }

  @Test
  void whoWantsFewerHasNoDip() {
    assertThat(Dip.in(List.of(at(0, 3, 3), at(5, 1, 3), at(6, 1, 1)), END)).isEmpty();
  }

  @Test
  void whoWantsMoreHasNoDip() {
    assertThat(Dip.in(List.of(at(0, 1, 1), at(5, 3, 1), at(6, 3, 3)), END)).isEmpty();
  }

  @Test
  void eachFallIsADipOfItsOwn() {
    assertThat(
            Dip.in(List.of(at(0, 2, 2), at(1, 2, 1), at(2, 2, 2), at(3, 2, 0), at(4, 2, 2)), END))
        .extracting(Dip::lowest)
        .containsExactly(1L, 0L);
  }
}
