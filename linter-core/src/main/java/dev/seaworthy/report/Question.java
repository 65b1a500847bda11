package dev.seaworthy.report;

import java.util.Locale;

/** What was asked about an input. */
public enum Question {
  /** What would the API server answer? */
  VALIDATE,
  /** What is there to say against it? */
  LINT,
  /** What would a cluster do with it? */
  DRY_RUN;

  /** The command that asks it: {@code dry-run}. */
  public String command() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
