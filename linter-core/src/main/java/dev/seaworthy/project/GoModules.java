package dev.seaworthy.project;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Folders into which {@code go mod vendor} has copied the modules that a program is made of. Manifests
 * there are tests and examples of other projects, and who has the copy cannot mend them.
 */
final class GoModules {

  private static final String FOLDER = "vendor";

  /** What Go writes into the folder to know what is there. */
  private static final String LIST = "modules.txt";

  private GoModules() {}

  /** Whether {@code folder} is such a one: other tools call their folders {@code vendor}, too. */
  static boolean areIn(Path folder) {
    return folder.endsWith(FOLDER) && Files.isRegularFile(folder.resolve(LIST));
  }

  /** Whether a file of that name stands for the folder that it lies in. */
  static boolean isList(Path file) {
    return file.endsWith(Path.of(FOLDER, LIST));
  }
}
