package dev.seaworthy.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Regular expressions as Go takes them: matched in linear time, and of a limited size. */
public final class GoPattern {

  private GoPattern() {}

  /**
   * The compiled pattern.
   *
   * @throws PatternSyntaxException if it is none, or one that repeats too much
   */
  public static Pattern compile(String pattern) {
    if (RepeatLimit.isExceededBy(pattern)) {
      throw new PatternSyntaxException("repeats more than a thousand times", pattern);
    }
    return Pattern.compile(pattern);
  }
}
