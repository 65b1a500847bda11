package dev.seaworthy.manifest;

import java.io.ByteArrayOutputStream;
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
    try (InputStream in = Files.newInputStream(file)) {
      byte[] expected = in.readNBytes((int) Math.min(Files.size(file), limit));
      byte[] more = in.readNBytes(limit - expected.length);
      return more.length == 0 ? expected : joined(expected, more);
    }
  }

  private static byte[] joined(byte[] start, byte[] end) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(start.length + end.length);
    all.writeBytes(start);
    all.writeBytes(end);
    return all.toByteArray();
  }
}
