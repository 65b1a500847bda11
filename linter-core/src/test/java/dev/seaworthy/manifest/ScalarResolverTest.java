package dev.seaworthy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.manifest.Scalar.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every line was checked against Go's sigs.k8s.io/yaml. */
class ScalarResolverTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "yes | BOOLEAN | true",
        "n | BOOLEAN | false",
        "Off | BOOLEAN | false",
        "yEs | STRING | yEs",
        "~ | NULL | null",
        "Null | NULL | null",
        "0644 | INTEGER | 420",
        "0o644 | INTEGER | 420",
        "08 | INTEGER | 8",
        "0x1F | INTEGER | 31",
        "0b101 | INTEGER | 5",
        "-0x10 | INTEGER | -16",
        "+12 | INTEGER | 12",
        "1_000 | INTEGER | 1000",
        "12:30 | STRING | 12:30",
        "1.0 | INTEGER | 1",
        "-0.0 | INTEGER | 0",
        "1e3 | INTEGER | 1000",
        "1.50 | FLOAT | 1.5",
        ".5 | FLOAT | 0.5",
        ".1_000 | FLOAT | 0.1",
        "1e-7 | FLOAT | 1e-7",
        "1e21 | FLOAT | 1e+21",
        "1e400 | STRING | 1e400",
        "9223372036854775807 | INTEGER | 9223372036854775807",
        "9223372036854775808 | FLOAT | 9223372036854776000",
        "100091000123456789.123 | INTEGER | 100091000123456780",
        "2024-01-01 | STRING | 2024-01-01",
        "1.2.3 | STRING | 1.2.3",
        "0x | STRING | 0x",
        "- | STRING | -",
        "<< | STRING | <<"
      })
  void resolvesAsGoDoes(String written, Kind kind, String json) {
    ScalarResolver.Resolved resolved = ScalarResolver.resolve(written);

    assertThat(resolved.kind()).isEqualTo(kind);
    assertThat(resolved.json()).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "0x10, 16",
    "1.5, 1.5",
    "1000000.0, 1e+06",
    "0.00001, 1e-05",
    "-.inf, -.inf",
    ".NaN, .nan",
    "yes, true",
    "plain, plain"
  })
  void writesKeysAsGoDoes(String written, String key) {
    assertThat(ScalarResolver.resolve(written).key()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({"~", "18446744073709551615"})
  void refusesKeysThatGoRefuses(String written) {
    assertThat(ScalarResolver.resolve(written).key()).isNull();
  }
}
