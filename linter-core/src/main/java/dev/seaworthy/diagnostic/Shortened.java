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

  /**
   * {@code text} as one line of at most {@code longest} characters, for a list of many. What is too much
   * goes out of the middle, most of it from the beginning: the tag of an image stands at its end.
   */
  public static String toLine(String text, int longest) {
    String line = inOneLine(text);
    if (line.length() <= longest) {
      return line;
    }
    int from = whole(line, longest / 3);
    int to = whole(line, line.length() - (longest - 1 - longest / 3));
    return line.substring(0, from) + "…" + line.substring(to);
  }

  private static String inOneLine(String text) {
    return text.indexOf('\n') < 0 ? text : String.join(" ", text.strip().split("\\s+"));
  }

  /** No character is cut in two. */
  private static int whole(String text, int index) {
    return Character.isLowSurrogate(text.charAt(index)) ? index + 1 : index;
  }

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
