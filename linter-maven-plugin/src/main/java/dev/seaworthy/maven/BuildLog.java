package dev.seaworthy.maven;

import dev.seaworthy.LintReport;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.report.text.DiagnosticText;
import dev.seaworthy.report.text.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Findings in the log of a build: place and message on a line, below it what to do. */
final class BuildLog {

  private final Log log;
  private final DiagnosticText text = new DiagnosticText(Palette.PLAIN);

  BuildLog(Log log) {
    this.log = log;
  }

  /** {@code withNotes} tells what was passed over, too. */
  void tell(LintReport report, boolean withNotes) {
    report.files().forEach(file -> {
      file.diagnostics().forEach(this::tell);
      if (withNotes) {
        file.notes().forEach(this::tell);
      }
    });
  }

  private void tell(Diagnostic diagnostic) {
    Consumer<String> line = switch (diagnostic.severity()) {
      case ERROR -> log::error;
      case WARNING -> log::warn;
      case INFO -> log::info;
    };
    lines(diagnostic).forEach(line);
  }

  private List<String> lines(Diagnostic diagnostic) {
    List<String> lines = new ArrayList<>();
    lines.add(text.headline(diagnostic));
    diagnostic.remedy().ifPresent(remedy -> lines.add("    remedy: " + remedy));
    diagnostic
        .related()
        .forEach(related -> lines.add("    see: " + related.place() + ": " + related.message()));
    return lines;
  }
}
