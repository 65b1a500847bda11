package dev.seaworthy.report.html;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements as they come. Text and values of attributes are always escaped; names of elements
 * and attributes are ours.
 */
final class Html {

  private final PrintWriter out;
  private final Deque<String> open = new ArrayDeque<>();

  Html(PrintWriter out) {
    this.out = out;
    out.print("<!DOCTYPE html>\n");
  }

  /** Begins an element; {@code attributes} are names and values by turns. */
  Html begin(String element, String... attributes) {
    tag(element, attributes);
    open.push(element);
    return this;
  }

  Html end() {
    out.print("</" + open.pop() + ">");
    if (open.size() < 4) {
      out.print('\n');
    }
    return this;
  }

  /** An element that holds text and nothing else. */
  Html element(String element, String text, String... attributes) {
    tag(element, attributes);
    out.print(escaped(text) + "</" + element + ">");
    return this;
  }

  /** An element that holds nothing and has no end. */
  Html single(String element, String... attributes) {
    tag(element, attributes);
    return this;
  }

  Html text(String text) {
    out.print(escaped(text));
    return this;
  }

  /** Text of ours that is no markup of HTML: a style sheet. */
  Html style(String sheet) {
    out.print("<style>" + sheet + "</style>\n");
    return this;
  }

  private void tag(String element, String... attributes) {
    out.print("<" + element);
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      out.print(" " + attributes[i] + "=\"" + escaped(attributes[i + 1]) + "\"");
    }
    out.print(">");
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    text.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> append(c, safe);
      }
    });
    return safe.toString();
  }

  /** What turns the direction of text or cannot be seen is written out. */
  private static void append(int c, StringBuilder safe) {
    boolean misleads = c != '\n' && Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.SURROGATE;
    if (misleads) {
      safe.append("\\u%04x".formatted(c));
    } else {
      safe.appendCodePoint(c);
    }
  }
}
