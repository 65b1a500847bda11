package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.ProblemCode;
import java.util.List;
import java.util.Locale;

/** What to do with what is no whole Kubernetes object: other tools' files, templates, patches. */
public enum OtherFiles {
  /** Pass over it, and count it. */
  SKIP,
  /** Pass over it, and say where it is. */
  NOTE,
  /** Take it for a mistake. */
  ERROR;

  /** What of {@code problems} is in need of mending. */
  public List<Diagnostic> mistakes(List<Diagnostic> problems) {
    if (problems.isEmpty()) {
      return List.of();
    }
    return this == ERROR
        ? problems.stream().map(OtherFiles::asError).toList()
        : problems.stream().filter(problem -> !isForeign(problem)).toList();
  }

  /** What of {@code problems} keeps a text from being read at all, whatever it was to hold. */
  static List<Diagnostic> unreadable(List<Diagnostic> problems) {
    return problems.stream()
        .filter(problem -> problem.severity() == Severity.ERROR && !isForeign(problem))
        .filter(problem -> ProblemCode.of(problem.code())
            .filter(code -> code.stage() == ProblemCode.Stage.PARSE)
            .isPresent())
        .toList();
  }

  /** What of {@code problems} is a note. */
  public List<Diagnostic> notes(List<Diagnostic> problems) {
    return this == ERROR || problems.isEmpty()
        ? List.of()
        : problems.stream().filter(OtherFiles::isForeign).toList();
  }

  private static Diagnostic asError(Diagnostic problem) {
    return isForeign(problem) ? problem.withSeverity(Severity.ERROR) : problem;
  }

  private static boolean isForeign(Diagnostic problem) {
    return ProblemCode.of(problem.code()).filter(ProblemCode::isForeign).isPresent();
  }

  /** The word that people write. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
