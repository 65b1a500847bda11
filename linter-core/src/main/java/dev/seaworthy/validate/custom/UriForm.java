package dev.seaworthy.validate.custom;

/**
 * Whether a text is a URI, or the path of one that begins with a slash, as a request line has it.
 * Mirrors what Go's parser of request URIs takes.
 */
final class UriForm {

  /** Punctuation that may stand in the name of a host. */
  private static final String IN_HOST = "-_.~!$&'()*+,;=:[]<>\"";

  private static final String IN_USER = "-._:~!$&'()*+,;=%@";

  private UriForm() {}

  static boolean matches(String text) {
    if (text.isEmpty() || text.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
      return false;
    }
    int colon = endOfScheme(text);
    if (colon == 0) {
      return false;
    }
    boolean hasScheme = colon > 0;
    String rest = withoutQuery(hasScheme ? text.substring(colon + 1) : text);
    if (!rest.startsWith("/")) {
      return hasScheme || rest.equals("*");
    }
    if (hasScheme && rest.startsWith("//") && !rest.startsWith("///")) {
      int slash = rest.indexOf('/', 2);
      String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
      return isAuthority(authority) && (slash < 0 || isEscaped(rest.substring(slash)));
    }
    return isEscaped(rest);
  }

  /** The place of the colon behind a scheme, 0 if one stands without a scheme, -1 without one. */
  private static int endOfScheme(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean isOther = (c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0;
      if (c == ':') {
        return i;
      }
      if (!isLetter && (!isOther || i == 0)) {
        return -1;
      }
    }
    return -1;
  }

  private static String withoutQuery(String text) {
    int query = text.indexOf('?');
    return query < 0 ? text : text.substring(0, query);
  }

  private static boolean isAuthority(String authority) {
    int at = authority.lastIndexOf('@');
    String user = at < 0 ? "" : authority.substring(0, at);
    boolean userFits = user.chars().allMatch(c -> isAlphanumeric(c) || IN_USER.indexOf(c) >= 0);
    return userFits && isEscaped(user) && isHost(authority.substring(at + 1));
  }

  private static boolean isHost(String host) {
    int bracket = host.lastIndexOf(']');
    if (host.startsWith("[") && bracket < 0) {
      return false;
    }
    int colon = host.indexOf(':', host.startsWith("[") ? bracket : host.lastIndexOf(':'));
    String port = colon < 0 ? "" : host.substring(colon + 1);
    return port.chars().allMatch(c -> c >= '0' && c <= '9')
        && host.chars().allMatch(c -> c >= 128 || isAlphanumeric(c) || IN_HOST.indexOf(c) >= 0);
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Whether each percent sign is followed by two hex digits. */
  private static boolean isEscaped(String text) {
    for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
      if (at + 3 > text.length() || !NetworkForms.isHex(text.substring(at + 1, at + 3), 2)) {
        return false;
      }
    }
    return true;
  }
}
