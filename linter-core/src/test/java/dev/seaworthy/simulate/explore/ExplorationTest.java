package dev.seaworthy.simulate.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.simulate.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class ExplorationTest {

  private static final LongFunction<Outcome> NOTHING_HAPPENS = seed -> Outcome.NONE;

  @Test
  void tellsAfterEachRunHowManyWerePlayed() {
    List<Integer> told = new ArrayList<>();
    IntPredicate watch = told::add;

    Exploration all = Exploration.of(1, 5, 4, NOTHING_HAPPENS, watch);

    assertThat(told).containsExactly(1, 2, 3, 4, 5);
    assertThat(all.seeds()).isEqualTo(all.wanted());
    assertThat(all.sentences().get(0)).startsWith("This is the worst of 5 orders of chance; ");
  }

  @Test
  void saysThatItWasStopped() {
    Exploration some = Exploration.of(1, 100_000, 1, NOTHING_HAPPENS, played -> played < 3);

    assertThat(some.seeds()).isBetween(3, 4);
    assertThat(some.sentences().get(0)).contains(", stopped before the 100000 asked for; ");
  }
}
