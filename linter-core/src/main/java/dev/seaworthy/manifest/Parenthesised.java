package dev.seaworthy.manifest;

/**
 * Placeholders that stand in parentheses: {@code ((NAME))} anywhere in a text, as Concourse fills it
 * in; and {@code ($namespace)} or {@code (join('-', ['a', $namespace]))} as a whole text, an expression
 * over variables, which chainsaw works out in the manifests of its tests.
 */
final class Parenthesised {

  private Parenthesised() {}

  /** Whether {@code text} is one or holds one. */
  static boolean isIn(String text) {
    return isExpression(text) || nextVariable(text, 0) >= 0;
  }

  /** Whether {@code text} is one and nothing else. */
  static boolean isAll(String text) {
    return isExpression(text)
        || nextVariable(text, 0) == 0 && text.indexOf("))") == text.length() - 2;
  }

  /** {@code text} with the names of variables in the place of each, in the form of labels. */
  static String filled(String text) {
    if (isExpression(text)) {
      int from = text.indexOf('$') + 1;
      return Placeholder.asLabel(text.substring(from, endOfName(text, from)));
    }
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int at = nextVariable(text, 0); at >= 0; at = nextVariable(text, from)) {
      int end = text.indexOf("))", at);
      filled.append(text, from, at).append(Placeholder.asLabel(text.substring(at + 2, end)));
      from = end + 2;
    }
    return filled.append(text, from, text.length()).toString();
  }

  /** Whether it is in parentheses as a whole and names a variable, and not {@code $(this)}. */
  private static boolean isExpression(String text) {
    if (!text.startsWith("(") || !text.endsWith(")")) {
      return false;
    }
    int dollar = text.indexOf('$');
    return dollar >= 0 && endOfName(text, dollar + 1) > dollar + 1;
  }

  /** Where {@code ((NAME))} begins at {@code from} or behind; a shell's {@code $((1 + 1))} is none. */
  private static int nextVariable(String text, int from) {
    for (int at = text.indexOf("((", from); at >= 0; at = text.indexOf("((", at + 1)) {
      int end = endOfName(text, at + 2);
      if (end > at + 2 && text.startsWith("))", end) && (at == 0 || text.charAt(at - 1) != '$')) {
        return at;
      }
    }
    return -1;
  }

  private static int endOfName(String text, int from) {
    int end = from;
    while (end < text.length() && isOfName(text.charAt(end), end > from)) {
      end++;
    }
    return end;
  }

  private static boolean isOfName(char c, boolean inside) {
    return c == '_'
        || c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || inside && (c == '-' || c == '.' || c >= '0' && c <= '9');
  }
}
