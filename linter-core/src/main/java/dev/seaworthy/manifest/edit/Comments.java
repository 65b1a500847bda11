package dev.seaworthy.manifest.edit;

import dev.seaworthy.manifest.edit.TextLayout.Point;
import java.util.ArrayList;
import java.util.List;

/** The comments of some lines of YAML in block style. */
final class Comments {

  private Comments() {}

  /** Those between two points, and behind the second one in its line. */
  static List<String> between(TextLayout layout, Point from, Point to) throws NotEditable {
    List<String> comments = new ArrayList<>();
    for (int line = from.line(); line <= to.line(); line++) {
      String text = line == from.line() ? layout.behind(from) : layout.line(line);
      int hash = text.indexOf('#');
      if (hash >= 0) {
        comments.add(comment(text, hash));
      }
    }
    return comments;
  }

  private static String comment(String text, int hash) throws NotEditable {
    String ahead = text.substring(0, hash);
    boolean begins = ahead.isBlank() || Character.isWhitespace(ahead.charAt(hash - 1));
    boolean certain = ahead.indexOf('"') < 0 && ahead.indexOf('\'') < 0;
    if (!begins || !certain) {
      throw new NotEditable("it is not certain where a comment begins");
    }
    return text.substring(hash).stripTrailing();
  }
}
