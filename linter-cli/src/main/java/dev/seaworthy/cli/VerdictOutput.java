package dev.seaworthy.cli;

import dev.seaworthy.judge.JudgedFile;
import dev.seaworthy.report.Tally;

/** Prints verdicts as they come. */
interface VerdictOutput {

  void file(JudgedFile file);

  /** Prints what comes last; the result tells how it went. */
  Tally end();
}
