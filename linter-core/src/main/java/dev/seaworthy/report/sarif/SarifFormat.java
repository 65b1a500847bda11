package dev.seaworthy.report.sarif;

import dev.seaworthy.report.Report;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.ReportFormat;
import java.io.PrintWriter;

/** SARIF 2.1.0. */
public final class SarifFormat implements ReportFormat {

  @Override
  public String about() {
    return "SARIF 2.1.0, for code scanning and editors";
  }

  @Override
  public String extension() {
    return "sarif";
  }

  @Override
  public boolean tellsFixes() {
    return true;
  }

  @Override
  public Report begin(PrintWriter out, ReportContext context) {
    return new SarifReport(out, context);
  }
}
