package dev.seaworthy.project;

import dev.seaworthy.manifest.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A pipe or a device that a path names. Nobody may ever write into a pipe, or type at a terminal: who
 * waits for a beginning waits for a while, and then says what it is. What a shell has opened for us, as
 * {@code <(helm template .)} does, may take its time like standard input.
 */
final class StreamFile implements InputSource.Content {

  private static final long MOST_SECONDS = 5;

  private static final String KINDS = "unix:mode";
  private static final int KIND = 0170000;
  private static final int PIPE = 0010000;

  private final Path file;

  StreamFile(Path file) {
    this.file = file;
  }

  @Override
  public byte[] read(int limit) throws IOException {
    if (isOpened()) {
      return FileBytes.of(file, limit);
    }
    try (InputStream in = begun()) {
      return in.readNBytes(limit);
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
    CompletableFuture<InputStream> beginning = new CompletableFuture<>();
    Thread opener = new Thread(() -> begin(isPipe, beginning), "seaworthy-opener");
    opener.setDaemon(true);
    opener.start();
    try {
      return beginning.get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException never) {
      throw new IOException(
          isPipe
              ? "it is a pipe into which nothing writes"
              : "it is a device from which nothing comes");
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException why ? why : new IOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("reading was stopped");
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
  private void begin(boolean isPipe, CompletableFuture<InputStream> beginning) {
    try {
      PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file));
      int first = isPipe ? -1 : in.read();
      if (first >= 0) {
        in.unread(first);
      }
      beginning.complete(in);
    } catch (IOException unreadable) {
      beginning.completeExceptionally(unreadable);
    }
  }
}
