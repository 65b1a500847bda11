package dev.seaworthy.validate.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1",
    "010.000.0.1, 10.0.0.1",
    "::, ::",
    "::1, ::1",
    "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7",
    "::ffff:1.2.3.4, 1.2.3.4",
    "fe80::1.2.3.4, fe80::102:304"
  })
  void isReadGenerouslyAndWrittenCanonically(String written, String canonical) {
    assertThat(IpAddress.parseSloppy(written)).map(IpAddress::toString).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        ":::",
        "1::2::3",
        "12345::",
        "g::",
        "1.2.3.4:80"
      })
  void isNothingElse(String text) {
    assertThat(IpAddress.parseSloppy(text)).isEmpty();
  }

  @Test
  void knowsSpecialAddresses() {
    assertThat(address("127.0.0.1").isLoopback()).isTrue();
    assertThat(address("::1").isLoopback()).isTrue();
    assertThat(address("0.0.0.0").isUnspecified()).isTrue();
    assertThat(address("169.254.3.4").isLinkLocalUnicast()).isTrue();
    assertThat(address("fe80::1").isLinkLocalUnicast()).isTrue();
    assertThat(address("224.0.0.9").isLinkLocalMulticast()).isTrue();
    assertThat(address("8.8.8.8").isLoopback()).isFalse();
  }

  @Test
  void aRangeKnowsItsBits() {
    Cidr range = Cidr.parseSloppy("10.1.2.3/8").orElseThrow();

    assertThat(range.hasHostBits()).isTrue();
    assertThat(range).hasToString("10.0.0.0/8");
    assertThat(range.isStrictlyAround(Cidr.parseSloppy("10.2.0.0/16").orElseThrow()))
        .isTrue();
    assertThat(range.isStrictlyAround(Cidr.parseSloppy("11.0.0.0/16").orElseThrow()))
        .isFalse();
  }

  private static IpAddress address(String text) {
    return IpAddress.parseSloppy(text).orElseThrow();
  }
}
