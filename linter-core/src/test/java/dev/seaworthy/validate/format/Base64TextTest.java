package dev.seaworthy.validate.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes as they are written, and as the server writes them again. */
class Base64TextTest {

  @ParameterizedTest
  @CsvSource({"aGVsbG8=, aGVsbG8=", "aGVsbG8, false", "aGVsbG9, false", "'', ''", "YWJj, YWJj"})
  void whatDecodesIsWrittenAgain(String text, String again) {
    assertThat(Base64Text.isValid(text) ? Base64Text.canonical(text) : "false").isEqualTo(again);
  }

  @ParameterizedTest
  @CsvSource({"aGVs|bG8=|", "aGVsbG9=", "aGVs||bG8="})
  void lineBreaksAndBitsThatDoNotCountAreLeftOut(String text) {
    assertThat(Base64Text.canonical(text.replace('|', '\n'))).isEqualTo("aGVsbG8=");
  }
}
