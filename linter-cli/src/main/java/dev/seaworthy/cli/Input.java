package dev.seaworthy.cli;

import dev.seaworthy.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files that the paths of a command line mean. */
final class Input {

  private Input() {}

  static List<InputFile> files(List<String> paths, Console console) {
    List<InputFile> files = new ArrayList<>();
    for (String path : paths) {
      if (path.equals("-")) {
        files.add(new InputFile("<stdin>", () -> console.in().readAllBytes()));
        continue;
      }
      Path p = Path.of(path);
      if (!Files.exists(p)) {
        throw new CommandFailure(path + " does not exist");
      }
      try (Stream<Path> found = Files.walk(p)) {
        found
            .filter(Files::isRegularFile)
            .filter(f -> f.equals(p) || f.toString().matches(".*\\.(ya?ml|json)"))
            .sorted()
            .forEach(f -> files.add(InputFile.of(f)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }
}
