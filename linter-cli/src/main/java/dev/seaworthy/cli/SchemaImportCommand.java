package dev.seaworthy.cli;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.SchemaImport;
import dev.seaworthy.judge.ImportedDefinitions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Turns a cluster's OpenAPI documents into schemas. */
final class SchemaImportCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  private final Console console;
  private List<String> documents = List.of();
  private Path folder = Path.of("");
  private @Nullable Release release;
  private @Nullable Path kinds;

  SchemaImportCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    CommandSpec spec = Options.command(
        "import",
        this,
        "Turn a cluster's OpenAPI documents, and CustomResourceDefinitions, into schemas that"
            + " validate and lint use.");
    Options.examples(
        spec,
        "kubectl get --raw /openapi/v2 > cluster.json",
        "seaworthy schema import -o schemas/ cluster.json crds/",
        "seaworthy lint --schema-location schemas/ k8s/");
    spec.addPositional(Options.arguments("DOCUMENT", given -> documents = given)
        .arity("1..*")
        .description(
            "OpenAPI 2 or 3 in JSON, also packed by gzip; - for standard input. Or a file or folder"
                + " with CustomResourceDefinitions.")
        .build());
    spec.addOption(Options.value("FOLDER", Path.class, given -> folder = given, "-o", "--output")
        .required(true)
        .description("Where the schemas go; what is there stays.")
        .build());
    spec.addOption(ReleaseConverter.option(
        given -> release = given,
        "The release that the documents describe; default: what they say."));
    return spec.addOption(Options.value("TABLE", Path.class, given -> kinds = given, "--kinds")
        .description("A CSV table of the kinds, for documents that don't name them.")
        .build());
  }

  @Override
  public Integer call() {
    SchemaImport schemas = new SchemaImport(folder);
    int count = 0;
    try {
      for (String document : documents) {
        count += add(schemas, document);
      }
    } catch (IOException unusable) {
      throw new CommandFailure(FileFailure.words(unusable));
    }
    console.out().println(count + " kinds are in " + folder);
    return ExitStatus.OK;
  }

  private int add(SchemaImport schemas, String document) throws IOException {
    if (!document.equals(STANDARD_INPUT) && ImportedDefinitions.holds(document)) {
      return new ImportedDefinitions(folder).add(document).size();
    }
    Optional<Release> described = Optional.ofNullable(release);
    try (InputStream in = open(document)) {
      return kinds == null
          ? schemas.add(document, in, described).size()
          : schemas.add(document, in, described, Files.readAllLines(kinds)).size();
    }
  }

  private InputStream open(String document) throws IOException {
    return document.equals(STANDARD_INPUT) ? console.in() : Files.newInputStream(Path.of(document));
  }
}
