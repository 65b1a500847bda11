package dev.seaworthy.diagnostic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file, to quote from. Lines end with LF, CRLF or CR, as YAML has it; they are found
 * when the first one is asked for. What {@link #around} and {@link #utf16Column} cost does not grow
 * with the length of the line.
 */
public final class SourceText {

  private final String file;
  private final byte[] utf8;
  private volatile @Nullable LineIndex lineIndex;

  /** The text, in valid UTF-8, must not change afterwards; it is not copied. */
  public SourceText(String file, byte[] utf8) {
    this.file = file;
    this.utf8 = utf8;
  }

  public String file() {
    return file;
  }

  /** Line {@code number}, from 1, without its line end; empty beyond the text. */
  public Optional<String> line(int number) {
    LineIndex lines = index();
    return lines.has(number)
        ? Optional.of(text(lines.start(number), lines.end(number)))
        : Optional.empty();
  }

  /**
   * A stretch of a line.
   *
   * @param column of its first character
   * @param more whether the line goes on behind it
   */
  public record Stretch(String text, int column, boolean more) {}

  /**
   * What of line {@code number} stands around {@code column}: at most {@code before} characters ahead
   * of it and {@code after} from there on; empty beyond the text.
   */
  public Optional<Stretch> around(int number, int column, int before, int after) {
    LineIndex lines = index();
    if (!lines.has(number)) {
      return Optional.empty();
    }
    int at = lines.column(number, lines.offset(number, column));
    int first = Math.max(1, at - before);
    int to = lines.offset(number, at + after);
    String text = text(lines.offset(number, first), to);
    return Optional.of(new Stretch(text, first, to < lines.end(number)));
  }

  /** Which UTF-16 unit of its line {@code column} is, from 1; empty beyond the text. */
  public OptionalInt utf16Column(int number, int column) {
    LineIndex lines = index();
    return lines.has(number)
        ? OptionalInt.of(1 + lines.utf16Units(lines.start(number), lines.offset(number, column)))
        : OptionalInt.empty();
  }

  /** The text at {@code place}; empty if it is not within one line of the text. */
  public Optional<String> at(Location place) {
    LineIndex lines = index();
    if (place.line() != place.endLine() || !lines.has(place.line())) {
      return Optional.empty();
    }
    int from = lines.offset(place.line(), place.column());
    return Optional.of(text(from, lines.offset(place.line(), place.endColumn())));
  }

  /** How lines end here: as the first one does, by LF where there is but one. */
  public String lineBreak() {
    LineIndex lines = index();
    int end = lines.lines() == 0 ? utf8.length : lines.end(1);
    boolean isWindows = end + 1 < utf8.length && utf8[end] == '\r' && utf8[end + 1] == '\n';
    return isWindows ? "\r\n" : "\n";
  }

  /** The lines from {@code first} to before {@code end} as a text of their own. */
  public SourceText lines(int first, int end) {
    LineIndex lines = index();
    int from = lines.has(first) ? lines.start(first) : utf8.length;
    int to = lines.has(end) ? lines.start(end) : utf8.length;
    return new SourceText(file, Arrays.copyOfRange(utf8, from, Math.max(from, to)));
  }

  /**
   * This text with {@code edits} made: in the order of their places, apart from one another, and all
   * within it.
   */
  public SourceText edited(List<Edit> edits) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(utf8.length + 256);
    int at = 0;
    for (Edit edit : edits) {
      Location place = edit.place();
      int from = offset(place.line(), place.column());
      out.write(utf8, at, from - at);
      out.writeBytes(edit.text().getBytes(StandardCharsets.UTF_8));
      at = offset(place.endLine(), place.endColumn());
    }
    out.write(utf8, at, utf8.length - at);
    return new SourceText(file, out.toByteArray());
  }

  private int offset(int line, int column) {
    LineIndex lines = index();
    return lines.has(line) ? lines.offset(line, column) : utf8.length;
  }

  /** The text in UTF-8, which must not be changed. */
  public byte[] utf8() {
    return utf8;
  }

  /** How many lines there are; the last one may lack a line end. */
  public int lines() {
    return index().lines();
  }

  /** Whether {@code ascii} occurs; costs one pass over the text and no memory. */
  public boolean contains(String ascii) {
    return contains(ascii, 0, utf8.length);
  }

  /** Whether {@code ascii} occurs in line {@code number}. */
  public boolean contains(String ascii, int number) {
    LineIndex lines = index();
    return lines.has(number) && contains(ascii, lines.start(number), lines.end(number));
  }

  private boolean contains(String ascii, int from, int to) {
    byte[] text = utf8;
    byte[] wanted = ascii.getBytes(StandardCharsets.US_ASCII);
    int length = wanted.length;
    long low = 0;
    long high = 0;
    for (byte letter : wanted) {
      low |= letter < 64 ? 1L << letter : 0;
      high |= letter < 64 ? 0 : 1L << letter;
    }
    int last = from + length - 1;
    while (last < to) {
      byte letter = text[last];
      if (letter < 0 || ((letter < 64 ? low : high) >>> letter & 1) == 0) {
        // It cannot lie anywhere across a letter that it does not have.
        last += length;
      } else if (Arrays.equals(text, last - length + 1, last + 1, wanted, 0, length)) {
        return true;
      } else {
        last++;
      }
    }
    return false;
  }

  private String text(int from, int to) {
    return new String(utf8, from, to - from, StandardCharsets.UTF_8);
  }

  private LineIndex index() {
    LineIndex lines = lineIndex;
    if (lines == null) {
      lines = new LineIndex(utf8);
      lineIndex = lines;
    }
    return lines;
  }
}
