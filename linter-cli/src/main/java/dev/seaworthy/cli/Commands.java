package dev.seaworthy.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Which commands there are. Only the one that is asked for is built: start-up is a feature. */
final class Commands {

  private static final Map<String, Function<Console, CommandSpec>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("lint", console -> new LintCommand(console).spec());
    ALL.put("validate", console -> new ValidateCommand(console).spec());
    ALL.put("dry-run", console -> new DryRunCommand(console).spec());
    ALL.put("graph", console -> new GraphCommand(console).spec());
    ALL.put("explain", console -> new ExplainCommand(console).spec());
    ALL.put("rules", console -> new RulesCommand(console).spec());
    ALL.put("init", console -> new InitCommand(console).spec());
    ALL.put("schema", console -> new SchemaCommand(console).spec());
    ALL.put("completion", console -> new CompletionCommand(console).spec());
    ALL.put("help", console -> new HelpCommand(console).spec());
    ALL.put("version", console -> new VersionCommand(console).spec());
  }

  private Commands() {}

  static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /**
   * The command line with the command {@code wanted}, or with all if there is no such one; to tell
   * the version it needs none.
   */
  static CommandLine only(String wanted, Console console) {
    CommandSpec root = new RootCommand().spec();
    Function<Console, CommandSpec> command = ALL.get(wanted);
    if (command != null) {
      root.addSubcommand(wanted, command.apply(console));
    } else if (!RootCommand.VERSION.contains(wanted)) {
      ALL.forEach((name, each) -> root.addSubcommand(name, each.apply(console)));
    }
    return new CommandLine(root);
  }

  /** The whole command line, to describe it. */
  static CommandSpec all(Console console) {
    return only("", console).getCommandSpec();
  }
}
