package dev.seaworthy.api.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "1.5, 1500m",
    "1000m, 1",
    "0.5, 500m",
    "1500k, 1500k",
    "2000k, 2M",
    "1024Ki, 1Mi",
    "1.5Gi, 1536Mi",
    "1000Mi, 1000Mi",
    "100Ki, 100Ki",
    "0.5Mi, 512Ki",
    "12e6, 12e6",
    "1e3, 1e3",
    "1E, 1E",
    "-1.5, -1500m",
    "+2, 2",
    "0.0000000001, 1n",
    "5., 5",
    "1Ki, 1Ki",
    "512Ki, 512Ki",
    "0.5Ki, 512"
  })
  void isStoredInCanonicalForm(String written, String stored) {
    assertThat(Quantity.parse(written).orElseThrow().canonical()).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "bad", "1K", "1mi", "1 Gi", "1.5.3", "1Kb", "e3", "1e", "0x10", "1e-"})
  void isNothingElse(String text) {
    assertThat(Quantity.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1000m, 0", "1Ki, 1k, 1", "100m, 1, -1", "1e999999999999, 1, 1"})
  void comparesByAmount(String one, String other, int sign) {
    Quantity first = Quantity.parse(one).orElseThrow();

    assertThat(first.compareTo(Quantity.parse(other).orElseThrow())).isEqualTo(sign);
  }

  @Test
  void digitsWithoutEndAreRead() {
    String many = "1".repeat(1_000_000);

    assertThat(Quantity.parse(many).orElseThrow().isLessThan(Long.MAX_VALUE)).isFalse();
    assertThat(Quantity.parse("-" + many).orElseThrow().isLessThan(0)).isTrue();
    assertThat(Quantity.parse(many + "Ki").orElseThrow().value()).isEqualTo("9223372036854775807");
    assertThat(Quantity.parse(many + "x")).isEmpty();
  }

  @Test
  void zerosWithoutEndAreNothing() {
    String zeros = "0".repeat(1_000_000);

    assertThat(Quantity.parse(zeros + "5").orElseThrow().canonical()).isEqualTo("5");
    assertThat(Quantity.parse(zeros).orElseThrow().canonical()).isEqualTo("0");
    assertThat(Quantity.parse("5." + zeros).orElseThrow().canonical()).isEqualTo("5");
    assertThat(Quantity.parse("0." + zeros + "5").orElseThrow().canonical()).isEqualTo("1n");
  }
}
