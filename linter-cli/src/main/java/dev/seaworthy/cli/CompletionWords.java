package dev.seaworthy.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The words of the command line: for each command ({@code schema import} too) what may follow it. */
record CompletionWords(Map<String, Command> commands) {

  /** What stands for a file or a folder. */
  private static final Set<String> FILES =
      Set.of("PATH", "FILE", "FOLDER", "DOCUMENT", "TABLE", "LOCATION");

  /**
   * A command.
   *
   * @param words what may be its argument: commands below it, rules, shells
   * @param files whether a file may be its argument
   */
  record Command(String about, List<String> words, boolean files, List<Option> options) {}

  /** An option by all its names, with the values that it may take, where they are a closed set. */
  record Option(
      List<String> names, String about, List<String> values, boolean takesValue, boolean files) {}

  static CompletionWords of(CommandSpec root) {
    Map<String, Command> commands = new LinkedHashMap<>();
    collect("", root, commands);
    return new CompletionWords(commands);
  }

  private static void collect(String path, CommandSpec spec, Map<String, Command> commands) {
    List<String> words = new ArrayList<>(spec.subcommands().keySet());
    boolean files = false;
    for (PositionalParamSpec argument : spec.positionalParameters()) {
      words.addAll(words(argument.completionCandidates()));
      files |= FILES.contains(argument.paramLabel());
    }
    commands.put(
        path,
        new Command(
            plain(spec.usageMessage().description()),
            words,
            files,
            spec.options().stream().map(CompletionWords::option).toList()));
    spec.subcommands()
        .forEach(
            (name, line) -> collect((path + " " + name).strip(), line.getCommandSpec(), commands));
  }

  private static Option option(OptionSpec option) {
    return new Option(
        List.of(option.names()),
        plain(option.description()),
        words(option.completionCandidates()),
        option.arity().max() > 0,
        FILES.contains(option.paramLabel()));
  }

  private static List<String> words(@Nullable Iterable<String> candidates) {
    List<String> words = new ArrayList<>();
    if (candidates != null) {
      candidates.forEach(words::add);
    }
    return words;
  }

  /** The first sentence, without what a shell or picocli would take for its own. */
  private static String plain(String[] lines) {
    String all = String.join(" ", lines).replaceAll("\\$\\{[^}]*}[:;,]? ?", "");
    int end = all.indexOf(". ");
    String first = end < 0 ? all : all.substring(0, end + 1);
    return first.replace("%n", " ").replaceAll("[\"'`$\\[\\]:\\\\]", "").strip();
  }
}
