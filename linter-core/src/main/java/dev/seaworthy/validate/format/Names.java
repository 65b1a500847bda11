package dev.seaworthy.validate.format;

/** Matchers for names, each one for a pattern that Kubernetes documents. */
final class Names {

  private Names() {}

  /** {@code [a-z0-9]([-a-z0-9]*[a-z0-9])?} */
  static boolean isDns1123Label(String text) {
    return isLabel(text, 0, text.length(), false);
  }

  /** Labels joined by dots. */
  static boolean isDns1123Subdomain(String text) {
    return isSubdomain(text, false);
  }

  static boolean isDns1123SubdomainWithUnderscore(String text) {
    return isSubdomain(text, true);
  }

  /** {@code [a-z]([-a-z0-9]*[a-z0-9])?} */
  static boolean isDns1035Label(String text) {
    return isDns1123Label(text) && Letters.isLower(text.charAt(0));
  }

  private static boolean isSubdomain(String text, boolean underscore) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '.') {
        if (!isLabel(text, start, i, underscore)) {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  /** With {@code underscore}: {@code _?[a-z0-9]([-_a-z0-9]*[a-z0-9])?}. */
  private static boolean isLabel(String text, int start, int end, boolean underscore) {
    int first = underscore && start < end && text.charAt(start) == '_' ? start + 1 : start;
    if (first >= end
        || !Letters.isLowerOrDigit(text.charAt(first))
        || !Letters.isLowerOrDigit(text.charAt(end - 1))) {
      return false;
    }
    for (int i = first; i < end; i++) {
      char c = text.charAt(i);
      if (!Letters.isLowerOrDigit(c) && c != '-' && !(underscore && c == '_')) {
        return false;
      }
    }
    return true;
  }

  /** {@code ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]} */
  static boolean isLabelName(String text) {
    if (text.isEmpty()
        || !Letters.isAlphanumeric(text.charAt(0))
        || !Letters.isAlphanumeric(text.charAt(text.length() - 1))) {
      return false;
    }
    return isConfigKey(text);
  }

  /** {@code [-._a-zA-Z0-9]+} */
  static boolean isConfigKey(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Letters.isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  static boolean isEnvVarName(String text) {
    return isConfigKey(text) && !Letters.isDigit(text.charAt(0));
  }

  static boolean isCIdentifier(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Letters.isAlphanumeric(text.charAt(i)) && text.charAt(i) != '_') {
        return false;
      }
    }
    return !text.isEmpty() && !Letters.isDigit(text.charAt(0));
  }

  static boolean isHttpHeaderName(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Letters.isAlphanumeric(text.charAt(i)) && text.charAt(i) != '-') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  static boolean isHttpPath(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Letters.isAlphanumeric(c) && "/-._~%!$&'()*+,;=:".indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  static boolean isPercent(String text) {
    int last = text.length() - 1;
    if (last < 1 || text.charAt(last) != '%') {
      return false;
    }
    for (int i = 0; i < last; i++) {
      if (!Letters.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isUuid(String text) {
    if (text.length() != 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      char c = text.charAt(i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? c != '-' : !Letters.isDigit(c) && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  static boolean isDecimalInteger(String text) {
    int first = text.startsWith("-") ? 1 : 0;
    if (text.length() == first) {
      return false;
    }
    for (int i = first; i < text.length(); i++) {
      if (!Letters.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return text.charAt(first) != '0' || text.length() == 1;
  }
}
