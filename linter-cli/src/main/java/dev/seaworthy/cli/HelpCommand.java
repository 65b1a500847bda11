package dev.seaworthy.cli;

import dev.seaworthy.diagnostic.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Shows the help of a command, as the command's own option does. */
final class HelpCommand implements Callable<Integer> {

  private final Console console;
  private List<String> words = List.of();

  HelpCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    CommandSpec spec = Options.command("help", this, "Show the help of a command.");
    Options.examples(spec, "seaworthy help lint", "seaworthy help schema import");
    return spec.addPositional(Options.arguments("COMMAND", given -> words = given)
        .arity("0..*")
        .completionCandidates(Commands.names())
        .description("A command, and the command below it; without one the list of all.")
        .build());
  }

  @Override
  public Integer call() {
    requireCommand();
    List<String> asked = new ArrayList<>(words);
    asked.add("--help");
    return Main.execute(console, asked.toArray(new String[0]));
  }

  private void requireCommand() {
    if (!words.isEmpty() && !Commands.names().contains(words.get(0))) {
      String hint = NearestName.to(words.get(0), Commands.names())
          .map(near -> "did you mean " + near + "?")
          .orElse("there are " + String.join(", ", Commands.names()));
      throw new CommandFailure("there is no command '" + words.get(0) + "'; " + hint);
    }
  }
}
