package dev.seaworthy.manifest;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files of unknown origin: a device or a pipe may never end, and have no size before. */
public final class FileBytes {

  private FileBytes() {}

  /**
   * The bytes of {@code file}, but no more than {@code limit}: whoever asks for one more than they
   * accept learns that it is too much.
   */
  public static byte[] of(Path file, int limit) throws IOException {
    try (InputStream in = new FileInputStream(file.toFile())) {
      return in.readNBytes(limit);
    } catch (FileNotFoundException unreadable) {
      // This one tells whether it is not there, no file, or forbidden; the other one is quicker.
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes(limit);
      }
    }
  }
}
