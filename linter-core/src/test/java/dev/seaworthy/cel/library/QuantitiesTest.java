package dev.seaworthy.cel.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "500m, 0.5",
    "1.5Ki, 1536",
    "1e3, 1000",
    "2, 2",
    ".5, 0.5",
    "5., 5",
    "-1k, -1000",
    "1E, 1000000000000000000"
  })
  void isANumber(String written, BigDecimal number) {
    assertThat(Quantities.parse(written))
        .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m", "1 Gi", "1GiB", "--1", "0x10", "1.2.3", "1e999"})
  void isNone(String written) {
    assertThat(Quantities.parse(written)).isEmpty();
  }
}
