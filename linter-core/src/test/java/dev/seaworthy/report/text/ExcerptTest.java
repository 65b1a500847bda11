package dev.seaworthy.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Related;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.diagnostic.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  private static final String LONG = "x".repeat(5_000) + "culprit" + "y".repeat(5_000);

  @Test
  void aLongLineIsCutAroundThePlace() {
    assertThat(excerpt(LONG, at(5_001, 5_008)))
        .isEqualTo("""
              |
            1 | …%sculprit%s…
              |  %s^^^^^^^
              |
            """.formatted("x".repeat(40), "y".repeat(53), " ".repeat(40)));
  }

  @Test
  void placesFarApartOnALineAreShownEachInItsStretch() {
    assertThat(excerpt(
            LONG,
            at(5_001, 5_008).withRelated(List.of(new Related(place(9_000, 9_001), "and here")))))
        .contains("culprit")
        .contains("- and here")
        .satisfies(text ->
            assertThat(text.lines().filter(line -> line.startsWith("1 |"))).hasSize(2));
  }

  @Test
  void whatIsWrittenDoesNotGrowWithTheLineOrWithTheRelatedPlaces() {
    List<Related> related = new ArrayList<>();
    for (int i = 1; i < 5_000; i++) {
      related.add(new Related(place(i, i + 1), "another"));
    }

    assertThat(excerpt(LONG, at(5_001, 5_008).withRelated(related))).hasSizeLessThan(10_000);
  }

  @Test
  void charactersWithoutWidthDoNotMakeALineLonger() {
    assertThat(excerpt("\u0301".repeat(100_000), at(50_000, 50_001))).hasSizeLessThan(1_000);
  }

  private static String excerpt(String line, Diagnostic diagnostic) {
    SourceText source = new SourceText("a.yaml", line.getBytes(StandardCharsets.UTF_8));
    StringBuilder shown = new StringBuilder();
    new Excerpt(source, Palette.PLAIN).write(diagnostic, shown);
    return shown.toString();
  }

  private static Diagnostic at(int column, int end) {
    return Diagnostic.of("code", Severity.ERROR, "message", place(column, end));
  }

  private static Location place(int column, int end) {
    return new Location("a.yaml", 1, column, 1, end);
  }
}
