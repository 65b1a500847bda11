package dev.seaworthy.report.html;

import dev.seaworthy.report.Question;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.ReportFormat;
import java.io.PrintWriter;

/** A page for a browser. */
public final class HtmlFormat implements ReportFormat {

  @Override
  public String about() {
    return "a page of dry-run: the rollout drawn over time, nodes with their pods, events";
  }

  @Override
  public String extension() {
    return "html";
  }

  @Override
  public boolean answers(Question question) {
    return question == Question.DRY_RUN;
  }

  @Override
  public Report begin(PrintWriter out, ReportContext context) {
    return new HtmlReport(new Html(out), context);
  }
}
