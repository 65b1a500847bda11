package dev.seaworthy.manifest;

import java.util.Locale;

/**
 * A variable that is replaced before a manifest reaches a cluster, as Flux and envsubst do: {@code
 * ${NAME}}, {@code ${NAME:=else}} and the like. Kubernetes' own {@code $(NAME)} is none, and {@code
 * $${NAME}} stands for itself.
 */
public final class Placeholder {

  private static final String OPERATORS = ":-=?+^,#%/";

  private Placeholder() {}

  /** Whether {@code text} is one or holds one. */
  public static boolean isIn(String text) {
    int at = text.indexOf("${");
    while (at >= 0) {
      boolean escaped = at > 0 && text.charAt(at - 1) == '$';
      if (!escaped && startsAt(text, at + 2)) {
        return true;
      }
      at = text.indexOf("${", at + 2);
    }
    return false;
  }

  /**
   * {@code text} with something in the place of each: what the placeholder itself gives for a variable
   * that is not set, otherwise the variable's name in the form of a label, {@code image-tag} for
   * {@code ${IMAGE_TAG}}.
   */
  public static String filled(String text) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    int at = text.indexOf("${");
    while (at >= 0) {
      boolean escaped = at > 0 && text.charAt(at - 1) == '$';
      int end = text.indexOf('}', at);
      if (!escaped && end > 0 && startsAt(text, at + 2)) {
        filled.append(text, from, at).append(standIn(text.substring(at + 2, end)));
        from = end + 1;
      }
      at = text.indexOf("${", Math.max(from, at + 2));
    }
    return filled.append(text, from, text.length()).toString();
  }

  /** Of what stands between the braces. */
  private static String standIn(String variable) {
    int end = 0;
    while (end < variable.length() && isOfName(variable.charAt(end), end > 0)) {
      end++;
    }
    String operator = variable.substring(end);
    boolean hasDefault = operator.startsWith(":-")
        || operator.startsWith(":=")
        || operator.startsWith("-")
        || operator.startsWith("=");
    return hasDefault
        ? operator.substring(operator.startsWith(":") ? 2 : 1)
        : variable.substring(0, end).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static boolean startsAt(String text, int from) {
    int end = from;
    while (end < text.length() && isOfName(text.charAt(end), end > from)) {
      end++;
    }
    return end > from
        && end < text.length()
        && (text.charAt(end) == '}'
            || OPERATORS.indexOf(text.charAt(end)) >= 0 && text.indexOf('}', end) > 0);
  }

  private static boolean isOfName(char c, boolean inside) {
    return c == '_'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (inside && c >= '0' && c <= '9');
  }
}
