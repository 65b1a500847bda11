package dev.seaworthy.manifest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Placeholders that are words themselves, {@code __IMAGE_TAG__}. */
final class PlaceholderWord {

  /** In small letters labels of Prometheus have the form. */
  private static final Pattern WORD =
      Pattern.compile("(?<![A-Za-z0-9_])__([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)__(?![A-Za-z0-9_])");

  private static final String MARK = "__";

  private PlaceholderWord() {}

  /** Whether {@code text} is one or holds one; texts of several lines are programs. */
  static boolean isIn(String text) {
    return mayBeIn(text) && WORD.matcher(text).find();
  }

  /** Whether {@code text} is one and nothing else. */
  static boolean isAll(String text) {
    return mayBeIn(text) && WORD.matcher(text).matches();
  }

  /** {@code text} with the word in the form of a label in the place of each. */
  static String filled(String text) {
    return mayBeIn(text)
        ? WORD.matcher(text)
            .replaceAll(word -> Matcher.quoteReplacement(Placeholder.asLabel(word.group(1))))
        : text;
  }

  /** Asked of every value of every object. */
  private static boolean mayBeIn(String text) {
    return text.contains(MARK) && text.indexOf('\n') < 0;
  }
}
