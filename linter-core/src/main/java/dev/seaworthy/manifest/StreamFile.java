package dev.seaworthy.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * A pipe or a device that a path names. Nobody may ever write into a pipe, read from it, or type at a
 * terminal: who waits for a beginning waits for a while, and then says what it is. What a shell has
 * opened for us, as {@code <(helm template .)} does, may take its time like standard input.
 */
public final class StreamFile {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String KINDS = "unix:mode";
  private static final int KIND = 0170000;
  private static final int PIPE = 0010000;

  private final Path file;

  public StreamFile(Path file) {
    this.file = file;
  }

  /** Whether {@code file} is there, and neither a regular file nor a folder. */
  public static boolean isOne(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  byte[] read(int limit) throws IOException {
    if (isOpened()) {
      return FileBytes.of(file, limit);
    }
    try (InputStream in = begun()) {
      return in.readNBytes(limit);
    }
  }

  /**
   * Opens it to write to it.
   *
   * @throws IOException if it cannot be written to, or is a pipe from which nothing reads
   */
  public OutputStream toWrite() throws IOException {
    try {
      return isOpened()
          ? Files.newOutputStream(file)
          : TimeLimit.on(PATIENCE, () -> Files.newOutputStream(file));
    } catch (TimeoutException never) {
      throw new FileSystemException(file.toString(), null, "it is a pipe from which nothing reads");
    }
  }

  /** Whether a shell has opened it and passes on its number. */
  private boolean isOpened() {
    Path path = file.toAbsolutePath().normalize();
    return path.startsWith("/dev/fd")
        || path.startsWith("/dev/stdin")
        || path.startsWith("/proc")
            && path.getNameCount() > 2
            && path.getName(2).endsWith("fd");
  }

  private InputStream begun() throws IOException {
    boolean isPipe = isPipe();
    try {
      return TimeLimit.on(PATIENCE, () -> begin(isPipe));
    } catch (TimeoutException never) {
      String what = isPipe
          ? "it is a pipe into which nothing writes"
          : "it is a device from which nothing comes";
      throw new FileSystemException(file.toString(), null, what);
    }
  }

  private boolean isPipe() {
    try {
      return Files.getAttribute(file, KINDS) instanceof Integer mode && (mode & KIND) == PIPE;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      return false;
    }
  }

  /** A pipe opens when somebody writes, who may then take their time; a device opens at once. */
  private InputStream begin(boolean isPipe) throws IOException {
    PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file));
    int first = isPipe ? -1 : in.read();
    if (first >= 0) {
      in.unread(first);
    }
    return in;
  }
}
