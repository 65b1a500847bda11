package dev.seaworthy.cel.compact;

import dev.seaworthy.cel.GoPattern;

/** Regular expressions, in linear time. Apart from other texts, so that few commands load them. */
final class Patterns {

  private Patterns() {}

  /** Whether {@code pattern} fits somewhere in {@code text}. */
  static boolean isFound(String pattern, String text) {
    return GoPattern.compile(pattern).matcher(text).find();
  }
}
