package dev.seaworthy.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the script that completes the command's words in a shell. */
final class CompletionCommand implements Callable<Integer> {

  /** The shells that we know how to speak to. */
  enum Shell {
    bash,
    zsh,
    fish,
    powershell
  }

  private final Console console;

  private Shell shell = Shell.bash;

  CompletionCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    CommandSpec spec = Options.command(
        "completion",
        this,
        "Print the script that completes seaworthy's commands and options in a shell.");
    Options.examples(
        spec,
        "source <(seaworthy completion bash)",
        "seaworthy completion zsh > \"$fpath[1]/_seaworthy\"",
        "seaworthy completion fish > ~/.config/fish/completions/seaworthy.fish",
        "seaworthy completion powershell >> $PROFILE");
    spec.addPositional(Options.argument("SHELL", Shell.class, given -> shell = given)
        .arity("1")
        .description("One of ${COMPLETION-CANDIDATES}.")
        .build());
    return spec;
  }

  @Override
  public Integer call() {
    CompletionWords words = CompletionWords.of(Commands.all(console));
    console
        .out()
        .print(
            switch (shell) {
              case bash -> BashCompletion.of(words);
              case zsh -> ZshCompletion.of(words);
              case fish -> FishCompletion.of(words);
              case powershell -> PowerShellCompletion.of(words);
            });
    return ExitStatus.OK;
  }
}
