package dev.seaworthy.report;

import dev.seaworthy.Input;
import dev.seaworthy.LintReport;
import dev.seaworthy.ReportFormats;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reports as text, for tests. */
final class Printed {

  static final Path FOLDER = Path.of("/work shop");

  private Printed() {}

  /** What {@code lint -o FORMAT} prints in the folder {@link #FOLDER}. */
  static String lint(String format, Input input) {
    LintReport found = Seaworthy.usual().lint(input);
    return print(format, found.files());
  }

  /** A file with these diagnostics, and this text. */
  static String of(String format, String file, String text, Diagnostic... diagnostics) {
    SourceText source = new SourceText(file, text.getBytes(StandardCharsets.UTF_8));
    return print(
        format,
        List.of(new FileReport(
            file, List.of(), List.of(diagnostics), List.of(), List.of(), List.of(), source)));
  }

  private static String print(String format, List<FileReport> files) {
    StringWriter text = new StringWriter();
    ReportContext context =
        ReportContext.of(Question.LINT, "1.37").withFolder(FOLDER).withVersion("1.2.3");
    Report report = ReportFormats.find(format).orElseThrow().begin(new PrintWriter(text), context);
    Tally tally = new Tally();
    for (FileReport file : files) {
      tally.add(file);
      report.file(file);
    }
    report.end(tally);
    return text.toString();
  }
}
