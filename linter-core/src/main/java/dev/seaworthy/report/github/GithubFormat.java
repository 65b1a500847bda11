package dev.seaworthy.report.github;

import dev.seaworthy.report.Report;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.ReportFormat;
import java.io.PrintWriter;

/** Annotations in GitHub Actions. */
public final class GithubFormat implements ReportFormat {

  @Override
  public String about() {
    return "annotations in GitHub Actions";
  }

  @Override
  public String extension() {
    return "log";
  }

  @Override
  public Report begin(PrintWriter out, ReportContext context) {
    return new GithubReport(out);
  }
}
