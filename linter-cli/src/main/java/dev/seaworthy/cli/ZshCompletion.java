package dev.seaworthy.cli;

import dev.seaworthy.cli.CompletionWords.Command;
import dev.seaworthy.cli.CompletionWords.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of the command line for zsh, with what they are for. */
final class ZshCompletion {

  private ZshCompletion() {}

  static String of(CompletionWords words) {
    StringBuilder cases = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, Command> entry : words.commands().entrySet()) {
      names.add("'" + entry.getKey() + "'");
      cases.append("    '").append(entry.getKey()).append("')\n").append("      _arguments");
      entry.getValue().options().forEach(option -> option(option, cases));
      argument(words, entry.getKey(), cases);
      cases.append(" ;;\n");
    }
    return "#compdef seaworthy\n# Made by: seaworthy completion zsh\n"
        + """
        _seaworthy() {
          local command="" longer
          while (( CURRENT > 2 )); do
            longer="${command:+$command }$words[2]"
            case "$longer" in
              %s) command="$longer" ;;
              *) break ;;
            esac
            shift words
            (( CURRENT-- ))
          done
          case "$command" in
        %s  esac
        }
        if [ "$funcstack[1]" = "_seaworthy" ]; then
          _seaworthy "$@"
        else
          compdef _seaworthy seaworthy
        fi
        """.formatted(String.join(" | ", names.subList(1, names.size())), cases);
  }

  private static void option(Option option, StringBuilder out) {
    for (String name : option.names()) {
      boolean isLong = name.startsWith("--");
      out.append(" \\\n        '*").append(name);
      out.append(option.takesValue() ? isLong ? "=" : "+" : "");
      out.append('[').append(option.about()).append(']');
      if (option.takesValue()) {
        out.append(":value:").append(values(option));
      }
      out.append('\'');
    }
  }

  private static String values(Option option) {
    if (!option.values().isEmpty()) {
      return "(" + String.join(" ", option.values()) + ")";
    }
    return option.files() ? "_files" : " ";
  }

  private static void argument(CompletionWords words, String path, StringBuilder out) {
    Command command =
        words.commands().getOrDefault(path, new Command("", List.of(), false, List.of()));
    if (command.files()) {
      out.append(" \\\n        '*:file:_files'");
    } else if (!command.words().isEmpty()) {
      List<String> described = command.words().stream()
          .map(word -> described(word, words.commands().get((path + " " + word).strip())))
          .toList();
      out.append(" \\\n        '1:argument:((")
          .append(String.join(" ", described))
          .append("))'");
    }
  }

  private static String described(String word, @Nullable Command command) {
    return command == null || command.about().isEmpty()
        ? word
        : word + "\\:\"" + command.about().replace("(", "").replace(")", "") + "\"";
  }
}
