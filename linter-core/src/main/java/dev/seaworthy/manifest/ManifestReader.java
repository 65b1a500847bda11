package dev.seaworthy.manifest;

/**
 * Reads the text of a file the way {@code kubectl} reads it, keeping the place of every key and
 * value. Never throws on what a text holds: what is no object becomes a problem, and the rest of the
 * file is still read. Safe for use by several threads.
 */
public final class ManifestReader {

  private final ReadLimits limits;
  private final SharedTexts texts = new SharedTexts();

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
    return read(file, text, FileRole.MANIFEST);
  }

  /** The same for a file that is {@code role} by what stands beside it. */
  public Reading read(String file, byte[] text, FileRole role) {
    return read(file, text, ReadingBuilder.Expected.OBJECTS, role);
  }

  /**
   * Reads a file that holds no Kubernetes objects, such as a scenario: its documents are values of
   * any form.
   *
   * @param file the name to show in diagnostics
   * @param text its bytes: UTF-8, or UTF-16 with a byte order mark
   */
  public Reading readValues(String file, byte[] text) {
    return read(file, text, ReadingBuilder.Expected.VALUES, FileRole.MANIFEST);
  }

  private Reading read(String file, byte[] text, ReadingBuilder.Expected expected, FileRole role) {
    if (text.length > limits.fileBytes()) {
      ReadingBuilder result = new ReadingBuilder(file, new byte[0], expected, role, limits);
      result.refuse(new UnreadableException(
          ProblemCode.READ_LIMIT, "the file has more than " + limits.fileBytes() + " bytes", 0, 0));
      return result.build();
    }
    byte[] utf8 = TextDecoding.toUtf8(text);
    return DeepStack.call(() -> readText(file, utf8, expected, role));
  }

  private Reading readText(
      String file, byte[] utf8, ReadingBuilder.Expected expected, FileRole role) {
    ReadingBuilder result = new ReadingBuilder(file, utf8, expected, role, limits);
    if (!result.isForeignAsAWhole()) {
      new DocumentStream(utf8, limits, texts, result).read();
    }
    return result.build();
  }
}
