package dev.seaworthy.manifest;

/** What a text is made of, as far as {@link SimpleYaml} has to know before it reads it. */
enum Characters {
  ASCII,
  UNICODE,
  /** Something that does not mean the same to every YAML parser, or a line that is too long. */
  UNKNOWN;

  /**
   * Those of a text: known are all but control characters, tabs apart, and Unicode's line ends and
   * non-characters.
   */
  static Characters of(byte[] text, int from, int end, int lineLimit) {
    int lineStart = from;
    boolean ascii = true;
    for (int i = from; i < end; i++) {
      byte b = text[i];
      if (b == '\n') {
        if (i - lineStart > lineLimit) {
          return UNKNOWN;
        }
        lineStart = i + 1;
      } else if (b < 0 && isHarmless(text, i)) {
        ascii = false;
      } else if ((b < ' ' && b != '\t') || b == 0x7F) {
        return UNKNOWN;
      }
    }
    if (end - lineStart > lineLimit) {
      return UNKNOWN;
    }
    return ascii ? ASCII : UNICODE;
  }

  // Of a character beyond ASCII the first byte that could tell is looked at; the text is valid.
  private static boolean isHarmless(byte[] text, int at) {
    return switch (text[at] & 0xFF) {
      case 0xC2 -> (text[at + 1] & 0xFF) >= 0xA0;
      case 0xE2 -> (text[at + 1] & 0xFF) != 0x80 || (text[at + 2] & 0xFE) != 0xA8;
      case 0xEF -> (text[at + 1] & 0xFF) != 0xBB && (text[at + 1] & 0xFF) != 0xBF;
      default -> true;
    };
  }
}
