package dev.seaworthy.simulate.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the scenario files of a folder. */
public final class ScenarioFiles {

  private static final Pattern NAME = Pattern.compile("(.*\\.)?scenario\\.(yaml|yml|json)");

  /** Folders in folders, to this depth. */
  private static final int DEEPEST = 16;

  private ScenarioFiles() {}

  /**
   * The files below {@code paths} that are called {@code scenario.yaml} or {@code
   * SOMETHING.scenario.yaml}, by name; a path that is a file is one, whatever it is called.
   *
   * @throws IOException if a path is not there or cannot be read
   */
  public static List<Path> below(List<Path> paths) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path path : paths) {
      try (Stream<Path> all = Files.walk(path, DEEPEST)) {
        all.filter(Files::isRegularFile)
            .filter(file -> file.equals(path) || isScenario(file))
            .sorted()
            .forEach(found::add);
      }
    }
    return found;
  }

  private static boolean isScenario(Path file) {
    Path name = file.getFileName();
    return name != null && NAME.matcher(name.toString()).matches();
  }
}
