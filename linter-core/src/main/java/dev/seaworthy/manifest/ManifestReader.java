package dev.seaworthy.manifest;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;

/**
 * Reads the text of a file the way {@code kubectl} reads it, keeping the place of every key and
 * value. Never throws on what a text holds: what is no object becomes a problem, and the rest of the
 * file is still read. Safe for use by several threads.
 */
public final class ManifestReader {

  private final ReadLimits limits;

  public ManifestReader() {
    this(ReadLimits.DEFAULT);
  }

  public ManifestReader(ReadLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads one file.
   *
   * @param file the name to show in diagnostics
   * @param text its bytes: UTF-8, or UTF-16 with a byte order mark
   */
  public Reading read(String file, byte[] text) {
    ReadingBuilder result = new ReadingBuilder(file);
    if (text.length > limits.fileBytes()) {
      Diagnostic problem = result.problem(new UnreadableException(
          ProblemCode.READ_LIMIT, "the file has more than " + limits.fileBytes() + " bytes", 0, 0));
      result.add(problem);
      return result.build(new SourceText(file, new byte[0]));
    }
    byte[] utf8 = TextDecoding.toUtf8(text);
    new DocumentStream(utf8, limits, result).read();
    return result.build(new SourceText(file, utf8));
  }
}
