package dev.seaworthy.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints the script that completes the command's words in a shell. */
@Command(
    name = "completion",
    description = "Print the script that completes seaworthy's commands and options in a shell.",
    footer = {
      "",
      "Examples:",
      "  source <(seaworthy completion bash)",
      "  seaworthy completion zsh > \"${fpath[1]}/_seaworthy\"",
      "  seaworthy completion fish > ~/.config/fish/completions/seaworthy.fish"
    })
final class CompletionCommand implements Callable<Integer> {

  /** The shells that we know how to speak to. */
  enum Shell {
    bash,
    zsh,
    fish
  }

  private final Console console;

  @Mixin
  private HelpOption help = new HelpOption();

  @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
  private Shell shell = Shell.bash;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CompletionWords words = CompletionWords.of(Commands.all(console));
    console
        .out()
        .print(
            switch (shell) {
              case bash -> CompletionScripts.bash(words);
              case zsh -> CompletionScripts.zsh(words);
              case fish -> CompletionScripts.fish(words);
            });
    return ExitStatus.OK;
  }
}
