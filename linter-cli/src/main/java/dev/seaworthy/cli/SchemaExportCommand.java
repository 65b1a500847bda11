package dev.seaworthy.cli;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.api.schema.JsonSchemaExport;
import dev.seaworthy.explain.FieldDescriptions;
import dev.seaworthy.manifest.FileProblem;
import dev.seaworthy.validate.constraint.ConstraintSchemas;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Writes built-in kinds as JSON Schemas. */
final class SchemaExportCommand implements Callable<Integer> {

  private final Console console;
  private Path folder = Path.of("");
  private Release release = Release.NEWEST;

  SchemaExportCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    CommandSpec spec = Options.command(
        "export", this, "Write a JSON Schema of each built-in kind, a file each, for editors.");
    Options.examples(
        spec,
        "seaworthy schema export -o json-schemas",
        "seaworthy schema export --kubernetes 1.36 -o json-schemas");
    spec.addOption(Options.value("FOLDER", Path.class, given -> folder = given, "-o", "--output")
        .required(true)
        .description("Where the files go.")
        .build());
    return spec.addOption(ReleaseConverter.option(
        given -> release = given, "The release to describe; default: the newest known."));
  }

  @Override
  public Integer call() {
    try {
      List<Path> files = JsonSchemaExport.write(
          BuiltInCatalog.of(release),
          new ConstraintSchemas(release),
          new FieldDescriptions(),
          folder);
      console.out().println(files.size() + " schemas are in " + folder);
      return ExitStatus.OK;
    } catch (IOException unusable) {
      throw new CommandFailure(FileProblem.named(unusable));
    }
  }
}
