package dev.seaworthy.manifest;

import dev.seaworthy.manifest.DocumentSplitter.Chunk;

/** What stands behind {@code ...} in a chunk: YAML begins a document there, kubectl reads no further. */
final class DocumentEnd {

  private DocumentEnd() {}

  /** The line of the first thing that is lost, 0 where nothing is. */
  static int lineBehind(byte[] text, Chunk chunk) {
    int line = chunk.line();
    boolean ended = false;
    int from = chunk.from();
    while (from < chunk.to()) {
      int to = endOfLine(text, from, chunk.to());
      boolean isMarker = isMarker(text, from, to);
      if (ended && !isMarker && holdsSomething(text, from, to)) {
        return line;
      }
      ended |= isMarker;
      from = to + 1;
      line++;
    }
    return 0;
  }

  private static int endOfLine(byte[] text, int from, int most) {
    int end = from;
    while (end < most && text[end] != '\n') {
      end++;
    }
    return end;
  }

  private static boolean isMarker(byte[] text, int from, int to) {
    return to - from >= 3
        && text[from] == '.'
        && text[from + 1] == '.'
        && text[from + 2] == '.'
        && (to - from == 3 || text[from + 3] <= ' ');
  }

  /** Comments hold nothing, nor does a directive of YAML. */
  private static boolean holdsSomething(byte[] text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text[at] == '#' || (text[at] == '%' && at == from)) {
        return false;
      }
      if (text[at] > ' ' || text[at] < 0) {
        return true;
      }
    }
    return false;
  }
}
