package dev.seaworthy.validate.custom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      date-time | 2026-01-02T03:04:05Z
      date-time | 2026-01-02T03:04:05.5+02:00
      date | 2024-02-29
      duration | 1h30m
      duration | 3 weeks
      ipv4 | 10.0.0.1
      ipv6 | fe80::1
      cidr | 10.0.0.0/8
      mac | 00-11-22-33-44-55
      mac | 0011.2233.4455
      uri | https://user@example.org:8443/a?b
      uri | /only/a/path
      uri | urn:isbn:0321751043
      hostname | www.example.org
      hostname | straße.example
      email | Jo Doe <jo@example.org>
      email | "a b"@example.org
      uuid | 123E4567-e89b-12d3-a456-426614174000
      isbn10 | 0-306-40615-2
      isbn13 | 978-0-306-40615-7
      creditcard | 4012 8888 8888 1881
      ssn | 123-45-6789
      hexcolor | #abc
      rgbcolor | rgb(0, 128, 255)
      byte | YWJj
      k8s-short-name | web-1
      k8s-long-name | web.example.org
      """)
  void whatHasTheFormatIsTaken(String format, String text) {
    assertThat(Formats.matches(format, text)).as("%s %s", format, text).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      date-time | 2026-01-02 03:04:05Z
      date-time | 2026-01-02T24:04:05Z
      date-time | 2026-01-02T03:04:05
      date | 2023-02-29
      date | 2023-2-1
      duration | soon
      duration | 7
      ipv4 | ::1
      ipv4 | 10.0.0
      ipv6 | 10.0.0.1
      cidr | 10.0.0.0/33
      mac | 00:11:22:33:44
      uri | no/slash
      uri | http://host:port/
      uri | http://host/%zz
      hostname | a_b
      hostname | www.example.
      hostname | www.-x.org
      email | nobody
      email | a b@example.org
      uuid | 123e4567-e89b-12d3-a456
      uuid4 | 123e4567-e89b-12d3-a456-426614174000
      isbn10 | 0-306-40615-3
      isbn13 | 978-0-306-40615-8
      creditcard | 4012 8888 8888 1882
      ssn | 123456789
      hexcolor | #abcd
      rgbcolor | rgb(0, 128, 256)
      byte | YWJ
      k8s-short-name | Web
      k8s-long-name | -web
      """)
  void whatLacksTheFormatIsNot(String format, String text) {
    assertThat(Formats.matches(format, text)).as("%s %s", format, text).isFalse();
  }

  @Test
  void aFormatThatTheServerDoesNotKnowSaysNothing() {
    assertThat(Formats.isKnown("string", "made-up")).isFalse();
    assertThat(Formats.isKnown("string", "quantity")).isFalse();
    assertThat(Formats.isKnown("integer", "int32")).isTrue();
    assertThat(Formats.isKnown("string", "int32")).isFalse();
    assertThat(Formats.isKnown("array", "cidr")).isFalse();
  }
}
