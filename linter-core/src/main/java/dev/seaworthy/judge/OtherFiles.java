package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.ProblemCode;
import java.util.List;
import java.util.Locale;

/** What to do with files of other tools that lie among the manifests. */
public enum OtherFiles {
  /** Pass over them. */
  SKIP,
  /** Say so. */
  WARN,
  /** Take them for a mistake. */
  ERROR;

  public List<Diagnostic> weigh(List<Diagnostic> problems) {
    return switch (this) {
      case SKIP -> problems.stream().filter(problem -> !isOther(problem)).toList();
      case WARN -> problems;
      case ERROR ->
        problems.stream()
            .map(each -> isOther(each) ? each.withSeverity(Severity.ERROR) : each)
            .toList();
    };
  }

  /** The word that people write. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean isOther(Diagnostic problem) {
    return problem.code().equals(ProblemCode.NOT_KUBERNETES.code());
  }
}
