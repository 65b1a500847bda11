package dev.seaworthy.validate.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFormatTest {

  @ParameterizedTest
  @CsvSource({
    "dns-1123-label, web-1, true",
    "dns-1123-label, 1a, true",
    "dns-1123-label, a.b, false",
    "dns-1123-label, -a, false",
    "dns-1123-label, '', false",
    "dns-1123-subdomain, a.b-c.d1, true",
    "dns-1123-subdomain, a..b, false",
    "dns-1123-subdomain, A, false",
    "dns-1123-subdomain-with-underscore, _a.b_c, true",
    "dns-1123-subdomain-with-underscore, a_, false",
    "wildcard-dns-1123-subdomain, *.example.com, true",
    "wildcard-dns-1123-subdomain, *example.com, false",
    "dns-1035-label, 1a, false",
    "qualified-name, example.com/App, true",
    "qualified-name, App_1.x, true",
    "qualified-name, /a, false",
    "qualified-name, a/b/c, false",
    "prefixed-label-key, app, false",
    "label-value, '', true",
    "label-value, a b, false",
    "path-segment-name, .., false",
    "path-segment-name, a:b, true",
    "path-segment-name, a%b, false",
    "port-name, http-2, true",
    "port-name, 80, false",
    "port-name, a--b, false",
    "c-identifier, _a1, true",
    "env-var-name, my.env-name, true",
    "env-var-name, 1a, false",
    "relaxed-env-var-name, 1 a, true",
    "relaxed-env-var-name, a=b, false",
    "config-key, .hidden, true",
    "config-key, ..x, false",
    "percent, 25%, true",
    "percent, %, false",
    "domain-prefixed-path, example.com/a/b, true",
    "domain-prefixed-path, example.com/, false",
    "uuid, 0b6ff5a0-2a40-4a0c-9b32-6f4ce1ab5aff, true",
    "uuid, 0B6FF5A0-2A40-4A0C-9B32-6F4CE1AB5AFF, false",
    "decimal-integer, -5, true",
    "decimal-integer, 05, false",
    "ip-sloppy, 010.0.0.1, true",
    "ip, 010.0.0.1, false",
    "ip-strict, 2001:DB8::1, false",
    "ip-strict, 2001:db8::1, true",
    "cidr-sloppy, 10.0.0.1/8, true",
    "cidr, 10.0.0.1/8, false",
    "cidr, 10.0.0.0/33, false"
  })
  void tellsGoodFromBad(String format, String text, boolean good) {
    assertThat(StringFormat.named(format).orElseThrow().accepts(text)).isEqualTo(good);
  }

  @Test
  void reportsEachProblemByItself() {
    String longAndUpper = "A".repeat(64);

    assertThat(NameFormat.DNS1123_LABEL.problems(longAndUpper)).hasSize(2);
    assertThat(LabelFormat.QUALIFIED_NAME.problems("A_b/" + "c".repeat(64))).hasSize(2);
    assertThat(NameFormat.PORT_NAME.problems("-")).hasSize(2);
  }

  @Test
  void countsBytesAsGoDoes() {
    assertThat(LabelFormat.LABEL_VALUE.problems("é".repeat(32))).hasSize(2);
  }
}
