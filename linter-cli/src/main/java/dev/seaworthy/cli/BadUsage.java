package dev.seaworthy.cli;

import dev.seaworthy.diagnostic.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What to say about options that make no sense: what is wrong, what was perhaps meant, where help is. */
final class BadUsage {

  private BadUsage() {}

  static String of(ParameterException wrong, List<String> given) {
    CommandSpec command = wrong.getCommandLine().getCommandSpec();
    return "seaworthy: " + message(wrong, command) + "\nTry: " + command.qualifiedName()
        + " --help";
  }

  private static String message(ParameterException wrong, CommandSpec command) {
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String argument = unmatched.getUnmatched().get(0);
      boolean option = argument.startsWith("-");
      String what =
          option ? "no option " : command.subcommands().isEmpty() ? "no place for " : "no command ";
      return "there is " + what + "'" + argument + "'"
          + suggestion(argument, option ? options(command) : subcommands(command));
    }
    return String.valueOf(wrong.getMessage());
  }

  private static String suggestion(String argument, List<String> candidates) {
    // Each letter is near each other one: of an option of one letter nothing can be guessed.
    if (argument.length() == 2 && argument.startsWith("-")) {
      return "";
    }
    Optional<String> nearest = NearestName.to(argument.split("=", 2)[0], candidates);
    return nearest.map(name -> "; did you mean " + name + "?").orElse("");
  }

  private static List<String> options(CommandSpec command) {
    List<String> names = new ArrayList<>();
    command.options().forEach(option -> names.addAll(List.of(option.names())));
    return names;
  }

  private static List<String> subcommands(CommandSpec command) {
    CommandLine root = command.root().commandLine();
    return root.getCommandSpec() == command
        ? Commands.names()
        : List.copyOf(command.subcommands().keySet());
  }
}
