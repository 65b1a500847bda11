package dev.seaworthy.manifest;

import dev.seaworthy.diagnostic.SourceText;
import java.util.Optional;
import java.util.TreeSet;

/** The lines that git leaves in a file around what a merge could not decide. */
final class MergeMarks {

  private static final String START = "<<<<<<< ";
  private static final String END = ">>>>>>> ";

  /** The lines in which conflicts begin that also end. */
  private final TreeSet<Integer> starts = new TreeSet<>();

  private MergeMarks() {}

  /** Those of {@code text}, which is gone through once. */
  static MergeMarks in(SourceText text) {
    MergeMarks marks = new MergeMarks();
    if (text.contains(START) && text.contains(END)) {
      TreeSet<Integer> open = new TreeSet<>();
      for (int line = 1; line <= text.lines(); line++) {
        if (begins(text, line, START)) {
          open.add(line);
        } else if (begins(text, line, END)) {
          marks.starts.addAll(open);
          open.clear();
        }
      }
    }
    return marks;
  }

  private static boolean begins(SourceText text, int line, String mark) {
    return text.contains(mark, line)
        && text.line(line).filter(written -> written.startsWith(mark)).isPresent();
  }

  /**
   * What is wrong if a conflict begins at or above the place of {@code problem}: what is said of such
   * lines as YAML helps nobody.
   */
  Optional<UnreadableException> before(UnreadableException problem) {
    return Optional.ofNullable(starts.floor(problem.line()))
        .map(start -> refused(problem.code(), start));
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
