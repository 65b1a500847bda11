package dev.seaworthy.api.structure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads numbers and texts in the form of {@link java.io.DataOutput}. Start-up is spent here, hence
 * no streams; texts are plain UTF-8, which is what DataOutput writes for all but the oddest
 * characters.
 */
final class CompactReader {

  private final byte[] bytes;
  private int at;

  CompactReader(byte[] bytes, int at) {
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

  int readByte() {
    return bytes[at++] & 0xff;
  }

  int readShort() {
    return readByte() << 8 | readByte();
  }

  int readInt() {
    return readShort() << 16 | readShort();
  }

  String readText() {
    int length = readShort();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
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
