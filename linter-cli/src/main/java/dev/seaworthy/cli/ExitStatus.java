package dev.seaworthy.cli;

/** What the command tells its caller, by the contract of the command line. */
final class ExitStatus {

  /** Nothing at or above the failure threshold. */
  static final int OK = 0;

  /** Something to tell about the manifests. */
  static final int FINDINGS = 1;

  /** The command itself could not do its work. */
  static final int FAILURE = 2;

  private ExitStatus() {}
}
