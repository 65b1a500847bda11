package dev.seaworthy.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The option that each command has. */
@Command
final class HelpOption {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;
}
