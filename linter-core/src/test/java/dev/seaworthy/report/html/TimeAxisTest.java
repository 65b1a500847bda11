package dev.seaworthy.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeAxisTest {

  private static TimeAxis axis(long... millis) {
    return TimeAxis.of(
        java.util.Arrays.stream(millis).mapToObj(Duration::ofMillis).toList());
  }

  @Test
  void laterIsFurtherRight() {
    TimeAxis axis = axis(0, 300, 310, 900, 302_000, 303_000);

    List<Double> places = Stream.of(0, 300, 310, 900, 100_000, 302_000, 303_000)
        .map(millis -> axis.percent(Duration.ofMillis(millis)))
        .toList();

    assertThat(places).isSorted().doesNotHaveDuplicates().allMatch(place -> place < 100);
  }

  @Test
  void aLongQuietTimeIsDrawnShortAndSaid() {
    TimeAxis axis = axis(0, 300, 900, 301_000, 301_300);

    assertThat(axis.percent(Duration.ofMillis(900))).isGreaterThan(15);
    assertThat(axis.cuts())
        .extracting(TimeAxis.Cut::left)
        .containsExactly(Duration.ofMillis(300_100));
  }

  @Test
  void evenTimesStayEven() {
    TimeAxis axis = axis(0, 1_000, 2_000, 3_000, 4_000);

    assertThat(axis.cuts()).isEmpty();
    double second = axis.percent(Duration.ofMillis(1_000));
    assertThat(axis.percent(Duration.ofMillis(4_000))).isCloseTo(4 * second, within(0.01));
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  @Test
  void anAxisOfNothingHasAPlaceForItsBeginning() {
    assertThat(axis().percent(Duration.ZERO)).isZero();
    assertThat(axis().percent(Duration.ofDays(1))).isEqualTo(100);
  }

  @Test
  void minutesAreWrittenAsClocksDo() {
    assertThat(TimeAxis.label(Duration.ofMillis(320))).isEqualTo("0.3 s");
    assertThat(TimeAxis.label(Duration.ofSeconds(42))).isEqualTo("42 s");
    assertThat(TimeAxis.label(Duration.ofSeconds(357))).isEqualTo("5:57");
  }
}
