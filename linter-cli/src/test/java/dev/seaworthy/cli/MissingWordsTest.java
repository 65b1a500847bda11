package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is missing is named as such, and a slip is told with the words that would do. */
class MissingWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "explain | what is to be explained is missing",
        "rules explain | the rule is missing",
        "explain image-tag-mutble | did you mean the rule image-tag-mutable?",
        "validate -o xml . | there is no format 'xml'; there are github, json, junit, sarif, text,"
            + " yaml",
        "lint -o text,json . | of several, each has an option: -o text -o OTHER=FILE",
        "lint --references foo . | it can be auto, closed, open",
      })
  void areTold(String command, String message) {
    Run run = Run.of(command.split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }
}
