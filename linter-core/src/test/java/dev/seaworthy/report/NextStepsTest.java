package dev.seaworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.diagnostic.SuppressedFinding;
import dev.seaworthy.report.text.TextFormat;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A first run on an old repository ends with what to do next. */
class NextStepsTest {

  private static final Diagnostic BARE = finding("pod-bare");
  private static final Diagnostic TAG = finding("image-tag-mutable");

  @Test
  void manyFindingsEndWithTheRulesThatFindMost() {
    String text = lint(List.of(
        file(Collections.nCopies(70, BARE), List.of()),
        file(Collections.nCopies(30, TAG), List.of())));

    assertThat(text)
        .contains("Most of the 100 findings are of:\n"
            + "  70  pod-bare           A Pod that nobody replaces\n"
            + "  30  image-tag-mutable  An image tag that can change under the same name\n")
        .contains(
            "--update-baseline", "with 'baseline: .seaworthy-baseline.yaml' in .seaworthy.yaml");
  }

  @Test
  void fewFindingsSpeakForThemselves() {
    assertThat(lint(List.of(file(Collections.nCopies(99, BARE), List.of()))))
        .doesNotContain("Most of");
  }

  @Test
  void whoKeepsABaselineKnows() {
    SuppressedFinding known =
        new SuppressedFinding(TAG, "known", SuppressedFinding.Source.BASELINE);

    assertThat(lint(List.of(file(Collections.nCopies(100, BARE), List.of(known)))))
        .doesNotContain("Most of");
  }

  @Test
  void quietIsQuiet() {
    List<FileReport> files = List.of(file(Collections.nCopies(100, BARE), List.of()));
    StringWriter out = new StringWriter();
    write(
        files,
        ReportContext.of(Question.LINT, "1.37").inDetail(Detail.BRIEF),
        new PrintWriter(out));

    assertThat(out.toString()).doesNotContain("Most of").hasLineCount(100);
  }

  private static String lint(List<FileReport> files) {
    StringWriter out = new StringWriter();
    write(files, ReportContext.of(Question.LINT, "1.37"), new PrintWriter(out));
    return out.toString();
  }

  private static void write(List<FileReport> files, ReportContext context, PrintWriter out) {
    Tally tally = new Tally();
    Report report = new TextFormat().begin(out, context);
    files.forEach(file -> {
      tally.add(file);
      report.file(file);
    });
    report.end(tally);
    out.flush();
  }

  private static FileReport file(List<Diagnostic> findings, List<SuppressedFinding> suppressed) {
    SourceText source = new SourceText("web.yaml", new byte[0]);
    return new FileReport(
        "web.yaml", List.of(), findings, suppressed, List.of(), List.of(), source);
  }

  private static Diagnostic finding(String rule) {
    return Diagnostic.of(rule, Severity.WARNING, "something", Location.ofFile("web.yaml"));
  }
}
