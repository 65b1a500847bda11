package dev.seaworthy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Whether a file that a report would take the place of looks like somebody's manifest. Reports are no
 * YAML, and those of JSON begin in their own way, so that a report of yesterday may be replaced.
 */
final class WrittenOver {

  private static final int BEGINNING = 4096;

  private WrittenOver() {}

  /** Whether {@code file} exists and is better kept. */
  static boolean isManifest(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return true;
    }
    return name.endsWith(".json") && isObject(beginning(file));
  }

  private static boolean isObject(String text) {
    boolean report = text.startsWith("{\"kubernetes\"") || text.contains("\"runs\"");
    return !report && text.contains("apiVersion") && text.contains("kind");
  }

  private static String beginning(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }
}
