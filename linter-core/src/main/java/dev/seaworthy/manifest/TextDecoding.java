package dev.seaworthy.manifest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a file as UTF-8, the way {@code kubectl} takes them: a byte order mark decides, and
 * what is no UTF-8 becomes U+FFFD, byte by byte.
 */
final class TextDecoding {

  private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

  private TextDecoding() {}

  /** Valid UTF-8 without a byte order mark; {@code bytes} itself where it is that already. */
  static byte[] toUtf8(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return transcode(bytes, StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return transcode(bytes, StandardCharsets.UTF_16LE);
    }
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    int invalid = firstInvalid(bytes, start);
    if (invalid == bytes.length && start == 0) {
      return bytes;
    }
    return repaired(bytes, start);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  // The decoder puts U+FFFD for lone surrogates and for half a character at the end.
  private static byte[] transcode(byte[] bytes, Charset charset) {
    return new String(bytes, 2, bytes.length - 2, charset).getBytes(StandardCharsets.UTF_8);
  }

  private static int firstInvalid(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length) {
      if (bytes[at] >= 0) {
        at++;
        continue;
      }
      int length = sequenceLength(bytes, at);
      if (length == 0) {
        return at;
      }
      at += length;
    }
    return at;
  }

  /** Valid UTF-8, with U+FFFD for each byte that belongs to none. */
  static byte[] withoutInvalid(byte[] bytes) {
    return repaired(bytes, 0);
  }

  private static byte[] repaired(byte[] bytes, int from) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    int at = from;
    while (at < bytes.length) {
      int end = firstInvalid(bytes, at);
      out.write(bytes, at, end - at);
      if (end < bytes.length) {
        out.writeBytes(REPLACEMENT);
      }
      at = end + 1;
    }
    return out.toByteArray();
  }

  /** The length of the well-formed sequence of two to four bytes at {@code at}; 0 if it is none. */
  private static int sequenceLength(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < low || second > high) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
