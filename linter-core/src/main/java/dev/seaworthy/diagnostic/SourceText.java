package dev.seaworthy.diagnostic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The text of a file, to quote lines from. Lines end with LF, CRLF or CR, as YAML has it; they are
 * found when the first one is asked for.
 */
public final class SourceText {

  private final String file;
  private final byte[] utf8;
  private volatile int[] lineStarts = {};

  /** The text must not change afterwards; it is not copied. */
  public SourceText(String file, byte[] utf8) {
    this.file = file;
    this.utf8 = utf8;
  }

  public String file() {
    return file;
  }

  /** Line {@code number}, from 1, without its line end; empty beyond the text. */
  public Optional<String> line(int number) {
    int[] starts = lineStarts();
    if (number < 1 || number >= starts.length) {
      return Optional.empty();
    }
    int from = starts[number - 1];
    int to = starts[number];
    while (to > from && (utf8[to - 1] == '\n' || utf8[to - 1] == '\r')) {
      to--;
    }
    return Optional.of(new String(utf8, from, to - from, StandardCharsets.UTF_8));
  }

  /** How many lines there are; the last one may lack a line end. */
  public int lines() {
    return lineStarts().length - 1;
  }

  /** Whether {@code ascii} occurs; costs one pass over the text and no memory. */
  public boolean contains(String ascii) {
    byte[] wanted = ascii.getBytes(StandardCharsets.US_ASCII);
    for (int at = 0; at <= utf8.length - wanted.length; at++) {
      if (utf8[at] == wanted[0]
          && Arrays.equals(utf8, at, at + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }

  // One entry a line and one for the end of the text.
  private int[] lineStarts() {
    if (lineStarts.length == 0) {
      lineStarts = findLineStarts();
    }
    return lineStarts;
  }

  private int[] findLineStarts() {
    int[] starts = new int[Math.max(16, utf8.length / 24)];
    int count = 1;
    for (int at = 0; at < utf8.length; at++) {
      boolean ends =
          utf8[at] == '\n' || (utf8[at] == '\r' && (at + 1 == utf8.length || utf8[at + 1] != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = at + 1;
      }
    }
    if (starts[count - 1] == utf8.length) {
      return Arrays.copyOf(starts, count);
    }
    starts = Arrays.copyOf(starts, count + 1);
    starts[count] = utf8.length;
    return starts;
  }
}
