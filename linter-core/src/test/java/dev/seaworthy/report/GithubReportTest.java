package dev.seaworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import org.junit.jupiter.api.Test;

/** Workflow commands as the runner of GitHub Actions reads them. */
class GithubReportTest {

  @Test
  void aDiagnosticIsACommandOfItsSeverity() {
    Location place = new Location("a.yaml", 3, 5, 3, 9);

    assertThat(print(Diagnostic.of("some-rule", Severity.ERROR, "is wrong", place)))
        .isEqualTo(
            "::error file=a.yaml,line=3,endLine=3,col=5,endColumn=9,title=some-rule::is wrong\n");
    assertThat(print(Diagnostic.of("some-rule", Severity.WARNING, "is", place)))
        .startsWith("::warning ");
    assertThat(print(Diagnostic.of("some-rule", Severity.INFO, "is", place)))
        .startsWith("::notice ");
  }

  @Test
  void aStretchOverSeveralLinesHasNoColumns() {
    Location place = new Location("a.yaml", 3, 5, 4, 2);

    assertThat(print(Diagnostic.of("some-rule", Severity.ERROR, "is wrong", place)))
        .startsWith("::error file=a.yaml,line=3,endLine=4,title=");
  }

  @Test
  void aFileAsAWholeHasNoLine() {
    assertThat(print(Diagnostic.of("empty", Severity.ERROR, "is empty", Location.ofFile("a.yaml"))))
        .isEqualTo("::error file=a.yaml,title=empty::is empty\n");
  }

  @Test
  void noTextOfAFileBecomesACommand() {
    Location place = new Location("a,b:c%.yaml", 1, 1, 1, 1);
    Diagnostic hostile =
        Diagnostic.of("some-rule", Severity.ERROR, "100%\r\n::set-env name=PATH::/tmp", place);

    assertThat(print(hostile))
        .hasLineCount(1)
        .startsWith("::error file=a%2Cb%3Ac%25.yaml,line=1,")
        .endsWith("::100%25%0D%0A::set-env name=PATH::/tmp\n");
  }

  @Test
  void whatMovesATerminalsCursorOrTurnsTextIsWrittenOut() {
    Location place = new Location("a.yaml", 1, 1, 1, 1);

    assertThat(print(Diagnostic.of("r", Severity.ERROR, "\u001b[31m\u202ered\u0000", place)))
        .endsWith("::\\u001b[31m\\u202ered\\u0000\n");
  }

  private static String print(Diagnostic diagnostic) {
    return Printed.of("github", diagnostic.place().file(), "", diagnostic);
  }
}
