package dev.seaworthy.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What there is before a command is named. */
final class RootCommand implements Runnable {

  /** The option that asks for the version. */
  static final List<String> VERSION = List.of("-V", "--version", "version");

  private final CommandSpec spec = describe();

  private CommandSpec describe() {
    CommandSpec root = Options.command(
        "seaworthy",
        this,
        "Tells, before a push and without a cluster, what Kubernetes would say to your manifests.");
    root.addOption(OptionSpec.builder(VERSION.get(0), VERSION.get(1))
        .versionHelp(true)
        .description("Show the version.")
        .build());
    root.versionProvider(new Version())
        .usageMessage()
        .synopsisSubcommandLabel("COMMAND")
        .commandListHeading("%nCommands:%n")
        .footer(
            "",
            "Examples:",
            "  seaworthy lint k8s/                      all there is to say of a folder",
            "  seaworthy validate --kubernetes 1.34 -   what an API server 1.34 would answer",
            "  helm template shop | seaworthy lint -    what a chart makes",
            "  seaworthy dry-run k8s/                   see the pods come up",
            "  seaworthy help lint                      what a command takes",
            "",
            "Exit status: 0 no errors, 1 errors (--fail-on warning: or",
            "warnings), 2 the command could not do its work.");
    return root;
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing: one of " + String.join(", ", Commands.names()));
  }
}
