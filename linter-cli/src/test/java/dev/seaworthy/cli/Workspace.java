package dev.seaworthy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder with the files of a user, and commands that are run on it. */
record Workspace(Path folder) {

  /** Writes a file, or writes it over; folders on the way to it are made. */
  void given(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Runs {@code command} on everything in the folder. */
  Run run(String command, String... options) {
    return runOn("", command, options);
  }

  /** Runs {@code command} on one file or folder alone. */
  Run runOn(String path, String command, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of(options));
    arguments.add(folder.resolve(path).toString());
    return Run.of(arguments.toArray(String[]::new));
  }
}
