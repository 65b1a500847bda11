package dev.seaworthy.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Which commands there are. Only the one that is asked for is built: start-up is a feature. */
final class Commands {

  private static final Map<String, Function<Console, Object>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("lint", LintCommand::new);
    ALL.put("validate", ValidateCommand::new);
    ALL.put("dry-run", DryRunCommand::new);
    ALL.put("explain", ExplainCommand::new);
    ALL.put("rules", RulesCommand::new);
    ALL.put("schema", SchemaCommand::new);
    ALL.put("completion", CompletionCommand::new);
  }

  private Commands() {}

  static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /** The whole command line with the command {@code wanted}, or with all if there is no such one. */
  static CommandLine only(String wanted, Console console) {
    CommandLine line = new CommandLine(new RootCommand(console));
    ALL.forEach((name, command) -> {
      if (name.equals(wanted) || !ALL.containsKey(wanted)) {
        line.addSubcommand(name, command.apply(console));
      }
    });
    return line;
  }

  /** The whole command line, to describe it. */
  static CommandSpec all(Console console) {
    return only("", console).getCommandSpec();
  }
}
