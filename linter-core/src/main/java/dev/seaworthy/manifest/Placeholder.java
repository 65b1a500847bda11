package dev.seaworthy.manifest;

import java.util.Locale;

/**
 * A variable that is replaced before a manifest reaches a cluster, as Flux and envsubst do: {@code
 * ${NAME}}, {@code ${NAME:=else}} and the like, what Terraform works out, {@code ${var.name}}, and
 * {@code $NAME} in capitals; {@code __NAME__} in capitals, as scripts with sed look for it; what
 * Concourse fills in, {@code ((NAME))}; and a value that is an expression of a test of Chainsaw's, {@code
 * ($name)}. Kubernetes' own {@code $(NAME)} is none, {@code $${NAME}} stands for itself, and so does what
 * NGINX replaces while it runs, as {@code ${binary_remote_addr}}.
 */
public final class Placeholder {

  private static final String OPERATORS = ":-=?+^,#%/";

  /** What may follow a name in an expression of Terraform. */
  private static final String OF_EXPRESSIONS = ".([!&|<>*";

  private Placeholder() {}

  /** Whether {@code text} is one or holds one. */
  public static boolean isIn(String text) {
    return hasDollar(text) || PlaceholderWord.isIn(text) || Parenthesised.isIn(text);
  }

  /** Whether {@code text} may hold one, or quote something that is one. */
  public static boolean mayBeIn(String text) {
    return text.indexOf('$') >= 0 || text.contains("((") || PlaceholderWord.isIn(text);
  }

  private static boolean hasDollar(String text) {
    int at = text.indexOf('$');
    int lastEnd = at < 0 ? -1 : text.lastIndexOf('}');
    while (at >= 0) {
      if (endOfBare(text, at) > 0) {
        return true;
      }
      if (isBraced(text, at, lastEnd)) {
        return !RunTimeVariables.areIn(text);
      }
      at = text.indexOf('$', at + 1);
    }
    return false;
  }

  /** Whether {@code text} is one and nothing else. */
  public static boolean isAll(String text) {
    return PlaceholderWord.isAll(text)
        || Parenthesised.isAll(text)
        || text.startsWith("$")
            && (endOfBare(text, 0) == text.length()
                || text.indexOf('}') == text.length() - 1 && isIn(text));
  }

  /**
   * {@code text} with something in the place of each: what the placeholder itself gives for a variable
   * that is not set, otherwise the variable's name in the form of a label, {@code image-tag} for
   * {@code ${IMAGE_TAG}}.
   */
  public static String filled(String text) {
    return Parenthesised.isIn(text)
        ? Parenthesised.filled(text)
        : PlaceholderWord.filled(withDollarsFilled(text));
  }

  private static String withDollarsFilled(String text) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    int at = text.indexOf('$');
    int lastEnd = text.lastIndexOf('}');
    while (at >= 0) {
      int bare = endOfBare(text, at);
      if (bare > 0) {
        filled.append(text, from, at).append(asLabel(text.substring(at + 1, bare)));
        from = bare;
      } else if (isBraced(text, at, lastEnd)) {
        int end = text.indexOf('}', at);
        filled.append(text, from, at).append(standIn(text.substring(at + 2, end).strip()));
        from = end + 1;
      }
      at = text.indexOf('$', Math.max(from, at + 1));
    }
    return filled.append(text, from, text.length()).toString();
  }

  /** Whether one in braces begins at {@code at}. */
  private static boolean isBraced(String text, int at, int lastEnd) {
    return at + 1 < lastEnd
        && text.charAt(at + 1) == '{'
        && !isEscaped(text, at)
        && startsAt(text, at + 2, lastEnd);
  }

  private static boolean isEscaped(String text, int at) {
    return at > 0 && text.charAt(at - 1) == '$';
  }

  /**
   * Where one without braces ends that begins at {@code at}; -1 if none does. Within a word a dollar is
   * a letter like others, as in a password, and texts of several lines are scripts.
   */
  private static int endOfBare(String text, int at) {
    boolean within = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    if (within || isEscaped(text, at) || text.indexOf('\n') >= 0) {
      return -1;
    }
    int end = at + 1;
    while (end < text.length() && isOfCapitals(text.charAt(end), end > at + 1)) {
      end++;
    }
    boolean goesOn = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
    return end - at > 2 && !goesOn ? end : -1;
  }

  private static boolean isOfCapitals(char c, boolean inside) {
    return (c >= 'A' && c <= 'Z') || inside && (c == '_' || c >= '0' && c <= '9');
  }

  static String asLabel(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
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
        : asLabel(variable.substring(0, end));
  }

  /** Whether a name begins at {@code from}, and the braces end at {@code lastEnd} or before. */
  private static boolean startsAt(String text, int from, int lastEnd) {
    int start = skipSpaces(text, from);
    int end = start;
    while (end < lastEnd && isOfName(text.charAt(end), end > start)) {
      end++;
    }
    int next = skipSpaces(text, end);
    return end > start
        && next <= lastEnd
        && (text.charAt(next) == '}'
            || OPERATORS.indexOf(text.charAt(next)) >= 0
            || OF_EXPRESSIONS.indexOf(text.charAt(next)) >= 0);
  }

  private static int skipSpaces(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private static boolean isOfName(char c, boolean inside) {
    return c == '_'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (inside && c >= '0' && c <= '9');
  }
}
