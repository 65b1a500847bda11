package dev.seaworthy.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "seaworthy",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Tells, before a push and without a cluster, what Kubernetes would say to your manifests.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  seaworthy lint k8s/                      everything there is to say about a folder",
      "  seaworthy validate --kubernetes 1.34 -   what an API server 1.34 would answer",
      "  helm template shop | seaworthy lint -    what a chart makes",
      "  seaworthy dry-run k8s/                   see the pods come up",
      "",
      "Exit status: 0 nothing to complain of, 1 findings, 2 the command could not do its work."
    })
final class RootCommand implements Runnable {

  private final Console console;

  @Spec
  private @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  RootCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(),
          "a command is missing: one of " + String.join(", ", Commands.names()));
    }
    console.err().flush();
  }
}
