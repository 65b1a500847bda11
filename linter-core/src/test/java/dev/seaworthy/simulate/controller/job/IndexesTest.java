package dev.seaworthy.simulate.controller.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexesTest {

  @ParameterizedTest(name = "{0} and {1} is {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "''    | 3     | 3",
        "1     | 2     | 1,2",
        "1,2   | 3     | 1-3",
        "0-2   | 4     | 0-2,4",
        "5     | 0-2   | 0-2,5",
        "0-9   | 3-4   | 0-9",
        "0,2,4 | 1,3   | 0-4",
      })
  void areWrittenInAsFewRangesAsCanBe(String some, String more, String all) {
    Indexes both = Indexes.parse(some, 10).and(Indexes.parse(more, 10));

    assertThat(both).hasToString(all);
  }

  @Test
  void thoseBeyondTheJobsCompletionsAreNotRead() {
    assertThat(Indexes.parse("0-2,4-9,12", 6)).hasToString("0-2,4,5");
  }

  @Test
  void whatIsNoRangeIsPassedOver() {
    assertThat(Indexes.parse("0,x,3-,5", 6)).hasToString("0,5");
  }

  @Test
  void theFirstOnesThatAreFreeFillTheGaps() {
    Indexes taken = Indexes.parse("0,2-4,7", 10);

    assertThat(taken.firstOthers(3, 10)).containsExactly(1, 5, 6);
    assertThat(taken.firstOthers(9, 9)).containsExactly(1, 5, 6, 8);
  }

  @ParameterizedTest(name = "{0} and {1} share {2}")
  @CsvSource(
      delimiter = '|',
      value = {"0-3 | 2-5 | 2", "0,2,4 | 1,3 | 0", "0-9 | 1,3-5,9 | 5", "1-2,5 | 2-5 | 2"})
  void overlap(String some, String others, int shared) {
    assertThat(Indexes.parse(some, 10).overlap(Indexes.parse(others, 10))).isEqualTo(shared);
  }

  @Test
  void knowWhichTheyHold() {
    Indexes indexes = Indexes.of(List.of(7, 1, 2, 3));

    assertThat(List.of(0, 1, 3, 4, 7, 8)).filteredOn(indexes::has).containsExactly(1, 3, 7);
    assertThat(indexes.total()).isEqualTo(4);
  }
}
