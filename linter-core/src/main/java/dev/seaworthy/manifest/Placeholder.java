package dev.seaworthy.manifest;

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
