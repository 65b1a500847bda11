package dev.seaworthy.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortenedTest {

  @Test
  void whatSomebodyCanReadStaysAsItIs() {
    String text = "x".repeat(2_000);

    assertThat(Shortened.of(text)).isSameAs(text);
  }

  @Test
  void ofMoreTheMiddleIsCounted() {
    assertThat(Shortened.of("a".repeat(5_000) + "b".repeat(5_000)))
        .isEqualTo("a".repeat(100) + "[… 9700 characters …]" + "b".repeat(200));
  }

  @Test
  void inAListOfManyTheTagOfAnImageIsKept() {
    String line =
        Shortened.toLine("registry.example.com/shop/" + "x".repeat(80) + "/cart:v0.10.3", 60);

    assertThat(line).hasSize(60).startsWith("registry.example.com…").endsWith("/cart:v0.10.3");
  }

  @Test
  void inAListOfManyAProseOfSeveralLinesIsOne() {
    assertThat(Shortened.toLine("Expressions\n  such as ${VAR}\n", 80))
        .isEqualTo("Expressions such as ${VAR}");
  }

  @Test
  void inALineNoCharacterIsCutIntoHalvesEither() {
    String wide = "\uD83D\uDE00";

    assertThat(Shortened.toLine(wide.repeat(50), 20)).matches("(\\x{1F600})+…(\\x{1F600})+");
  }

  @Test
  void noCharacterIsCutIntoHalves() {
    String wide = "\uD83D\uDE00";

    assertThat(Shortened.of(wide.repeat(3_000)))
        .isEqualTo(wide.repeat(100) + "[… 2700 characters …]" + wide.repeat(200));
  }
}
