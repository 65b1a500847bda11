package dev.seaworthy.cel.compact;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Functions of texts. Places are counted in code points, as CEL does. */
final class Texts {

  private Texts() {}

  static String charAt(String text, long index) {
    int length = text.codePointCount(0, text.length());
    requirePlace(index, length);
    return index == length ? "" : substring(text, index, index + 1);
  }

  static long indexOf(String text, String part) {
    return place(text, text.indexOf(part));
  }

  static long lastIndexOf(String text, String part) {
    return place(text, text.lastIndexOf(part));
  }

  private static long place(String text, int index) {
    return index < 0 ? -1 : text.codePointCount(0, index);
  }

  static String substring(String text, long from) {
    return substring(text, from, text.codePointCount(0, text.length()));
  }

  static String substring(String text, long from, long to) {
    requirePlace(to, text.codePointCount(0, text.length()));
    requirePlace(from, (int) to);
    int start = text.offsetByCodePoints(0, (int) from);
    return text.substring(start, text.offsetByCodePoints(start, (int) (to - from)));
  }

  private static void requirePlace(long index, int last) {
    if (index < 0 || index > last) {
      throw new EvaluationException("the text has no place " + index);
    }
  }

  /** At most {@code limit} times; everywhere if it is negative. */
  static String replace(String text, String old, String other, long limit) {
    if (limit < 0) {
      return text.replace(old, other);
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (long left = limit; left > 0; left--) {
      int found = text.indexOf(old, from);
      if (found < 0 || old.isEmpty()) {
        break;
      }
      out.append(text, from, found).append(other);
      from = found + old.length();
    }
    return out.append(text, from, text.length()).toString();
  }

  /** At most {@code limit} parts; all of them if it is negative. */
  static List<Object> split(String text, String separator, long limit) {
    List<Object> parts = new ArrayList<>();
    int from = 0;
    while (limit != 0 && (limit < 0 || parts.size() < limit - 1)) {
      int to = separator.isEmpty() ? nextCharacter(text, from) : text.indexOf(separator, from);
      if (to < 0) {
        break;
      }
      parts.add(text.substring(from, to));
      from = to + separator.length();
    }
    if (limit != 0 && !(separator.isEmpty() && text.isEmpty())) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  /** Where the second character from here begins; negative if there is none. */
  private static int nextCharacter(String text, int from) {
    int next = from < text.length() ? text.offsetByCodePoints(from, 1) : text.length();
    return next < text.length() ? next : -1;
  }

  static String join(List<?> items, String separator) {
    StringJoiner joiner = new StringJoiner(separator);
    for (Object item : items) {
      if (!(item instanceof String text)) {
        throw EvaluationException.mistyped("only texts can be joined");
      }
      joiner.add(text);
    }
    return joiner.toString();
  }

  static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char character) {
    return Character.isSpaceChar(character)
        || character >= 0x9 && character <= 0xD
        || character == 0x85;
  }

  static String lowerAscii(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return out.toString();
  }

  static String upperAscii(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
    }
    return out.toString();
  }
}
