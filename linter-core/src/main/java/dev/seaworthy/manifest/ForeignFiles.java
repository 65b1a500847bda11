package dev.seaworthy.manifest;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import java.util.List;

/** What to do about files that are no Kubernetes manifests. */
public enum ForeignFiles {
  SKIP,
  WARN,
  ERROR;

  /** The problems of a {@link Reading} under this choice. */
  public List<Diagnostic> apply(List<Diagnostic> problems) {
    return problems.stream()
        .filter(problem -> this != SKIP || !isForeign(problem))
        .map(problem -> isForeign(problem) ? problem.withSeverity(severity()) : problem)
        .toList();
  }

  private Severity severity() {
    return this == ERROR ? Severity.ERROR : Severity.WARNING;
  }

  private static boolean isForeign(Diagnostic problem) {
    return ProblemCode.of(problem.code()).map(ProblemCode::isForeign).orElse(false);
  }
}
