package dev.seaworthy.report;

/** What was asked about an input. */
public enum Question {
  /** What would the API server answer? */
  VALIDATE("validate"),
  /** What is there to say against it? */
  LINT("lint"),
  /** What would a cluster do with it? */
  DRY_RUN("dry-run"),
  /** Are these stories played as they expect? */
  SCENARIOS("dry-run");

  private final String command;

  Question(String command) {
    this.command = command;
  }

  /** The command that asks it: {@code dry-run}. */
  public String command() {
    return command;
  }
}
