package dev.seaworthy.report.github;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.ScenarioReport;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.report.Tally;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;

/** A line a diagnostic: {@code ::error file=a.yaml,line=3::message}. */
final class GithubReport implements Report {

  private final PrintWriter out;

  /** What was not judged is told once a kind. */
  private final Set<String> told = new HashSet<>();

  GithubReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void file(FileReport file) {
    file.diagnostics().forEach(this::write);
    file.notes().stream().filter(note -> told.add(note.message())).forEach(this::write);
  }

  @Override
  public void simulated(SimulationReport simulation) {
    simulation.problems().forEach(this::write);
  }

  @Override
  public void played(ScenarioReport scenario) {
    scenario.problems().forEach(this::write);
  }

  @Override
  public void end(Tally tally) {
    // What there is to say has been said.
  }

  private void write(Diagnostic diagnostic) {
    String remedy = diagnostic.remedy().map(text -> "\n" + text).orElse("");
    out.println("::" + command(diagnostic) + " " + place(diagnostic.place()) + ",title="
        + property(diagnostic.code()) + "::" + data(diagnostic.message() + remedy));
  }

  private static String command(Diagnostic diagnostic) {
    return switch (diagnostic.severity()) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  /** Columns count only where a stretch ends on the line on which it begins. */
  private static String place(Location place) {
    String file = "file=" + property(place.file());
    if (!place.hasLine()) {
      return file;
    }
    String lines = ",line=" + place.line() + ",endLine=" + Math.max(place.line(), place.endLine());
    return place.endLine() == place.line()
        ? file + lines + ",col=" + place.column() + ",endColumn=" + place.endColumn()
        : file + lines;
  }

  /** The log is shown by terminals, too: what moves their cursor or turns the text is written out. */
  private static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      boolean isLineEnd = c == '\n' || c == '\r';
      boolean misleads = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
      out.append(misleads && !isLineEnd ? String.format("\\u%04x", c) : Character.toString(c));
    });
    return out.toString();
  }

  /** Text behind the second pair of colons. */
  private static String data(String text) {
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
