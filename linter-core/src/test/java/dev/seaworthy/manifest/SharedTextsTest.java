package dev.seaworthy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SharedTextsTest {

  private final SharedTexts texts = new SharedTexts();

  @Test
  void aKeyIsTheVeryTextThatCodeAsksFor() {
    assertThat(key("containers")).isSameAs("containers");
  }

  @Test
  void aKeyIsSoThoughAValueOfTheSameTextCameFirst() {
    value("containers");

    assertThat(key("containers")).isSameAs("containers");
  }

  @Test
  void aValueIsKeptOnce() {
    assertThat(value("shop")).isEqualTo("shop").isSameAs(value("shop"));
  }

  @Test
  void otherLettersThanAsciiAreReadAsUtf8() {
    assertThat(value("bücher")).isEqualTo("bücher");
    assertThat(key("bücher")).isEqualTo("bücher");
  }

  @Test
  void whatATextStandsForIsKeptWithIt() {
    byte[] number = "8080".getBytes(StandardCharsets.UTF_8);

    assertThat(texts.plain(number, 0, 4).kind()).isEqualTo(Scalar.Kind.INTEGER);
    assertThat(texts.plain(number, 0, 4)).isSameAs(texts.plain(number, 0, 4));
  }

  private String key(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return Objects.requireNonNull(texts.key(utf8, 0, utf8.length).key());
  }

  private String value(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return texts.text(utf8, 0, utf8.length);
  }
}
