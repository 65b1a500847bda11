package dev.seaworthy.validate.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how IP addresses are written: four numbers with dots, or groups of digits with colons. */
final class AddressText {

  private AddressText() {}

  /** The bytes of an IPv4 address, with whatever leading zeros; null if it is none. */
  static byte @Nullable [] v4(String text) {
    byte[] bytes = new byte[4];
    int part = 0;
    int digits = 0;
    int number = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? '.' : text.charAt(i);
      if (c == '.') {
        if (digits == 0 || number > 255 || part > 3) {
          return null;
        }
        bytes[part++] = (byte) number;
        digits = 0;
        number = 0;
      } else if (Letters.isDigit(c) && number <= 255) {
        number = number * 10 + c - '0';
        digits++;
      } else {
        return null;
      }
    }
    return part == 4 ? bytes : null;
  }

  /** The bytes of an IPv6 address; null if it is none. */
  static byte @Nullable [] v6(String text) {
    int gap = text.indexOf("::");
    if (gap != text.lastIndexOf("::")) {
      return null;
    }
    List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
    List<Integer> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2), true);
    if (head == null || tail == null) {
      return null;
    }
    int size = head.size() + tail.size();
    if (gap < 0 ? size != 8 : size > 7) {
      return null;
    }
    byte[] bytes = new byte[16];
    put(bytes, head, 0);
    put(bytes, tail, 8 - tail.size());
    return bytes;
  }

  private static void put(byte[] bytes, List<Integer> groups, int from) {
    for (int i = 0; i < groups.size(); i++) {
      bytes[2 * (from + i)] = (byte) (groups.get(i) >> 8);
      bytes[2 * (from + i) + 1] = (byte) (int) groups.get(i);
    }
  }

  /** The groups of four hexadecimal digits; an IPv4 address may stand at the end. */
  private static @Nullable List<Integer> groups(String text, boolean last) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return groups;
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].indexOf('.') >= 0) {
        byte[] v4 = last && i == parts.length - 1 ? v4(parts[i]) : null;
        if (v4 == null) {
          return null;
        }
        groups.add((v4[0] & 255) << 8 | v4[1] & 255);
        groups.add((v4[2] & 255) << 8 | v4[3] & 255);
      } else if (isHex(parts[i])) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        return null;
      }
    }
    return groups;
  }

  private static boolean isHex(String text) {
    return !text.isEmpty()
        && text.length() <= 4
        && text.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
  }
}
