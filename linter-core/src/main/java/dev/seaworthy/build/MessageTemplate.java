package dev.seaworthy.build;

import java.util.ArrayList;
import java.util.List;

/** A message with expressions in it: {@code '${self.image}' can be another image tomorrow}. */
final class MessageTemplate {

  private MessageTemplate() {}

  /** The expression that gives the message. */
  static String toExpression(String template) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int open = template.indexOf("${"); open >= 0; open = template.indexOf("${", from)) {
      int close = template.indexOf('}', open);
      parts.add(quoted(template.substring(from, open)));
      parts.add("string(" + template.substring(open + 2, close) + ")");
      from = close + 1;
    }
    parts.add(quoted(template.substring(from)));
    return String.join(" + ", parts);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
  }
}
