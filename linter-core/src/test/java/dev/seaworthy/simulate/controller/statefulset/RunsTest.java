package dev.seaworthy.simulate.controller.statefulset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is added and removed, runs answer as a plain set does. */
class RunsTest {

  private static final int NUMBERS = 30;

  private final Runs runs = new Runs();
  private final TreeSet<Integer> plain = new TreeSet<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void answerAsAPlainSetDoes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      int number = random.nextInt(NUMBERS);
      if (random.nextBoolean()) {
        runs.add(number);
        plain.add(number);
      } else {
        runs.remove(number);
        plain.remove(number);
      }
      int from = random.nextInt(NUMBERS);
      int end = from + random.nextInt(NUMBERS);

      assertThat(runs.contains(number)).isEqualTo(plain.contains(number));
      assertThat(runs.count(from, end)).isEqualTo(plain.subSet(from, end).size());
      assertThat(runs.firstAbsent(from)).isEqualTo(firstAbsent(from));
    }
  }

  private int firstAbsent(int from) {
    int number = from;
    while (plain.contains(number)) {
      number++;
    }
    return number;
  }
}
