package dev.seaworthy.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which patterns Go's engine takes, as far as their repeats are concerned. */
class GoPatternTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a{0,180}){0,180}){0,180}",
        "(a{100}b){11}",
        "(?:(x{2}){2}){251}",
        "[a-z]{1001}",
        "a{99999999999}",
        "([)}{]{50}){30}",
      })
  void repeatsThatMultiplyBeyondAThousandAreRefused(String pattern) {
    assertThatThrownBy(() -> GoPattern.compile(pattern)).isInstanceOf(PatternSyntaxException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^([a-z0-9]{1,63}\\.){0,15}[a-z]{2,63}$",
        "a{1000}",
        "(a{10}){100}",
        "(a{0}){1000}",
        "a{500}b{600}",
        "\\{9999\\}",
        "[{9999}]",
        "a{,9999}",
        "(a{3}|b{5}){200}",
      })
  void othersAreTaken(String pattern) {
    assertThat(GoPattern.compile(pattern)).isNotNull();
  }

  @Test
  void aPatternThatGrowsBeyondAllBoundsIsRefused() {
    String pattern = "(" + "abcdefghij".repeat(400) + "){1000}";

    assertThatThrownBy(() -> GoPattern.compile(pattern)).isInstanceOf(PatternSyntaxException.class);
  }
}
