package dev.seaworthy.manifest;

import dev.seaworthy.diagnostic.SourceText;
import java.util.Optional;

/** The lines that git leaves in a file around what a merge could not decide. */
final class MergeMarks {

  private static final String START = "<<<<<<< ";
  private static final String END = ">>>>>>> ";

  private MergeMarks() {}

  /**
   * What is wrong with {@code text} if a conflict that begins at or above the place of {@code problem}
   * stands in it: what is said of such lines as YAML helps nobody.
   */
  static Optional<UnreadableException> before(UnreadableException problem, SourceText text) {
    if (!text.contains(START) || !text.contains(END)) {
      return Optional.empty();
    }
    int start = problem.line();
    while (start > 0 && !begins(text, start, START)) {
      start--;
    }
    int end = start;
    while (end <= text.lines() && !begins(text, end, END)) {
      end++;
    }
    return start > 0 && end <= text.lines()
        ? Optional.of(refused(problem.code(), start))
        : Optional.empty();
  }

  private static boolean begins(SourceText text, int line, String mark) {
    return text.contains(mark, line)
        && text.line(line).filter(written -> written.startsWith(mark)).isPresent();
  }

  private static UnreadableException refused(ProblemCode code, int line) {
    return new UnreadableException(
        code,
        "the merge of this file is not finished: a conflict begins here",
        "Write what is to be, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>.",
        line,
        1);
  }
}
