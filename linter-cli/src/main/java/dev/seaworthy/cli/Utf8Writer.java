package dev.seaworthy.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes whole texts in UTF-8. An encoder takes them apart into characters; Java keeps most of them as
 * bytes already, which need only be copied.
 */
final class Utf8Writer extends Writer {

  private static final int BUFFERED = 1 << 16;
  private static final int END_OF_ASCII = 0x80;

  private final OutputStream out;

  /** The first half of a character whose second half is yet to come. */
  private String half = "";

  Utf8Writer(OutputStream out) {
    this.out = new BufferedOutputStream(out, BUFFERED);
  }

  @Override
  public void write(int character) throws IOException {
    if (character < END_OF_ASCII && half.isEmpty()) {
      out.write(character);
    } else {
      encode(Character.toString((char) character));
    }
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    encode(new String(text, from, length));
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    encode(text.substring(from, from + length));
  }

  private void encode(String text) throws IOException {
    String whole = half.isEmpty() ? text : half + text;
    int end = whole.length();
    if (end > 0 && Character.isHighSurrogate(whole.charAt(end - 1))) {
      end--;
    }
    half = whole.substring(end);
    out.write(whole.substring(0, end).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.write(half.getBytes(StandardCharsets.UTF_8));
    half = "";
    out.close();
  }
}
