package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import java.util.function.UnaryOperator;

/**
 * What is to be mended.
 *
 * @param unsafe whether to mend too what only the author can judge: the program may need what a fix
 *     takes away
 * @param known gives a report without the findings that are known already, which are left alone
 */
public record Fixing(boolean unsafe, UnaryOperator<LintReport> known) {

  /** Only changes after which objects mean the same. */
  public static Fixing safe() {
    return new Fixing(false, UnaryOperator.identity());
  }

  /** Everything that can be written. */
  public static Fixing alsoUnsafe() {
    return new Fixing(true, UnaryOperator.identity());
  }

  /** The same, but for what {@code filter} takes out of a report. */
  public Fixing without(UnaryOperator<LintReport> filter) {
    return new Fixing(unsafe, filter);
  }

  /** Whether {@code finding} is to be mended, as far as it alone tells. */
  boolean wants(Diagnostic finding) {
    return finding.fix().filter(fix -> fix.safe() || unsafe).isPresent();
  }
}
