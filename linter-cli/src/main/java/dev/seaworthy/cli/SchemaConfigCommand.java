package dev.seaworthy.cli;

import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.project.configuration.ConfigurationSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the JSON Schema of the configuration. */
final class SchemaConfigCommand implements Callable<Integer> {

  private final Console console;

  SchemaConfigCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    CommandSpec spec =
        Options.command("config", this, "Print the JSON Schema of .seaworthy.yaml, for editors.");
    Options.examples(
        spec,
        "seaworthy schema config > .seaworthy.schema.json",
        "",
        "and as the first line of .seaworthy.yaml, for the language server of YAML:",
        "  # yaml-language-server: $$schema=.seaworthy.schema.json");
    return spec;
  }

  @Override
  public Integer call() {
    console.out().println(ConfigurationSchema.of(RuleCatalog.load()).toPrettyString());
    return ExitStatus.OK;
  }
}
