package dev.seaworthy.cli;

import dev.seaworthy.InputFile;
import dev.seaworthy.Settings;
import dev.seaworthy.api.Release;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to read, and for which release. */
@Command
final class InputOptions {

  private static final String STANDARD_INPUT = "-";

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
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

  Settings settings() {
    return Settings.usual().withRelease(release).withThreads(threads);
  }

  List<InputFile> files(Console console) {
    return Input.files(paths, console);
  }

  Release release() {
    return release;
  }
}
