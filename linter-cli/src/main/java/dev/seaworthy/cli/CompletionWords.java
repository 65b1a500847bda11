package dev.seaworthy.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The words of the command line: for each command ({@code schema import} too) what may follow it. */
record CompletionWords(Map<String, Command> commands) {

  /** A command: what it is for, the commands below it, its options. */
  record Command(String about, List<String> subcommands, List<Option> options) {}

  /** A long option with the values that it may take, where they are a closed set. */
  record Option(String name, String about, List<String> values, boolean takesValue) {}

  static CompletionWords of(CommandSpec root) {
    Map<String, Command> commands = new LinkedHashMap<>();
    collect("", root, commands);
    return new CompletionWords(commands);
  }

  Command root() {
    return commands.getOrDefault("", new Command("", List.of(), List.of()));
  }

  private static void collect(String path, CommandSpec spec, Map<String, Command> commands) {
    List<Option> options = new ArrayList<>();
    spec.options().forEach(option -> options.add(option(option)));
    commands.put(
        path,
        new Command(
            first(spec.usageMessage().description()),
            List.copyOf(spec.subcommands().keySet()),
            options));
    spec.subcommands()
        .forEach(
            (name, line) -> collect((path + " " + name).strip(), line.getCommandSpec(), commands));
  }

  private static Option option(OptionSpec option) {
    List<String> values = new ArrayList<>();
    if (option.completionCandidates() != null) {
      option.completionCandidates().forEach(values::add);
    }
    return new Option(
        option.longestName(),
        first(option.description()),
        values,
        option.arity().max() > 0);
  }

  private static String first(String[] lines) {
    return lines.length == 0 ? "" : lines[0].replace("%n", " ").replaceAll("[\"'`$\\[\\]:]", "");
  }
}
