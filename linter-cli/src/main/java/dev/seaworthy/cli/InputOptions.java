package dev.seaworthy.cli;

import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.api.Release;
import dev.seaworthy.judge.OtherFiles;
import dev.seaworthy.judge.OwnKinds;
import dev.seaworthy.project.InputDiscovery;
import dev.seaworthy.project.InputDiscovery.Found;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to read, and for which release. */
@Command
final class InputOptions {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "A file, a folder, or - for standard input.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = {"-k", "--kubernetes"},
      paramLabel = "RELEASE",
      converter = ReleaseConverter.class,
      description = "The release to judge by, such as 1.34; default: the newest known.")
  private Release release = Release.NEWEST;

  @Option(
      names = {"-j", "--threads"},
      paramLabel = "N",
      description = "How many files to work on at a time; default: one for each core.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--not-kubernetes",
      paramLabel = "WHAT",
      description =
          "${COMPLETION-CANDIDATES}: what to do with files of other tools; default: warn.")
  private OtherFiles otherFiles = OtherFiles.WARN;

  @Option(
      names = "--schema-location",
      paramLabel = "LOCATION",
      description = {
        "Where kinds of your own are described; may be given several times. A folder that",
        "'schema import' wrote, or a path or URL of JSON Schemas in kubeconform's syntax."
      })
  private List<String> schemaLocations = new ArrayList<>();

  /** The answers, with the kinds of the release and those of the schema locations. */
  Seaworthy seaworthy() {
    try {
      return Seaworthy.of(settings(), OwnKinds.of(schemaLocations, release));
    } catch (IOException unreadable) {
      throw new CommandFailure(FileFailure.words(unreadable));
    } catch (IllegalArgumentException wrong) {
      throw new CommandFailure(String.valueOf(wrong.getMessage()));
    }
  }

  Settings settings() {
    return Settings.usual().withRelease(release).withOtherFiles(otherFiles).withThreads(threads);
  }

  Found find(Console console) {
    if (paths.isEmpty()) {
      throw new CommandFailure("nothing to read: name a file, a folder, or - for standard input");
    }
    Found found = InputDiscovery.find(paths, console.in());
    if (found.sources().isEmpty() && found.problems().isEmpty()) {
      console.err().println("seaworthy: there is no manifest in " + String.join(", ", paths));
    }
    return found;
  }

  Release release() {
    return release;
  }
}
