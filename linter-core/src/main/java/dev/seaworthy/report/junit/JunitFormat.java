package dev.seaworthy.report.junit;

import dev.seaworthy.report.Report;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.ReportFormat;
import java.io.PrintWriter;

/** JUnit's XML. */
public final class JunitFormat implements ReportFormat {

  @Override
  public String about() {
    return "JUnit XML, for the test pages of CI services";
  }

  @Override
  public String extension() {
    return "xml";
  }

  @Override
  public Report begin(PrintWriter out, ReportContext context) {
    return new JunitReport(out, context);
  }
}
