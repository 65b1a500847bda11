package dev.seaworthy.maven;

import dev.seaworthy.LintReport;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.report.text.DiagnosticText;
import dev.seaworthy.report.text.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Findings in the log of a build: place and message on a line, below it what to do. */
final class BuildLog {

  private final Log log;
  private final Optional<Severity> failing;
  private final DiagnosticText text = new DiagnosticText(Palette.PLAIN);

  /** {@code failing} is from where on a finding makes the build fail; empty where none does. */
  BuildLog(Log log, Optional<Severity> failing) {
    this.log = log;
    this.failing = failing;
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
    lines(diagnostic).forEach(level(diagnostic.severity()));
  }

  /** What makes the build fail is an error of the build: {@code mvn -q} shows nothing else. */
  private Consumer<String> level(Severity severity) {
    if (failing.filter(severity::isAtLeast).isPresent()) {
      return log::error;
    }
    return switch (severity) {
      case ERROR -> log::error;
      case WARNING -> log::warn;
      case INFO -> log::info;
    };
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
