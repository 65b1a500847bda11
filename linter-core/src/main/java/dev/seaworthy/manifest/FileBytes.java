package dev.seaworthy.manifest;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
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
      return bytes(in, file, limit);
    } catch (FileNotFoundException unreadable) {
      // This one tells whether it is not there, no file, or forbidden; the other one is quicker.
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes(limit);
      }
    }
  }

  /**
   * The same of whatever a person has named: a regular file, a pipe, a device.
   *
   * @throws IOException if it cannot be read, is a folder, or nothing comes from it for a while
   */
  public static byte[] ofAny(Path file, int limit) throws IOException {
    return StreamFile.isOne(file) ? new StreamFile(file).read(limit) : of(file, limit);
  }

  /**
   * The same, all of it.
   *
   * @throws IOException also if there are more bytes than {@code most}
   */
  public static byte[] wholeOfAny(Path file, int most) throws IOException {
    byte[] bytes = ofAny(file, most + 1);
    if (bytes.length > most) {
      throw new FileSystemException(file.toString(), null, "it has more than " + most + " bytes");
    }
    return bytes;
  }

  /** Asks for the size first, which spares memory, and which a pipe does not have. */
  private static byte[] bytes(InputStream in, Path file, int limit) throws IOException {
    try {
      return in.readNBytes(limit);
    } catch (IOException withoutSize) {
      if (Files.isRegularFile(file)) {
        throw withoutSize;
      }
      return new PlainStream(in).readNBytes(limit);
    }
  }

  /** Reads one piece after the other, as a stream does that knows nothing of files. */
  private static final class PlainStream extends FilterInputStream {
    PlainStream(InputStream in) {
      super(in);
    }
  }
}
