package dev.seaworthy.simulate.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JitterTest {

  private static final Duration MOST = Duration.ofSeconds(10);

  private static List<Duration> draws() {
    SplittableRandom chance = new SplittableRandom(1);
    Jitter jitter = new Jitter(MOST);
    return Stream.generate(() -> jitter.draw(chance)).limit(2_000).toList();
  }

  @Test
  void nothingTakesLongerThanItMay() {
    assertThat(draws()).allMatch(draw -> !draw.isNegative() && draw.compareTo(MOST) <= 0);
  }

  @Test
  void mostTakeLittleLongerAndSomeMuch() {
    assertThat(draws())
        .filteredOn(draw -> draw.compareTo(MOST.dividedBy(16)) > 0)
        .hasSizeBetween(50, 250);
  }

  @Test
  void withoutAnyEverythingTakesItsTime() {
    assertThat(Jitter.NONE.draw(new SplittableRandom(1))).isZero();
  }
}
