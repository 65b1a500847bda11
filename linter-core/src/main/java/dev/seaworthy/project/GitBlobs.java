package dev.seaworthy.project;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contents that a git repository keeps, read through one git that is started when it is needed. */
final class GitBlobs {

  private final Path folder;
  private @Nullable Process git;
  private @Nullable InputStream answers;

  GitBlobs(Path folder) {
    this.folder = folder;
  }

  /** At most {@code limit} bytes of the content of that name. */
  synchronized byte[] read(String id, int limit) throws IOException {
    InputStream from = ask(id);
    String[] header = line(from).split(" ");
    if (header.length != 3) {
      throw new IOException("git does not have the content " + id);
    }
    long size = Long.parseLong(header[2]);
    byte[] content = from.readNBytes((int) Math.min(size, limit));
    // What is beyond the limit, and the line end behind it.
    from.skipNBytes(size - content.length + 1);
    return content;
  }

  private InputStream ask(String id) throws IOException {
    if (git == null || answers == null) {
      git = GitCommand.start(folder, List.of("cat-file", "--batch"));
      answers = new BufferedInputStream(git.getInputStream(), 1 << 16);
    }
    OutputStream questions = git.getOutputStream();
    questions.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
    questions.flush();
    return answers;
  }

  private static String line(InputStream from) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = from.read(); c != '\n'; c = from.read()) {
      if (c < 0) {
        throw new EOFException("git has stopped");
      }
      line.append((char) c);
    }
    return line.toString();
  }
}
