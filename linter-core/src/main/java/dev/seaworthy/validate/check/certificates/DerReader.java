package dev.seaworthy.validate.check.certificates;

import java.util.Arrays;
import java.util.Optional;

/** Reads ASN.1 in DER, one element after the other, as far as requests for certificates need it. */
final class DerReader {

  static final int SEQUENCE = 0x30;
  static final int INTEGER = 0x02;
  static final int OBJECT_ID = 0x06;
  static final int BIT_STRING = 0x03;

  private final byte[] bytes;
  private int next;

  DerReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * An element.
   *
   * @param encoded tag, length and content
   * @param content what is inside
   */
  record Element(byte[] encoded, byte[] content) {

    DerReader inside() {
      return new DerReader(content);
    }
  }

  /** The next element, if there is one, it has that tag and is whole. */
  Optional<Element> read(int tag) {
    int start = next;
    if (bytes.length - start < 2 || (bytes[start] & 0xff) != tag) {
      return Optional.empty();
    }
    int length = bytes[start + 1] & 0xff;
    int content = start + 2;
    if (length >= 0x80) {
      int count = length & 0x7f;
      if (count < 1 || count > 3 || bytes.length - content < count) {
        return Optional.empty();
      }
      length = 0;
      for (int i = 0; i < count; i++) {
        length = length << 8 | (bytes[content++] & 0xff);
      }
    }
    if (length > bytes.length - content) {
      return Optional.empty();
    }
    next = content + length;
    return Optional.of(new Element(
        Arrays.copyOfRange(bytes, start, next), Arrays.copyOfRange(bytes, content, next)));
  }

  boolean isAtEnd() {
    return next == bytes.length;
  }

  /** An object identifier in digits and dots. */
  static String objectId(byte[] content) {
    StringBuilder id = new StringBuilder();
    long arc = 0;
    for (byte one : content) {
      arc = arc << 7 | (one & 0x7f);
      if (one >= 0) {
        long first = Math.min(arc / 40, 2);
        id.append(id.isEmpty() ? first + "." + (arc - first * 40) : "." + arc);
        arc = 0;
      }
    }
    return id.toString();
  }
}
