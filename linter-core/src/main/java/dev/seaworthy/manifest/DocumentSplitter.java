package dev.seaworthy.manifest;

/**
 * Cuts a YAML stream into documents where {@code kubectl} does: at lines that start with {@code
 * ---}, whatever YAML would see there. So a broken document does not hide the ones after it.
 */
final class DocumentSplitter {

  private final byte[] text;
  private int at;
  private int line;

  /** Starts at the byte {@code from}, which begins line {@code firstLine} of the file. */
  DocumentSplitter(byte[] text, int from, int firstLine) {
    this.text = text;
    this.at = from;
    this.line = firstLine;
  }

  /**
   * A document's bytes, end exclusive.
   *
   * @param line the line of the file, from 1, that it starts on
   * @param badSeparator the line of a separator at its end that something follows; else 0
   */
  record Chunk(int from, int to, int line, int badSeparator) {}

  boolean hasNext() {
    return at < text.length;
  }

  Chunk next() {
    int from = at;
    int firstLine = line;
    while (at < text.length) {
      int lineStart = at;
      int end = endOfLine(at);
      at = end;
      line++;
      if (isSeparator(lineStart)) {
        if (!isAlone(lineStart + 3, end)) {
          int bad = line - 1;
          skipToSeparator();
          return new Chunk(from, lineStart, firstLine, bad);
        }
        // A separator before anything else begins the document, later ones are dropped.
        if (lineStart > from) {
          return new Chunk(from, lineStart, firstLine, 0);
        }
      }
    }
    return new Chunk(from, text.length, firstLine, 0);
  }

  // What stands around a broken separator is no document; reading goes on at the next one.
  private void skipToSeparator() {
    while (at < text.length && !(isSeparator(at) && isAlone(at + 3, endOfLine(at)))) {
      at = endOfLine(at);
      line++;
    }
  }

  private int endOfLine(int from) {
    int end = from;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    return Math.min(end + 1, text.length);
  }

  private boolean isSeparator(int lineStart) {
    return lineStart + 3 <= text.length
        && text[lineStart] == '-'
        && text[lineStart + 1] == '-'
        && text[lineStart + 2] == '-';
  }

  private boolean isAlone(int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = text[i];
      if (b == '#') {
        return true;
      }
      if (b != ' ' && (b < '\t' || b > '\r')) {
        return false;
      }
    }
    return true;
  }
}
