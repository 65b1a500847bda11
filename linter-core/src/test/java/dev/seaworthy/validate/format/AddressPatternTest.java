package dev.seaworthy.validate.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What JSON Schemas say of addresses refuses nothing that the server takes. */
class AddressPatternTest {

  private static final String[] FORMATS = {
    "ip", "ip-sloppy", "ip-strict", "cidr", "cidr-sloppy", "cidr-strict"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "255.249.199.99",
        "010.000.0.1",
        "::",
        "::1",
        "2001:DB8:0:0:1:0:0:1",
        "1:0:2:3:4:5:6:7",
        "::ffff:1.2.3.4",
        "::ffff:01.2.3.4",
        "fe80::1.2.3.4",
        "1:2:3:4:5:6:1.2.3.4",
        "10.0.0.0/8",
        "10.0.0.0/08",
        "0.0.0.0/0",
        "2001:db8::/64",
        "::/128",
        "::ffff:10.0.0.0/104"
      })
  void takesWhatTheFormatTakes(String text) {
    for (String key : FORMATS) {
      StringFormat format = StringFormat.named(key).orElseThrow();
      boolean fits =
          Pattern.compile(format.pattern().orElseThrow()).matcher(text).find();
      assertThat(fits || !format.accepts(text)).as("%s as %s", text, key).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ip, 10.0.0",
    "ip, 256.0.0.1",
    "ip, 010.0.0.1",
    "ip, localhost",
    "ip-sloppy, 10.0.0.x",
    "cidr, 10.0.0.0",
    "cidr, 10.0.0.0/129",
    "cidr-sloppy, 10.0.0.0/"
  })
  void refusesWhatIsNone(String key, String text) {
    StringFormat format = StringFormat.named(key).orElseThrow();

    assertThat(Pattern.compile(format.pattern().orElseThrow()).matcher(text).find())
        .isFalse();
    assertThat(format.accepts(text)).isFalse();
  }
}
