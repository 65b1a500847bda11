package dev.seaworthy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "web, web, true",
    "web, web-1, false",
    "web-*, web-1, true",
    "web-*, web-, true",
    "web-*, api-1, false",
    "*-web, my-web, true",
    "*-web, my-web-1, false",
    "a*a, a, false",
    "a*b*c, a-b-c, true",
    "a*b*c, a-c-b, false",
    "*, '', true",
    "'', a, false"
  })
  void aStarIsAnyTextAlsoNone(String pattern, String text, boolean matches) {
    assertThat(Wildcard.matches(pattern, text)).isEqualTo(matches);
  }
}
