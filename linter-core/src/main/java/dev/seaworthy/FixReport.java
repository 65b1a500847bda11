package dev.seaworthy;

import java.util.List;

/**
 * What can be mended in an input, and what is left then.
 *
 * @param files those that change, in the order of the input
 * @param remaining everything there is to say about the input with its new texts
 * @param inOtherEncodings the names of files that could be mended if they were UTF-8: others are read,
 *     but not written
 */
public record FixReport(
    List<FixedFile> files, LintReport remaining, List<String> inOtherEncodings) {

  public FixReport {
    files = List.copyOf(files);
    inOtherEncodings = List.copyOf(inOtherEncodings);
  }

  /** The same where all that has something to mend is UTF-8. */
  public FixReport(List<FixedFile> files, LintReport remaining) {
    this(files, remaining, List.of());
  }

  /** How many fixes there are in all files. */
  public int fixes() {
    return files.stream().mapToInt(FixedFile::fixes).sum();
  }

  /**
   * How much that is, in a sentence without an end: {@code 3 findings mended in 2 files}, or {@code
   * nothing mended}.
   *
   * @param done what was done, or could be: {@code mended}
   */
  public String sentence(String done) {
    int fixes = fixes();
    return fixes == 0
        ? "nothing " + done
        : fixes + (fixes == 1 ? " finding " : " findings ") + done + " in " + files.size()
            + (files.size() == 1 ? " file" : " files");
  }
}
