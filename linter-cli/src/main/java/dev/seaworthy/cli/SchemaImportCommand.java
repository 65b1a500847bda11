package dev.seaworthy.cli;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.SchemaImport;
import dev.seaworthy.judge.ImportedDefinitions;
import dev.seaworthy.manifest.FileBytes;
import dev.seaworthy.manifest.FileProblem;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.manifest.StreamFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
      throw new CommandFailure(FileProblem.named(unusable));
    }
    console.out().println(count + " kinds are in " + folder);
    return ExitStatus.OK;
  }

  private int add(SchemaImport schemas, String document) throws IOException {
    ImportedDefinitions definitions = new ImportedDefinitions(folder);
    if (isStream(document)) {
      byte[] text = streamed(document);
      return ImportedDefinitions.holds(document, text)
          ? definitions.add(document, text).size()
          : addOpenApi(schemas, document, new ByteArrayInputStream(text));
    }
    if (ImportedDefinitions.holds(document)) {
      return definitions.add(document).size();
    }
    try (InputStream in = Files.newInputStream(Path.of(document))) {
      return addOpenApi(schemas, document, in);
    }
  }

  private static boolean isStream(String document) {
    try {
      return document.equals(STANDARD_INPUT) || StreamFile.isOne(Path.of(document));
    } catch (InvalidPathException wrong) {
      throw new CommandFailure("'" + document + "' is no path");
    }
  }

  /** It comes but once, and what it holds is known when it is there. */
  private byte[] streamed(String document) throws IOException {
    int most = ReadLimits.DEFAULT.fileBytes();
    byte[] text = document.equals(STANDARD_INPUT)
        ? console.in().readNBytes(most + 1)
        : FileBytes.ofAny(Path.of(document), most + 1);
    if (text.length > most) {
      throw new CommandFailure(document + " has more than " + most + " bytes");
    }
    return text;
  }

  private int addOpenApi(SchemaImport schemas, String document, InputStream in) throws IOException {
    Optional<Release> described = Optional.ofNullable(release);
    int count = kinds == null
        ? schemas.add(document, in, described).size()
        : schemas.add(document, in, described, tableOfKinds(kinds)).size();
    if (count == 0) {
      throw new CommandFailure(kinds + " names no kind of the release that " + document
          + " describes: see its columns servedIn and optionalIn");
    }
    return count;
  }

  private static List<String> tableOfKinds(Path table) throws IOException {
    try {
      return Files.readAllLines(table);
    } catch (MalformedInputException noText) {
      throw new CommandFailure(table + " is no table of kinds: it is not UTF-8");
    }
  }
}
