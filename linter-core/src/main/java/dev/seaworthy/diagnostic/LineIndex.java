package dev.seaworthy.diagnostic;

import java.util.Arrays;

/**
 * Where in a text of valid UTF-8 lines and columns lie. It is made in one pass; a question costs a
 * block of the text at most, however long a line is.
 */
final class LineIndex {

  private static final int BLOCK = 1 << 10;

  private final byte[] utf8;

  /** One entry a line and one for the end of the text. */
  private final int[] lineStarts;

  /** How many characters, and how many UTF-16 units, begin before each block. */
  private final int[] charactersBefore;

  private final int[] unitsBefore;

  /** Whether every byte is a character, as in most manifests: then there is nothing to count. */
  private final boolean isAscii;

  LineIndex(byte[] utf8) {
    int[] starts = new int[Math.max(16, utf8.length / 24)];
    int count = 1;
    boolean ascii = true;
    for (int at = 0; at < utf8.length; at++) {
      // One comparison tells nearly all characters from what matters here.
      if (utf8[at] > '\r') {
        continue;
      }
      if (utf8[at] < 0) {
        ascii = false;
      } else if (endsLine(utf8, at)) {
        starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
        starts[count++] = at + 1;
      }
    }
    this.utf8 = utf8;
    this.lineStarts = closed(starts, count, utf8.length);
    this.isAscii = ascii;
    int blocks = isAscii ? 0 : utf8.length / BLOCK + 1;
    this.charactersBefore = new int[blocks];
    this.unitsBefore = new int[blocks];
    if (!isAscii) {
      count(blocks);
    }
  }

  private static boolean endsLine(byte[] utf8, int at) {
    return utf8[at] == '\n'
        || (utf8[at] == '\r' && (at + 1 == utf8.length || utf8[at + 1] != '\n'));
  }

  /** The first {@code count} of {@code starts}, with the end of the text behind them. */
  private static int[] closed(int[] starts, int count, int end) {
    if (starts[count - 1] == end) {
      return Arrays.copyOf(starts, count);
    }
    int[] closed = Arrays.copyOf(starts, count + 1);
    closed[count] = end;
    return closed;
  }

  private void count(int blocks) {
    int characters = 0;
    int units = 0;
    for (int at = 0; at < utf8.length; at++) {
      if (at % BLOCK == 0) {
        charactersBefore[at / BLOCK] = characters;
        unitsBefore[at / BLOCK] = units;
      }
      characters += charactersAt(at);
      units += unitsAt(at);
    }
    if (utf8.length % BLOCK == 0) {
      charactersBefore[blocks - 1] = characters;
      unitsBefore[blocks - 1] = units;
    }
  }

  int lines() {
    return lineStarts.length - 1;
  }

  boolean has(int line) {
    return line >= 1 && line <= lines();
  }

  int start(int line) {
    return lineStarts[line - 1];
  }

  /** Before the line's end. */
  int end(int line) {
    int end = lineStarts[line];
    while (end > start(line) && (utf8[end - 1] == '\n' || utf8[end - 1] == '\r')) {
      end--;
    }
    return end;
  }

  /** The byte at which the character in {@code column} begins; the end of the line for later ones. */
  int offset(int line, int column) {
    int end = end(line);
    long wanted = (long) charactersBefore(start(line)) + Math.max(0, column - 1);
    if (wanted >= charactersBefore(end)) {
      return end;
    }
    if (isAscii) {
      return (int) wanted;
    }
    int found = Arrays.binarySearch(charactersBefore, (int) wanted);
    int block = found >= 0 ? found : -found - 2;
    int at = block * BLOCK;
    int characters = charactersBefore[block];
    while (characters < wanted || !begins(at)) {
      characters += charactersAt(at++);
    }
    return at;
  }

  /** The column of the character that begins at byte {@code offset} of the line. */
  int column(int line, int offset) {
    return charactersBefore(offset) - charactersBefore(start(line)) + 1;
  }

  int utf16Units(int from, int to) {
    return unitsBefore(to) - unitsBefore(from);
  }

  private int charactersBefore(int offset) {
    if (isAscii) {
      return offset;
    }
    int characters = charactersBefore[offset / BLOCK];
    for (int at = offset - offset % BLOCK; at < offset; at++) {
      characters += charactersAt(at);
    }
    return characters;
  }

  private int unitsBefore(int offset) {
    if (isAscii) {
      return offset;
    }
    int units = unitsBefore[offset / BLOCK];
    for (int at = offset - offset % BLOCK; at < offset; at++) {
      units += unitsAt(at);
    }
    return units;
  }

  private boolean begins(int at) {
    return (utf8[at] & 0xC0) != 0x80;
  }

  private int charactersAt(int at) {
    return begins(at) ? 1 : 0;
  }

  private int unitsAt(int at) {
    return begins(at) ? (utf8[at] & 0xFF) >= 0xF0 ? 2 : 1 : 0;
  }
}
