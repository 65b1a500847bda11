package dev.seaworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The comment of a dry-run, as far as it depends on what there is to say. */
class MarkdownReportTest {

  @Test
  void saysHowManyRowsDidNotFit() {
    assertThat(comment(203))
        .contains("Problems: 203", "number 200", "\nand 3 more\n")
        .doesNotContain("number 201");
  }

  @Test
  void saysNothingOfRowsWhereAllFit() {
    assertThat(comment(200)).contains("number 200").doesNotContain("more\n");
  }

  private static String comment(int problems) {
    Diagnostic[] all = IntStream.rangeClosed(1, problems)
        .mapToObj(i -> Diagnostic.of(
            "rule", Severity.WARNING, "number " + i, new Location("a.yaml", i, 1, i, 2)))
        .toArray(Diagnostic[]::new);
    return Printed.of("markdown", "a.yaml", "", all);
  }
}
