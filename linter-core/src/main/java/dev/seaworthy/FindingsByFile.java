package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SuppressedFinding;
import dev.seaworthy.judge.JudgedFile;
import dev.seaworthy.judge.LintResult;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.Neighbourhood;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each finding to its file. */
final class FindingsByFile {

  private FindingsByFile() {}

  static LintReport of(LintResult result, List<Neighbourhood> neighbourhoods, FileReports reports) {
    Map<String, List<Diagnostic>> findings = new HashMap<>();
    for (Diagnostic finding : result.findings()) {
      findings
          .computeIfAbsent(finding.place().file(), file -> new ArrayList<>())
          .add(finding);
    }
    Map<String, List<SuppressedFinding>> suppressed = new HashMap<>();
    for (SuppressedFinding one : result.suppressed()) {
      suppressed
          .computeIfAbsent(one.finding().place().file(), file -> new ArrayList<>())
          .add(one);
    }
    List<JudgedFile> sorted = new ArrayList<>(result.files());
    sorted.sort((one, other) -> one.file().compareTo(other.file()));
    List<FileReport> files = new ArrayList<>(sorted.size());
    for (JudgedFile file : sorted) {
      List<Diagnostic> ofFile = findings.remove(file.file());
      List<SuppressedFinding> quiet = suppressed.remove(file.file());
      files.add(
          reports.of(file, ofFile == null ? List.of() : ofFile, quiet == null ? List.of() : quiet));
    }
    return new LintReport(files, neighbourhoods);
  }
}
