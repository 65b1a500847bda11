package dev.seaworthy.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What has to do with schemas of kinds. */
final class SchemaCommand implements Callable<Integer> {

  private final Console console;
  private final CommandSpec spec;

  SchemaCommand(Console console) {
    this.console = console;
    this.spec = describe();
  }

  CommandSpec spec() {
    return spec;
  }

  private CommandSpec describe() {
    CommandSpec schema = Options.command(
        "schema", this, "Bring kinds in from clusters, and give them out to editors.");
    schema.usageMessage().synopsisSubcommandLabel("COMMAND");
    Options.examples(
        schema,
        "kubectl get --raw /openapi/v2 | seaworthy schema import -o my-kinds -",
        "seaworthy validate --schema-location my-kinds k8s/",
        "seaworthy schema export --kubernetes 1.36 -o json-schemas",
        "seaworthy schema config > .seaworthy.schema.json",
        "seaworthy schema scenario > scenario.schema.json");
    schema.addSubcommand("import", new SchemaImportCommand(console).spec());
    schema.addSubcommand("export", new SchemaExportCommand(console).spec());
    schema.addSubcommand("config", new SchemaConfigCommand(console).spec());
    return schema.addSubcommand("scenario", new SchemaScenarioCommand(console).spec());
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "what to do with schemas is missing: import, export, config or scenario");
  }
}
