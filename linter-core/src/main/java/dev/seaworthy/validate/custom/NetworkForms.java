package dev.seaworthy.validate.custom;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Names and addresses of the network as schemas of definitions know them. */
final class NetworkForms {

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_LABEL = 63;

  /** How many bytes a hardware address may have. */
  private static final List<Integer> SIZES = List.of(6, 8, 20);

  private NetworkForms() {}

  /** Bytes in hex parted by colons or dashes, or pairs of bytes parted by dots. */
  static boolean isHardwareAddress(String text) {
    for (String separator : List.of(":", "-", ".")) {
      if (text.contains(separator)) {
        String[] parts = text.split(Pattern.quote(separator), -1);
        int digits = separator.equals(".") ? 4 : 2;
        int bytes = parts.length * digits / 2;
        return SIZES.contains(bytes)
            && List.of(parts).stream().allMatch(part -> isHex(part, digits));
      }
    }
    return false;
  }

  static boolean isHex(String text, int digits) {
    return text.length() == digits
        && text.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
  }

  /**
   * Labels of letters, digits and symbols of any script with dashes between; the last of several has
   * at least two, and no two dashes side by side.
   */
  static boolean isHostname(String text) {
    if (text.isEmpty() || bytes(text) > LONGEST_NAME) {
      return false;
    }
    String[] labels = text.split("\\.", -1);
    for (String label : labels) {
      if (label.isEmpty() || bytes(label) > LONGEST_LABEL || !startsRight(label)) {
        return false;
      }
    }
    String last = labels[labels.length - 1];
    if (labels.length == 1) {
      return hasDashesOnlyBehindTheFirst(last);
    }
    for (int i = 0; i < labels.length - 1; i++) {
      if (!isInner(labels[i])) {
        return false;
      }
    }
    return last.codePointCount(0, last.length()) >= 2 && isInner(last) && !last.contains("--");
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean startsRight(String label) {
    return isNameCharacter(label.codePointAt(0));
  }

  private static boolean hasDashesOnlyBehindTheFirst(String label) {
    int first = Character.charCount(label.codePointAt(0));
    int from = label.startsWith("-", first) ? first + 1 : first;
    return label.substring(from).codePoints().allMatch(NetworkForms::isNameCharacter);
  }

  private static boolean isInner(String label) {
    return label.charAt(label.length() - 1) != '-'
        && label.codePoints().allMatch(c -> c == '-' || isNameCharacter(c));
  }

  private static boolean isNameCharacter(int c) {
    if (c < 128) {
      return (c >= '0' && c <= '9')
          || (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || isSymbol(c);
    }
    return Character.isLetter(c) || isSymbol(c);
  }

  private static boolean isSymbol(int c) {
    return switch (Character.getType(c)) {
      case Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL -> true;
      default -> false;
    };
  }
}
