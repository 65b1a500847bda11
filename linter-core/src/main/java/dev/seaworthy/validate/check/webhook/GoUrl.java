package dev.seaworthy.validate.check.webhook;

import java.util.Optional;

/**
 * A URL as Go takes it apart, which is generous: a path may hold blanks, a scheme may be missing.
 * Mirrors net/url.Parse.
 *
 * @param host with its port
 */
record GoUrl(String scheme, boolean hasUser, String host, String query, String fragment) {

  private static final String HOST_SIGNS = "-_.~!$&'()*+,;=:[]<>\"%";

  /** The URL; empty if Go takes {@code text} for none. */
  static Optional<GoUrl> parse(String text) {
    if (text.chars().anyMatch(sign -> sign < ' ' || sign == 0x7F)) {
      return Optional.empty();
    }
    int hash = text.indexOf('#');
    String fragment = hash < 0 ? "" : text.substring(hash + 1);
    String whole = hash < 0 ? text : text.substring(0, hash);
    int colon = endOfScheme(whole);
    if (colon == 0 || !isEscaped(fragment)) {
      return Optional.empty();
    }
    String scheme = colon < 0 ? "" : whole.substring(0, colon);
    String rest = whole.substring(colon + 1);
    int mark = rest.indexOf('?');
    String query = mark < 0 ? "" : rest.substring(mark + 1);
    String path = mark < 0 ? rest : rest.substring(0, mark);
    return path.startsWith("//")
        ? withAuthority(scheme, path, query, fragment)
        : withoutAuthority(scheme, path, query, fragment);
  }

  /** Where the colon after the scheme is; 0 if it is missing, -1 if there is none. */
  private static int endOfScheme(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean isLetter = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
      boolean isOther = (sign >= '0' && sign <= '9') || "+-.".indexOf(sign) >= 0;
      if (sign == ':') {
        return i;
      }
      if (!isLetter && !(isOther && i > 0)) {
        return -1;
      }
    }
    return -1;
  }

  private static Optional<GoUrl> withoutAuthority(
      String scheme, String path, String query, String fragment) {
    String first = path.substring(0, path.indexOf('/') < 0 ? path.length() : path.indexOf('/'));
    boolean isOpaque = !scheme.isEmpty() && !path.startsWith("/");
    boolean isPath = isOpaque || (isEscaped(path) && first.indexOf(':') < 0);
    return isPath ? Optional.of(new GoUrl(scheme, false, "", query, fragment)) : Optional.empty();
  }

  private static Optional<GoUrl> withAuthority(
      String scheme, String path, String query, String fragment) {
    int end = path.indexOf('/', 2);
    String authority = path.substring(2, end < 0 ? path.length() : end);
    int at = authority.lastIndexOf('@');
    String host = authority.substring(at + 1);
    boolean isRight = isHost(host)
        && isEscaped(authority.substring(0, Math.max(at, 0)))
        && isEscaped(path.substring(end < 0 ? path.length() : end));
    return isRight
        ? Optional.of(new GoUrl(scheme, at >= 0, host, query, fragment))
        : Optional.empty();
  }

  private static boolean isHost(String host) {
    int bracket = host.lastIndexOf(']');
    if (host.startsWith("[") && bracket < 0) {
      return false;
    }
    String afterBracket = host.substring(bracket + 1);
    int colon = afterBracket.lastIndexOf(':');
    boolean hasRightPort = colon < 0
        ? bracket < 0 || afterBracket.isEmpty()
        : afterBracket.substring(colon + 1).chars().allMatch(sign -> sign >= '0' && sign <= '9');
    return hasRightPort
        && isEscaped(host)
        && host.chars()
            .allMatch(sign ->
                sign >= 0x80 || Character.isLetterOrDigit(sign) || HOST_SIGNS.indexOf(sign) >= 0);
  }

  /** Whether each percent sign stands before two hexadecimal digits. */
  private static boolean isEscaped(String text) {
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
      boolean isCode = i + 2 < text.length()
          && Character.digit(text.charAt(i + 1), 16) >= 0
          && Character.digit(text.charAt(i + 2), 16) >= 0;
      if (!isCode) {
        return false;
      }
    }
    return true;
  }
}
