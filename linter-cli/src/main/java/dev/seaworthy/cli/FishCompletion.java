package dev.seaworthy.cli;

import dev.seaworthy.cli.CompletionWords.Command;
import dev.seaworthy.cli.CompletionWords.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The words of the command line for fish, with what they are for. */
final class FishCompletion {

  private FishCompletion() {}

  static String of(CompletionWords words) {
    List<String> names = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, Command> entry : words.commands().entrySet()) {
      names.add("'" + entry.getKey() + "'");
      command(words, entry.getKey(), entry.getValue(), lines);
    }
    return "# Made by: seaworthy completion fish\n"
        + """
        function __seaworthy_is
          set -l command ''
          for word in (commandline -opc)[2..-1]
            set -l longer (string trim "$command $word")
            switch $longer
              case %s
                set command $longer
            end
          end
          test "$command" = "$argv[1]"
        end
        complete -c seaworthy -f
        """.formatted(String.join(" ", names.subList(1, names.size()))) + lines;
  }

  private static void command(
      CompletionWords words, String path, Command command, StringBuilder out) {
    String start = "complete -c seaworthy -n '__seaworthy_is \"" + path + "\"'";
    for (String word : command.words()) {
      Command below = words.commands().get((path + " " + word).strip());
      out.append(start).append(" -a '").append(word).append('\'');
      out.append(below == null ? "" : " -d '" + below.about() + "'").append('\n');
    }
    if (command.files()) {
      out.append(start).append(" -F\n");
    }
    for (Option option : command.options()) {
      out.append(start);
      for (String name : option.names()) {
        out.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
      }
      out.append(option.takesValue() ? " -r" : "").append(option.files() ? " -F" : "");
      out.append(
          option.values().isEmpty() ? "" : " -a '" + String.join(" ", option.values()) + "'");
      out.append(" -d '").append(option.about()).append("'\n");
    }
  }
}
