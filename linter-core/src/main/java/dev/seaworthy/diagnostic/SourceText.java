package dev.seaworthy.diagnostic;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of a file, to show a reader what a diagnostic points at. */
public final class SourceText {

  /** A text that is not at hand any more: every line of it is empty. */
  public static final SourceText NONE = new SourceText(List.of());

  private final List<String> lines;

  private SourceText(List<String> lines) {
    this.lines = lines;
  }

  /** The lines of {@code bytes}, which a byte order mark may tell to be UTF-16; else they are UTF-8. */
  public static SourceText of(byte[] bytes) {
    Charset charset = charsetOf(bytes);
    String text = new String(bytes, charset);
    return of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  /** The lines of {@code text}; a line ends as in YAML, with LF, CR or both. */
  public static SourceText of(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        lines.add(text.substring(start, i));
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    lines.add(text.substring(start));
    return new SourceText(lines);
  }

  private static Charset charsetOf(byte[] bytes) {
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    return StandardCharsets.UTF_8;
  }

  /** The line with this number, from 1, without its line end; empty if there is none. */
  public String line(int number) {
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }

  /** Whether the text has a line with this number. */
  public boolean hasLine(int number) {
    return number >= 1 && number <= lines.size();
  }
}
