package dev.seaworthy.simulate.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualClockTest {

  @Test
  void readsWhatItHasWritten() {
    Instant second = VirtualClock.EPOCH.plusSeconds(86_399);

    assertThat(VirtualClock.instant(VirtualClock.timestamp(second.plusMillis(250))))
        .isEqualTo(second);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29T23:59:59Z",
        "1969-12-31T00:00:00Z",
        "2026-01-01T00:00:00.250Z",
        "2016-12-31T23:59:60Z",
        "2026-01-01T24:00:00Z"
      })
  void readsEveryTimeAsTheGeneralParserDoes(String timestamp) {
    assertThat(VirtualClock.instant(timestamp)).isEqualTo(Instant.parse(timestamp));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2026-02-30T00:00:00Z", "2026-01-01 00:00:00Z", "0000-00-00T00:00:0xZ"})
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> VirtualClock.instant(text)).isInstanceOf(DateTimeException.class);
  }
}
