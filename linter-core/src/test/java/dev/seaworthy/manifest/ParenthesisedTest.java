package dev.seaworthy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParenthesisedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "($namespace); namespace",
        "(join('-', ['cross', $namespace])); namespace",
        "((NAME)); name",
        "alertmanager-((ALERT_NAME)); alertmanager-alert-name",
        "((a))/((b)); a/b"
      })
  void variablesInParenthesesArePlaceholders(String text, String filled) {
    assertThat(Placeholder.isIn(text)).isTrue();
    assertThat(Placeholder.filled(text)).isEqualTo(filled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$(HOST)",
        "$((COUNT))",
        "(none)",
        "(a $(HOST))",
        "((1 + 2))",
        "((a b))",
        "()",
        "((",
        "costs ($5)"
      })
  void otherParenthesesAreNone(String text) {
    assertThat(Placeholder.isIn(text)).isFalse();
    assertThat(Placeholder.isAll(text)).isFalse();
  }

  @Test
  void onlyAWholeTextIsNothingElse() {
    assertThat(Placeholder.isAll("((NAME))")).isTrue();
    assertThat(Placeholder.isAll("((NAME))-web")).isFalse();
    assertThat(Placeholder.isAll("($namespace)")).isTrue();
  }
}
