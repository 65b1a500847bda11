package dev.seaworthy.report.text;

import dev.seaworthy.report.Question;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.ReportFormat;
import java.io.PrintWriter;

/** Text for people. */
public final class TextFormat implements ReportFormat {

  @Override
  public String about() {
    return "for people";
  }

  @Override
  public String extension() {
    return "txt";
  }

  @Override
  public Report begin(PrintWriter out, ReportContext context) {
    return context.question() == Question.SCENARIOS
        ? new ScenariosText(out, context)
        : new TextReport(out, context);
  }
}
