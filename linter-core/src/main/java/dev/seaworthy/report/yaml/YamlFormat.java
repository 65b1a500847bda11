package dev.seaworthy.report.yaml;

import dev.seaworthy.report.Question;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.ReportFormat;
import java.io.PrintWriter;

/** The objects of a validation, as {@code kubectl apply --dry-run=server -o yaml} prints them. */
public final class YamlFormat implements ReportFormat {

  @Override
  public String about() {
    return "objects as the server would store them, for kubectl and diff";
  }

  @Override
  public String extension() {
    return "yaml";
  }

  @Override
  public boolean answers(Question question) {
    return question == Question.VALIDATE;
  }

  @Override
  public Report begin(PrintWriter out, ReportContext context) {
    return new StoredObjects(out);
  }
}
