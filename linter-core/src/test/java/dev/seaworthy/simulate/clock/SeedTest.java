package dev.seaworthy.simulate.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeedTest {

  private static List<Long> draws(long seed, String purpose) {
    SplittableRandom random = new Seed(seed).stream(purpose);
    return LongStream.range(0, 100).mapToObj(draw -> random.nextLong()).toList();
  }

  @Test
  void theSameSeedAndPurposeDrawTheSame() {
    assertThat(draws(7, "names")).isEqualTo(draws(7, "names"));
  }

  @Test
  void neighbouringSeedsDrawNothingAlike() {
    assertThat(draws(8, "names")).doesNotContainAnyElementsOf(draws(7, "names"));
  }

  @Test
  void purposesDrawNothingAlike() {
    assertThat(draws(7, "ties")).doesNotContainAnyElementsOf(draws(7, "names"));
  }

  @Test
  void withoutChanceTheFirstOfEqualsIsChosen() {
    assertThat(Seed.NONE.choose(5, Seed.NONE.stream("ties"))).isZero();
  }
}
