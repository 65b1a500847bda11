package dev.seaworthy.cli;

import dev.seaworthy.simulate.scenario.ScenarioSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the JSON Schema of scenario files. */
final class SchemaScenarioCommand implements Callable<Integer> {

  private final Console console;

  SchemaScenarioCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    CommandSpec spec =
        Options.command("scenario", this, "Print the JSON Schema of scenario files, for editors.");
    Options.examples(
        spec,
        "seaworthy schema scenario > scenario.schema.json",
        "seaworthy schema scenario | jq .properties.steps.items.properties.expect",
        "",
        "and as the first line of a scenario, for the language server of YAML:",
        "  # yaml-language-server: $$schema=scenario.schema.json");
    return spec;
  }

  @Override
  public Integer call() {
    console.out().println(ScenarioSchema.schema().toPrettyString());
    return ExitStatus.OK;
  }
}
