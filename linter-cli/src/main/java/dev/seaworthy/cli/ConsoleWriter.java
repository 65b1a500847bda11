package dev.seaworthy.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes to a stream of the process, and remembers why that failed, which others do not. */
final class ConsoleWriter extends PrintWriter {

  private static final String READER_IS_GONE = "Broken pipe";

  private final Watched stream;

  private ConsoleWriter(Watched stream) {
    super(new Utf8Writer(stream));
    this.stream = stream;
  }

  static ConsoleWriter to(FileDescriptor descriptor) {
    return new ConsoleWriter(new Watched(new FileOutputStream(descriptor)));
  }

  /**
   * Why not everything that {@code out} was given could be written; empty if it was, or if whoever read
   * it wanted no more, as {@code head} does.
   */
  static Optional<String> complaint(PrintWriter out) {
    if (!out.checkError()) {
      return Optional.empty();
    }
    @Nullable String reason = out instanceof ConsoleWriter writer ? writer.stream.reason : "";
    return READER_IS_GONE.equals(reason)
        ? Optional.empty()
        : Optional.of("cannot write to standard output"
            + (reason == null || reason.isEmpty() ? "" : ": " + reason));
  }

  private static final class Watched extends FilterOutputStream {

    private @Nullable String reason;

    Watched(OutputStream out) {
      super(out);
    }

    /**
     * After a failure nothing more is tried: a report writes on to its end, and each of its words would
     * meet the same failure again.
     */
    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (reason != null) {
        return;
      }
      try {
        out.write(bytes, from, length);
      } catch (IOException failure) {
        reason = String.valueOf(failure.getMessage());
        throw failure;
      }
    }
  }
}
