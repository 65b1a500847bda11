package dev.seaworthy.report.json;

import dev.seaworthy.report.Report;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.ReportFormat;
import java.io.PrintWriter;

/** JSON for programs, in the form of the command line's contract. */
public final class JsonFormat implements ReportFormat {

  @Override
  public String about() {
    return "everything, for programs";
  }

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public Report begin(PrintWriter out, ReportContext context) {
    return switch (context.question()) {
      case VALIDATE -> new VerdictsJson(out, context.kubernetes());
      case LINT -> new FindingsJson(out);
      case DRY_RUN -> new SimulationJson(out);
      case SCENARIOS -> new ScenariosJson(out, context);
    };
  }
}
