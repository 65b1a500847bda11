package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.Neighbourhood;
import java.util.List;

/**
 * Everything there is to say about an input.
 *
 * @param files each with what there is to say about it, by name
 * @param neighbourhoods what was looked at beside them, to know what they relate to
 */
public record LintReport(List<FileReport> files, List<Neighbourhood> neighbourhoods) {

  public LintReport {
    files = List.copyOf(files);
    neighbourhoods = List.copyOf(neighbourhoods);
  }

  /** What the rules and the API server object to, by file, line and column. */
  public List<Diagnostic> findings() {
    return files.stream().flatMap(file -> file.findings().stream()).toList();
  }

  /** What never became an object, by file, line and column. */
  public List<Diagnostic> problems() {
    return files.stream().flatMap(file -> file.problems().stream()).toList();
  }

  /** What was not judged, which is no failure: other tools' files, patches and the like. */
  public List<Diagnostic> notes() {
    return files.stream().flatMap(file -> file.notes().stream()).toList();
  }

  /** Whether nothing of it is as grave as {@code threshold}, or graver. */
  public boolean isClean(Severity threshold) {
    return files.stream()
        .flatMap(file -> file.diagnostics().stream())
        .noneMatch(diagnostic -> diagnostic.severity().isAtLeast(threshold));
  }
}
