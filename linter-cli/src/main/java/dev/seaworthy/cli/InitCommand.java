package dev.seaworthy.cli;

import dev.seaworthy.manifest.FileProblem;
import dev.seaworthy.project.configuration.ConfigurationFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Writes a configuration to begin with. */
final class InitCommand implements Callable<Integer> {

  private static final String TEMPLATE = "configuration.yaml";

  private final Console console;
  private Path folder = Path.of("");

  InitCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    CommandSpec spec = Options.command(
        "init", this, "Write a commented .seaworthy.yaml, which says what holds for a folder.");
    Options.examples(spec, "seaworthy init", "seaworthy init k8s/");
    return spec.addPositional(Options.argument("FOLDER", Path.class, given -> folder = given)
        .arity("0..1")
        .description("Where it goes; default: this folder.")
        .build());
  }

  @Override
  public Integer call() {
    Path where = console.folder().resolve(folder);
    if (!Files.isDirectory(where)) {
      throw new CommandFailure("there is no folder " + where + " for " + ConfigurationFile.NAME);
    }
    Path file = where.resolve(ConfigurationFile.NAME);
    try (InputStream text = template()) {
      Files.copy(text, file);
      console.out().println(file + " is written; it changes nothing yet but what you change in it");
      return ExitStatus.OK;
    } catch (FileAlreadyExistsException there) {
      throw new CommandFailure(file + " is there already and stays as it is");
    } catch (IOException unusable) {
      throw new CommandFailure(FileProblem.named(unusable));
    }
  }

  private static InputStream template() throws IOException {
    InputStream text = InitCommand.class.getResourceAsStream(TEMPLATE);
    if (text == null) {
      throw new IOException("no resource " + TEMPLATE);
    }
    return text;
  }
}
