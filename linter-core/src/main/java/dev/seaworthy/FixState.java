package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Subject;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.ObjectReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a round of mending needs of the report that it begins with: the files with something to mend,
 * and counts. The report itself, which is most of what is in memory, need not be kept for it.
 */
final class FixState {

  /** An object of which the server says yes. */
  record Accepted(String file, int document, Subject subject) {

    boolean has(FixTarget target) {
      return target.isOf(file, subject);
    }
  }

  private final List<FileReport> mendable = new ArrayList<>();
  private final Map<FixTarget, Integer> wanted = new HashMap<>();
  private final Map<Accepted, Integer> accepted = new HashMap<>();

  private FixState() {}

  static FixState of(LintReport report, Fixing fixing) {
    FixState state = new FixState();
    report.files().forEach(file -> state.add(file, fixing));
    return state;
  }

  private void add(FileReport file, Fixing fixing) {
    Set<String> rules = new HashSet<>();
    for (Diagnostic finding : file.findings()) {
      if (fixing.wants(finding)) {
        rules.add(finding.code());
        wanted.merge(FixTarget.of(finding), 1, Integer::sum);
      }
    }
    if (!rules.isEmpty()) {
      mendable.add(onlyOf(rules, file));
    }
    for (ObjectReport object : file.objects()) {
      if (object.answer().accepted()) {
        Subject subject = object.subject();
        Subject called = new Subject("", subject.kind(), subject.namespace(), subject.name());
        accepted.merge(new Accepted(file.name(), object.document(), called), 1, Integer::sum);
      }
    }
  }

  /** All that the rules say: which of several findings is a known one, a baseline counts. */
  private static FileReport onlyOf(Set<String> rules, FileReport file) {
    List<Diagnostic> findings = file.findings().stream()
        .filter(finding -> rules.contains(finding.code()))
        .toList();
    return new FileReport(
        file.name(), file.objects(), findings, List.of(), List.of(), List.of(), file.source());
  }

  /** The files with findings that could be mended, and what those rules say of them. */
  List<FileReport> mendable() {
    return mendable;
  }

  /** How often each is found that could be mended. */
  Map<FixTarget, Integer> wanted() {
    return wanted;
  }

  Map<Accepted, Integer> accepted() {
    return accepted;
  }
}
