package dev.seaworthy.validate.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
    "2026-01-02T03:04:05.5Z, 2026-01-02T03:04:05Z",
    "2026-01-02T03:04:05+02:00, 2026-01-02T01:04:05Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z"
  })
  void isStoredInUtcToTheSecond(String written, String stored) {
    assertThat(Timestamp.canonical(written, false)).contains(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2026-01-02",
        "2026-01-02 03:04:05Z",
        "2026-13-02T03:04:05Z",
        "2025-02-29T00:00:00Z",
        "2026-01-02T03:04:05",
        "2026-01-02T24:00:00Z"
      })
  void isNothingElse(String text) {
    assertThat(Timestamp.canonical(text, false)).isEmpty();
  }

  @Test
  void ofMicrosecondsHasSixDigits() {
    assertThat(Timestamp.canonical("2026-01-02T03:04:05.000000Z", true)).isPresent();
    assertThat(Timestamp.canonical("2026-01-02T03:04:05Z", true)).isEmpty();
    assertThat(Timestamp.canonical("2026-01-02T03:04:05.5Z", true)).isEmpty();
  }
}
