package dev.seaworthy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

  @ParameterizedTest(name = "{0}:{1} to {2}:{3}")
  @CsvSource({
    "0, 0, 0, 0",
    "1, 1, 1, 1",
    "7, 3, 7, 20",
    "33554431, 524287, 33554431, 1048574",
    "1, 1, 2, 1",
    "12, 5, 40, 9",
    "2097150, 1023, 3145725, 4095"
  })
  void isTheSameAfterItWasPacked(int line, int column, int endLine, int endColumn) {
    Span span = new Span(line, column, endLine, endColumn);

    assertThat(span.packed()).isNotEqualTo(Span.TOO_WIDE);
    assertThat(Span.unpacked(span.packed())).isEqualTo(span);
  }

  @ParameterizedTest(name = "{0}:{1} to {2}:{3}")
  @CsvSource({
    "33554432, 1, 33554432, 2",
    "1, 524288, 1, 524289",
    "1, 1, 1, 524289",
    "2097151, 1, 2097152, 1",
    "1, 1024, 2, 1",
    "1, 1, 1048577, 1",
    "1, 1, 2, 4096"
  })
  void isKeptAsItIsWhereItStandsFarOut(int line, int column, int endLine, int endColumn) {
    assertThat(new Span(line, column, endLine, endColumn).packed()).isEqualTo(Span.TOO_WIDE);
  }
}
