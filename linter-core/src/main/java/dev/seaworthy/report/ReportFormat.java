package dev.seaworthy.report;

import java.io.PrintWriter;

/**
 * A form of output, such as text for people or SARIF for code scanning. A new one is a class in a
 * package of its own below this one, called by its name: {@code SarifFormat} is {@code -o sarif}.
 */
public interface ReportFormat {

  /** What it is and who reads it, for {@code --help}: a few words without a full stop. */
  String about();

  /** How files of this form usually end, without the dot. */
  String extension();

  /** Whether it has anything to say about {@code question}; nearly all formats have, about each. */
  default boolean answers(Question question) {
    return true;
  }

  /** Whether it tells what would mend a finding, which takes time to find out. */
  default boolean tellsFixes() {
    return false;
  }

  /** Begins a report. What goes wrong with {@code out} is for its owner to find out. */
  Report begin(PrintWriter out, ReportContext context);
}
