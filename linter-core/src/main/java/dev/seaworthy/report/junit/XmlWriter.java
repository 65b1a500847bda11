package dev.seaworthy.report.junit;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML 1.0 as it comes, an element a line. Characters that XML can't hold are written out as
 * {@code \x1b}.
 */
final class XmlWriter {

  private final PrintWriter out;
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;

  XmlWriter(PrintWriter out) {
    this.out = out;
    out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  XmlWriter begin(String element) {
    closeTag("\n");
    out.print("  ".repeat(open.size()));
    out.print("<" + element);
    open.push(element);
    inTag = true;
    return this;
  }

  XmlWriter attribute(String name, String value) {
    out.print(" " + name + "=\"" + escaped(value, true) + "\"");
    return this;
  }

  XmlWriter attribute(String name, long value) {
    return attribute(name, Long.toString(value));
  }

  /** Ends the innermost element, which holds {@code text} and nothing else. */
  XmlWriter end(String text) {
    closeTag("");
    out.print(escaped(text, false) + "</" + open.pop() + ">\n");
    return this;
  }

  /** Ends the innermost element. */
  XmlWriter end() {
    String element = open.pop();
    if (inTag) {
      out.print("/>\n");
      inTag = false;
    } else {
      out.print("  ".repeat(open.size()));
      out.print("</" + element + ">\n");
    }
    return this;
  }

  private void closeTag(String end) {
    if (inTag) {
      out.print(">" + end);
      inTag = false;
    }
  }

  private static String escaped(String text, boolean inAttribute) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints().forEach(c -> escape(c, inAttribute, escaped));
    return escaped.toString();
  }

  private static void escape(int c, boolean inAttribute, StringBuilder escaped) {
    switch (c) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\t', '\n' -> escaped.append(inAttribute ? "&#" + c + ";" : Character.toString(c));
      case '\r' -> escaped.append("&#13;");
      default -> escaped.append(isAllowed(c) ? Character.toString(c) : "\\x%02x".formatted(c));
    }
  }

  /** What XML 1.0 can hold, less the control characters that can steer a terminal. */
  private static boolean isAllowed(int c) {
    return c >= 0x20 && c < 0x7F
        || c >= 0xA0 && c < 0xD800
        || c >= 0xE000 && c != 0xFFFE && c != 0xFFFF;
  }
}
