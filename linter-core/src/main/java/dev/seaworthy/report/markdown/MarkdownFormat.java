package dev.seaworthy.report.markdown;

import dev.seaworthy.report.Question;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.ReportFormat;
import java.io.PrintWriter;

/** Markdown as GitHub and GitLab show it. */
public final class MarkdownFormat implements ReportFormat {

  @Override
  public String about() {
    return "a comment for a pull request, of dry-run: what merging would do";
  }

  @Override
  public String extension() {
    return "md";
  }

  @Override
  public boolean answers(Question question) {
    return question == Question.DRY_RUN;
  }

  @Override
  public Report begin(PrintWriter out, ReportContext context) {
    return new MarkdownReport(out, context);
  }
}
