package dev.seaworthy.diagnostic;

/**
 * Texts that quote what somebody wrote, as short as a reader needs them: of a value of a million
 * characters the beginning and the end say enough.
 */
public final class Shortened {

  private static final int LONGEST = 2_000;
  private static final int BEGINNING = 100;
  private static final int END = 200;

  private Shortened() {}

  /** {@code text} itself if it is not too long, else without its middle, which is counted. */
  public static String of(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int from = text.offsetByCodePoints(0, BEGINNING);
    int to = text.offsetByCodePoints(text.length(), -END);
    return text.substring(0, from) + "[… " + text.codePointCount(from, to) + " characters …]"
        + text.substring(to);
  }
}
