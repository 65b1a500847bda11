package dev.seaworthy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Something to read manifests from.
 *
 * @param name what diagnostics call it: the path as the user gave it, or {@code <stdin>}
 */
public record InputFile(String name, Bytes bytes) {

  /** Where the bytes come from, when they are needed. */
  public interface Bytes {
    byte[] read() throws IOException;
  }

  public static InputFile of(Path file) {
    return new InputFile(file.toString(), () -> Files.readAllBytes(file));
  }
}
