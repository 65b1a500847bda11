package dev.seaworthy.cli;

import dev.seaworthy.cli.CompletionWords.Command;
import dev.seaworthy.cli.CompletionWords.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The words of the command line in the languages of shells. Where no word fits, files do. */
final class CompletionScripts {

  private static final String MADE_BY = "# Made by: seaworthy completion ";

  private CompletionScripts() {}

  static String bash(CompletionWords words) {
    return MADE_BY + "bash\n" + """
        _seaworthy() {
          local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
          local command="" word
          for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
            case "$word" in -*) ;; *) command="${command:+$command }$word" ;; esac
          done
          case "$previous" in
        %s  esac
          case "$command" in
        %s  esac
          COMPREPLY=( $(compgen -f -- "$current") )
        }
        complete -o filenames -F _seaworthy seaworthy ./seaworthy
        """.formatted(bashValues(words), bashWords(words));
  }

  private static String bashValues(CompletionWords words) {
    StringBuilder cases = new StringBuilder();
    words.commands().values().stream()
        .flatMap(command -> command.options().stream())
        .filter(option -> !option.values().isEmpty())
        .distinct()
        .forEach(option -> cases
            .append("    ")
            .append(option.name())
            .append(") COMPREPLY=( $(compgen -W \"")
            .append(String.join(" ", option.values()))
            .append("\" -- \"$current\") ); return ;;\n"));
    return cases.toString();
  }

  /** Longer paths first: {@code schema import} before {@code schema}. */
  private static String bashWords(CompletionWords words) {
    StringBuilder cases = new StringBuilder();
    List<String> paths = new ArrayList<>(words.commands().keySet());
    paths.sort((a, b) -> b.length() - a.length());
    for (String path : paths) {
      List<String> all = allWords(words, path);
      String pattern = path.isEmpty() ? "\"\"" : "\"" + path + "\"|\"" + path + " \"*";
      cases
          .append("    ")
          .append(pattern)
          .append(") COMPREPLY=( $(compgen -W \"")
          .append(String.join(" ", all))
          .append("\" -- \"$current\") )\n")
          .append("      [ ${#COMPREPLY[@]} -gt 0 ] && return ;;\n");
    }
    return cases.toString();
  }

  private static List<String> allWords(CompletionWords words, String path) {
    Command command = words.commands().getOrDefault(path, words.root());
    List<String> all = new ArrayList<>(command.subcommands());
    command.options().forEach(option -> all.add(option.name()));
    return all;
  }

  static String zsh(CompletionWords words) {
    StringBuilder cases = new StringBuilder();
    for (Map.Entry<String, Command> entry : words.commands().entrySet()) {
      if (!entry.getKey().isEmpty() && !entry.getKey().contains(" ")) {
        cases
            .append("    ")
            .append(entry.getKey())
            .append(") _arguments")
            .append(zshArguments(words, entry.getKey()))
            .append(" ;;\n");
      }
    }
    return "#compdef seaworthy\n" + MADE_BY + "zsh\n" + """
        _seaworthy() {
          local -a commands=(%s)
          if (( CURRENT == 2 )); then
            _describe 'command' commands
            return
          fi
          local command=$words[2]
          shift words
          (( CURRENT-- ))
          case $command in
        %s  esac
        }
        compdef _seaworthy seaworthy
        """.formatted(zshCommands(words), cases);
  }

  private static String zshCommands(CompletionWords words) {
    StringBuilder list = new StringBuilder();
    for (String name : words.root().subcommands()) {
      String about = words.commands().getOrDefault(name, words.root()).about();
      list.append("\n    '").append(name).append(':').append(about).append('\'');
    }
    return list.append("\n  ").toString();
  }

  private static String zshArguments(CompletionWords words, String path) {
    Command command = words.commands().getOrDefault(path, words.root());
    StringBuilder arguments = new StringBuilder();
    for (Option option : command.options()) {
      arguments
          .append(" \\\n      '*")
          .append(option.name())
          .append('[')
          .append(option.about())
          .append(']');
      if (option.takesValue()) {
        arguments
            .append(":value:")
            .append(
                option.values().isEmpty()
                    ? "_files"
                    : "(" + String.join(" ", option.values()) + ")");
      }
      arguments.append('\'');
    }
    String rest = command.subcommands().isEmpty()
        ? "_files"
        : "(" + String.join(" ", command.subcommands()) + ")";
    return arguments.append(" \\\n      '*:argument:").append(rest).append('\'').toString();
  }

  static String fish(CompletionWords words) {
    StringBuilder lines = new StringBuilder(MADE_BY + "fish\n");
    words.commands().forEach((path, command) -> {
      String condition = path.isEmpty()
          ? "__fish_use_subcommand"
          : "__fish_seen_subcommand_from " + path.substring(path.lastIndexOf(' ') + 1);
      for (String name : command.subcommands()) {
        String full = (path + " " + name).strip();
        String about = words.commands().getOrDefault(full, command).about();
        lines
            .append("complete -c seaworthy -n '")
            .append(condition)
            .append("' -f -a ")
            .append(name)
            .append(" -d '")
            .append(about)
            .append("'\n");
      }
      for (Option option : command.options()) {
        lines
            .append("complete -c seaworthy -n '")
            .append(condition)
            .append("' -l ")
            .append(option.name().replaceFirst("^-+", ""))
            .append(option.takesValue() ? " -r" : "")
            .append(
                option.values().isEmpty()
                    ? ""
                    : " -f -a '" + String.join(" ", option.values()) + "'")
            .append(" -d '")
            .append(option.about())
            .append("'\n");
      }
    });
    return lines.toString();
  }
}
