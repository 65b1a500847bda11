package dev.seaworthy.lint.source;

import java.util.ArrayList;
import java.util.List;

/** A message with expressions in it: {@code '${self.image}' can be another image tomorrow}. */
final class MessageTemplate {

  private MessageTemplate() {}

  /**
   * The expression that gives the message.
   *
   * @throws IllegalArgumentException if the brace that closes an expression is missing
   */
  static String toExpression(String template) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int open = template.indexOf("${"); open >= 0; open = template.indexOf("${", from)) {
      int close = closeOf(template, open + 2);
      parts.add(quoted(template.substring(from, open)));
      parts.add("string(" + template.substring(open + 2, close) + ")");
      from = close + 1;
    }
    parts.add(quoted(template.substring(from)));
    return String.join(" + ", parts);
  }

  /**
   * Where the expression ends that begins at {@code start}: braces of its own and in quotes are
   * part of it.
   */
  private static int closeOf(String template, int start) {
    int depth = 0;
    char quote = 0;
    for (int i = start; i < template.length(); i++) {
      char letter = template.charAt(i);
      if (quote != 0) {
        quote = letter == quote ? 0 : quote;
      } else if (letter == '\'' || letter == '"') {
        quote = letter;
      } else if (letter == '{') {
        depth++;
      } else if (letter == '}' && depth-- == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("'" + template + "' lacks the } of an expression");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
  }
}
