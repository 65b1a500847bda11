package dev.seaworthy.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.diagnostic.SourceText.Stretch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {

  @Test
  void linesEndAsYamlHasIt() {
    SourceText text = text("one\ntwo\r\nthree\rfour");

    assertThat(text.lines()).isEqualTo(4);
    assertThat(text.line(2)).hasValue("two");
    assertThat(text.line(4)).hasValue("four");
    assertThat(text.line(5)).isEmpty();
    assertThat(text.line(0)).isEmpty();
  }

  @Test
  void aStretchStandsAroundItsColumn() {
    SourceText text = text("first\nabcdefghij\nlast");

    assertThat(text.around(2, 5, 2, 3)).hasValue(new Stretch("cdefg", 3, true));
    assertThat(text.around(2, 1, 2, 3)).hasValue(new Stretch("abc", 1, true));
    assertThat(text.around(2, 99, 2, 3)).hasValue(new Stretch("ij", 9, false));
    assertThat(text.around(4, 1, 2, 3)).isEmpty();
  }

  /** Around the places where one block of the index ends and the next begins. */
  @ParameterizedTest
  @ValueSource(ints = {1, 500, 511, 512, 513, 1023, 1024, 1025, 2048, 4999})
  void columnsAreCountedInCharactersHoweverManyBytesTheyTake(int column) {
    String line = "aäß😀".repeat(1250);
    SourceText text = text("x\n" + line + "\ny");

    int begin = line.offsetByCodePoints(0, column - 1);
    int end = line.offsetByCodePoints(begin, 1);
    assertThat(text.around(2, column, 0, 1))
        .hasValue(new Stretch(line.substring(begin, end), column, true));
    assertThat(text.utf16Column(2, column)).hasValue(begin + 1);
  }

  private static SourceText text(String text) {
    return new SourceText("a.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aWordIsFoundWhereverItStands() {
    Random random = new Random(5);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.append("ab:#\u00fc".charAt(random.nextInt(5)));
      }
      for (String word : List.of("#", "ab", "aba", "a:#b", "bb:a")) {
        SourceText source =
            new SourceText("a.yaml", text.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(source.contains(word))
            .as("%s in %s", word, text)
            .isEqualTo(text.indexOf(word) >= 0);
      }
    }
  }
}
