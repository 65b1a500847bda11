package dev.seaworthy.api.structure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads numbers and texts in the form of {@link java.io.DataOutput}. Start-up is spent here, hence
 * no streams; texts are plain UTF-8, which is what DataOutput writes for all but the oddest
 * characters.
 */
public final class CompactReader {

  private final byte[] bytes;
  private int at;

  public CompactReader(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The bytes of a file; none if there is no such file. */
  static byte[] bytes(CompactFiles files, String file) {
    try (InputStream in = files.open(file)) {
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  int place() {
    return at;
  }

  public int readByte() {
    return bytes[at++] & 0xff;
  }

  public int readShort() {
    return readByte() << 8 | readByte();
  }

  public int readInt() {
    return readShort() << 16 | readShort();
  }

  public String readText() {
    int length = readShort();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  public boolean readBoolean() {
    return readByte() != 0;
  }

  /** As many bytes as a number before them says. */
  public byte[] readBytes() {
    int length = readInt();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  List<String> readTexts() {
    int count = readShort();
    if (count == 0) {
      return List.of();
    }
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(readText());
    }
    return texts;
  }

  void skipText() {
    int length = readShort();
    at += length;
  }

  void skipTexts() {
    for (int count = readShort(); count > 0; count--) {
      skipText();
    }
  }

  /** Reads since when and until when the next entry holds, and whether {@code release} is there. */
  boolean readWhetherItHolds(int release) {
    int since = readByte();
    int until = readByte();
    return since <= release && release <= until;
  }
}
