package dev.seaworthy.report.text;

/** How many cells of a terminal a character takes, by the blocks that terminals agree on. */
final class CellWidth {

  private CellWidth() {}

  static int of(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115F // Hangul leading consonants
            || within(c, 0x2E80, 0x303E) // CJK radicals and punctuation
            || within(c, 0x3041, 0xA4CF) // Kana to Yi
            || within(c, 0xAC00, 0xD7A3) // Hangul syllables
            || within(c, 0xF900, 0xFAFF) // CJK compatibility
            || within(c, 0xFE30, 0xFE6F)
            || within(c, 0xFF00, 0xFF60) // full-width forms
            || within(c, 0xFFE0, 0xFFE6)
            || within(c, 0x1F300, 0x1F64F) // pictographs
            || within(c, 0x1F680, 0x1F6FF)
            || within(c, 0x1F900, 0x1FAFF)
            || within(c, 0x20000, 0x3FFFD));
  }

  private static boolean within(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
