package dev.seaworthy.cli;

import dev.seaworthy.api.BuiltInCatalog;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.SchemaImport;
import dev.seaworthy.api.schema.JsonSchemaExport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "schema",
    synopsisSubcommandLabel = "COMMAND",
    description = "Bring kinds in from clusters, and give them out to editors.",
    footer = {
      "",
      "Examples:",
      "  kubectl get --raw /openapi/v2 | seaworthy schema import -o my-kinds -",
      "  seaworthy validate --schema-location my-kinds k8s/",
      "  seaworthy schema export --kubernetes 1.36 -o json-schemas"
    })
final class SchemaCommand {

  private static final String STANDARD_INPUT = "-";

  private final Console console;

  @Mixin
  private HelpOption help = new HelpOption();

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Command(
      name = "import",
      description = "Turn a cluster's OpenAPI documents into schemas that validate and lint use.")
  int importDocuments(
      @Mixin HelpOption helpOfImport,
      @Parameters(
              paramLabel = "DOCUMENT",
              arity = "1..*",
              description = "OpenAPI 2 or 3 in JSON, also packed by gzip; - for standard input.")
          List<String> documents,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "FOLDER",
              required = true,
              description = "Where the schemas go; what is there stays.")
          Path folder,
      @Option(
              names = {"-k", "--kubernetes"},
              paramLabel = "RELEASE",
              converter = ReleaseConverter.class,
              description = "The release that the documents describe; default: what they say.")
          @Nullable
          Release release,
      @Option(
              names = "--kinds",
              paramLabel = "TABLE",
              description = "A CSV table of the kinds, for documents that don't name them.")
          @Nullable
          Path kinds) {
    SchemaImport schemas = new SchemaImport(folder);
    int count = 0;
    try {
      for (String document : documents) {
        try (InputStream in = open(document)) {
          count += kinds == null
              ? schemas.add(document, in, Optional.ofNullable(release)).size()
              : schemas
                  .add(document, in, Optional.ofNullable(release), Files.readAllLines(kinds))
                  .size();
        }
      }
    } catch (IOException unusable) {
      throw new CommandFailure(FileFailure.words(unusable));
    }
    console.out().println(count + " kinds are in " + folder);
    return ExitStatus.OK;
  }

  private InputStream open(String document) throws IOException {
    return document.equals(STANDARD_INPUT) ? console.in() : Files.newInputStream(Path.of(document));
  }

  @Command(
      name = "export",
      description = "Write a JSON Schema of each built-in kind, a file each, for editors.")
  int exportSchemas(
      @Mixin HelpOption helpOfExport,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "FOLDER",
              required = true,
              description = "Where the files go.")
          Path folder,
      @Option(
              names = {"-k", "--kubernetes"},
              paramLabel = "RELEASE",
              converter = ReleaseConverter.class,
              description = "The release to describe; default: the newest known.")
          @Nullable
          Release release) {
    try {
      Release wanted = release == null ? Release.NEWEST : release;
      List<Path> files = JsonSchemaExport.write(BuiltInCatalog.of(wanted), folder);
      console.out().println(files.size() + " schemas are in " + folder);
      return ExitStatus.OK;
    } catch (IOException unusable) {
      throw new CommandFailure(FileFailure.words(unusable));
    }
  }
}
