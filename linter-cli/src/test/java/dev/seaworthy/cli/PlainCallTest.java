package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainCallTest {

  private static final String BROKEN = "apiVersion: v1\nkind: Pod\nmetadata: {name: a b}\n";

  @ParameterizedTest
  @ValueSource(strings = {"validate", "lint", "dry-run"})
  void answersAsTheParserDoes(String command) {
    Run plain = Run.withInput(BROKEN, command, "-");
    Run parsed = Run.withInput(BROKEN, command, "--output=text", "-");

    assertThat(plain.status()).isEqualTo(parsed.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(plain.out()).isEqualTo(parsed.out()).contains("metadata.name");
    assertThat(plain.err()).isEqualTo(parsed.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"validate -o json a.yaml", "lint @words", "validate --", "lint", "explain pod"})
  void leavesToTheParserWhatMayMeanMore(String line) {
    assertThat(PlainCall.of(Console.ofSystem(), line.split(" "))).isNull();
  }

  @Test
  void tellsOfAPathThatIsNotThereAsTheParserDoes() {
    Run plain = Run.of("validate", "no-such-file.yaml");
    Run parsed = Run.of("validate", "--output=text", "no-such-file.yaml");

    assertThat(plain.status()).isEqualTo(parsed.status()).isEqualTo(ExitStatus.FAILURE);
    assertThat(plain.err() + plain.out()).isEqualTo(parsed.err() + parsed.out());
  }
}
