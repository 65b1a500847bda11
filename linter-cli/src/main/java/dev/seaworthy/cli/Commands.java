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
    ALL.put("explain", ExplainCommand::new);
    ALL.put("rules", RulesCommand::new);
