package dev.seaworthy.manifest;

import java.util.Locale;
import java.util.Optional;

/** JSON with comments and commas at the end of lists, as compilers and editors read it. */
final class JsonComments {

  private final byte[] text;
  private int at;

  private JsonComments(byte[] utf8) {
    this.text = utf8.clone();
  }

  /** Whether a text that is no JSON is another tool's file but for its comments. */
  static boolean areAllThatIsWrong(String file, byte[] utf8, ReadLimits limits) {
    if (!isJson(file)) {
      return false;
    }
    try {
      JsonParser parser = new JsonParser(new JsonComments(utf8).blanked(), 0, 1, limits);
      // What names a kind means to be an object, and kubectl can't read it.
      return ObjectShape.namesNothing(parser.next().root()) && !parser.hasNext();
    } catch (UnreadableException otherwiseWrong) {
      return false;
    }
  }

  /** Whether a comment starts with the byte {@code at}. */
  static boolean startAt(byte[] text, int at) {
    return at + 1 < text.length && text[at] == '/' && isCommentStart(text[at + 1]);
  }

  /** What kubectl makes of one is an error, too, though it does not say that much. */
  static UnreadableException refused(int line, int column) {
    return new UnreadableException(
        ProblemCode.JSON_SYNTAX,
        "JSON knows no comments",
        "Take it out, or write the file as YAML, where a comment starts with '#'.",
        line,
        column);
  }

  /**
   * The comment that {@code file} begins with, which makes another thing of it than JSON: what is said
   * of it as YAML helps nobody. Empty if it does not, or is no file of JSON.
   */
  static Optional<UnreadableException> atTheStart(String file, byte[] utf8) {
    if (!isJson(file)) {
      return Optional.empty();
    }
    JsonCursor cursor = new JsonCursor(utf8, 0, 1);
    cursor.skipSpace();
    return startAt(utf8, cursor.offset())
        ? Optional.of(refused(cursor.line(), cursor.column()))
        : Optional.empty();
  }

  private static boolean isJson(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".json");
  }

  /** The text with spaces for comments and superfluous commas. */
  private byte[] blanked() {
    int comma = -1;
    while (at < text.length) {
      byte here = text[at];
      if (here == '"') {
        skipString();
        comma = -1;
      } else if (startAt(text, at)) {
        blankComment(text[at + 1] == '*');
      } else {
        if ((here == '}' || here == ']') && comma >= 0) {
          text[comma] = ' ';
        }
        comma = here == ',' ? at : here > ' ' ? -1 : comma;
        at++;
      }
    }
    return text;
  }

  private static boolean isCommentStart(byte second) {
    return second == '/' || second == '*';
  }

  private void skipString() {
    at++;
    while (at < text.length && text[at] != '"') {
      at += text[at] == '\\' ? 2 : 1;
    }
    at++;
  }

  private void blankComment(boolean block) {
    int end = at + 2;
    while (end < text.length && !ends(block, end)) {
      end++;
    }
    end = Math.min(text.length, block ? end + 2 : end);
    for (; at < end; at++) {
      if (text[at] != '\n') {
        text[at] = ' ';
      }
    }
  }

  private boolean ends(boolean block, int end) {
    return block
        ? text[end] == '*' && end + 1 < text.length && text[end + 1] == '/'
        : text[end] == '\n';
  }
}
