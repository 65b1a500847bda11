package dev.seaworthy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.validate.format.Base64Text;
import dev.seaworthy.validate.format.Cidr;
import dev.seaworthy.validate.format.GoDuration;
import dev.seaworthy.validate.format.IpAddress;
import dev.seaworthy.validate.format.JsonForm;
import dev.seaworthy.validate.format.Timestamp;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format takes or refuses a text; what it takes it takes again in its own writing. */
@Tag("long")
class FormatFuzzTest {

  static Stream<String> texts() {
    return Stream.of(
        "1.5Gi",
        "-12e-3",
        "100m",
        "1e3",
        "0.000000001Ki",
        "1h2m3.5s",
        "-1.5us",
        "10.96.0.1",
        "2001:db8::1",
        "::ffff:1.2.3.4",
        "10.0.0.0/8",
        "2001:db8::/32",
        "2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05.123456+05:30",
        "aGVsbG8=",
        "{\"a\":[1,2]}");
  }

  @MethodSource("texts")
  @FuzzTest(maxDuration = Seeds.DURATION)
  void everyTextIsTakenOrRefused(@NotNull String text) {
    Optional<Quantity> quantity = Quantity.parse(text);
    if (quantity.isPresent() && isOfThisWorld(quantity.get())) {
      Quantity again = Quantity.parse(quantity.get().toString()).orElseThrow();
      assertThat(again).isEqualByComparingTo(quantity.get());
      assertThat(again).hasToString(quantity.get().toString());
    }
    Optional<String> time = Timestamp.canonical(text, false);
    if (time.isPresent()) {
      assertThat(Timestamp.canonical(time.get(), false)).isEqualTo(time);
    }
    assertThat(GoDuration.isValid(text)).isEqualTo(GoDuration.parse(text).isPresent());
    IpAddress.parseSloppy(text);
    Cidr.parseSloppy(text);
    JsonForm.isObject(text);
    if (Base64Text.isValid(text)) {
      assertThat(Base64Text.size(text)).isNotNegative();
    }
  }

  /** Larger exponents are cut, so that no text makes a number of a billion digits. */
  private static boolean isOfThisWorld(Quantity quantity) {
    return quantity.value().precision() - quantity.value().scale() < 400;
  }
}
