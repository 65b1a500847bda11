package dev.seaworthy.cli;

import dev.seaworthy.cli.CompletionWords.Command;
import dev.seaworthy.cli.CompletionWords.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The words of the command line for bash, which also runs in zsh by its {@code bashcompinit}. */
final class BashCompletion {

  private BashCompletion() {}

  static String of(CompletionWords words) {
    StringBuilder cases = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, Command> entry : words.commands().entrySet()) {
      cases.append(command(entry.getKey(), entry.getValue()));
      names.add("\"" + entry.getKey() + "\"");
    }
    return "# Made by: seaworthy completion bash\n"
        + """
        _seaworthy() {
          local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
          local command="" longer i words="" options="" values="" files=""
          # bash cuts --option=value into three words.
          [ "$current" = "=" ] && current=""
          [ "$previous" = "=" ] && previous="${COMP_WORDS[COMP_CWORD-2]}"
          for ((i = 1; i < COMP_CWORD; i++)); do
            longer="${command:+$command }${COMP_WORDS[i]}"
            case "$longer" in
              %s) command="$longer" ;;
            esac
          done
          case "$command" in
        %s  esac
          if [ -n "$values" ]; then
            words="$values"
          elif [[ "$current" == -* ]]; then
            words="$options"
            files=""
          fi
          COMPREPLY=($(compgen -W "$words" -- "$current"))
          if [ -n "$files" ]; then
            local IFS=$'\\n'
            COMPREPLY+=($(compgen -f -- "$current"))
          fi
        }
        complete -o filenames -F _seaworthy seaworthy ./seaworthy
        """.formatted(String.join(" | ", names.subList(1, names.size())), cases);
  }

  private static String command(String path, Command command) {
    List<String> options = command.options().stream()
        .map(option -> option.names().get(option.names().size() - 1))
        .toList();
    StringBuilder out = new StringBuilder("    \"" + path + "\")\n");
    out.append("      words=\"").append(String.join(" ", command.words())).append("\"\n");
    out.append("      options=\"").append(String.join(" ", options)).append("\"\n");
    out.append("      files=\"").append(command.files() ? "yes" : "").append("\"\n");
    out.append("      case \"$previous\" in\n");
    for (Option option : command.options()) {
      if (option.takesValue()) {
        out.append("        ").append(String.join(" | ", option.names())).append(") ");
        out.append("files=\"").append(option.files() ? "yes" : "").append("\" words=\"\" ");
        out.append("values=\"")
            .append(String.join(" ", option.values()))
            .append("\" options=\"\" ;;\n");
      }
    }
    return out.append("      esac ;;\n").toString();
  }
}
