package dev.seaworthy.project;

import dev.seaworthy.manifest.FileBytes;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something to read manifests from.
 *
 * @param name what diagnostics call it: the path as the user gave it, with slashes, or {@code
 *     <stdin>}
 * @param path the file that it is; empty if it is none
 * @param content its bytes, read when they are asked for
 */
public record InputSource(String name, Optional<Path> path, Content content) {

  /** The name of standard input in diagnostics. */
  public static final String STANDARD_INPUT = "<stdin>";

  /** Where the bytes come from. */
  @FunctionalInterface
  public interface Content {

    /**
     * The bytes, but no more than {@code limit} of them: whoever asks for one more than they accept
     * learns that it is too much, and memory stays bounded.
     */
    byte[] read(int limit) throws IOException;
  }

  static InputSource of(Path file) {
    return new InputSource(nameOf(file), Optional.of(file), limit -> FileBytes.of(file, limit));
  }

  static InputSource of(InputStream standardInput) {
    return new InputSource(
        STANDARD_INPUT, Optional.empty(), new ReadOnce(standardInput::readNBytes));
  }

  /** A pipe, or a device: what {@code <(helm template .)} of a shell stands for. */
  static InputSource ofStream(Path file) {
    return new InputSource(
        nameOf(file), Optional.empty(), new ReadOnce(limit -> FileBytes.ofAny(file, limit)));
  }

  /** A stream gives its bytes but once, and more than one may ask for them. */
  private static final class ReadOnce implements Content {
    private final Content stream;
    private byte @Nullable [] bytes;

    private ReadOnce(Content stream) {
      this.stream = stream;
    }

    @Override
    public synchronized byte[] read(int limit) throws IOException {
      byte[] all = bytes;
      if (all == null) {
        all = stream.read(limit);
        bytes = all;
      }
      return all.length <= limit ? all : Arrays.copyOf(all, limit);
    }
  }

  static String nameOf(Path file) {
    return file.toString().replace(File.separatorChar, '/');
  }

  /** The same under another name. */
  public InputSource named(String other) {
    return new InputSource(other, path, content);
  }

  /** At most {@code limit} bytes of it. */
  public byte[] read(int limit) throws IOException {
    return content.read(limit);
  }
}
