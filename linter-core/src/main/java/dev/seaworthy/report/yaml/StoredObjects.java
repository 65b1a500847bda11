package dev.seaworthy.report.yaml;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.ObjectReport;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.report.Tally;
import java.io.PrintWriter;
import java.util.regex.Pattern;

/** A document for each object; one that would not be stored is a comment that tells why. */
final class StoredObjects implements Report {

  /** What could end a comment, or do something to a terminal. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

  private final PrintWriter out;

  StoredObjects(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void file(FileReport file) {
    file.problems().forEach(problem -> comment(problem.place() + ": " + problem.message()));
    file.notes().forEach(note -> comment(note.place() + ": " + note.message()));
    for (ObjectReport object : file.objects()) {
      object.answer().result().ifPresent(result -> {
        out.println("---");
        out.print(YamlText.of(result));
      });
      if (!object.answer().accepted()) {
        file.diagnostics().stream()
            .filter(diagnostic -> isOf(diagnostic, object))
            .forEach(diagnostic -> comment(diagnostic.place() + ": " + diagnostic.message()));
      }
    }
  }

  private static boolean isOf(Diagnostic diagnostic, ObjectReport object) {
    return diagnostic.subject().filter(object.subject()::equals).isPresent();
  }

  private void comment(String text) {
    out.println("# " + INVISIBLE.matcher(text).replaceAll(" "));
  }

  @Override
  public void simulated(SimulationReport simulation) {
    // Only validations are told in this form.
  }

  @Override
  public void end(Tally tally) {
    // Each object has been written as it came.
  }
}
