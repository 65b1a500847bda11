package dev.seaworthy.validate.custom;

/** Whether a text is a mail address, bare or behind a name in angle brackets (RFC 5322). */
final class EmailForm {

  private static final String ATOM = "!#$%&'*+-/=?^_`{|}~";

  private EmailForm() {}

  static boolean matches(String text) {
    String trimmed = text.strip();
    if (!trimmed.endsWith(">")) {
      return isAddress(trimmed);
    }
    int open = trimmed.lastIndexOf('<');
    return open >= 0
        && isPhrase(trimmed.substring(0, open).strip())
        && isAddress(trimmed.substring(open + 1, trimmed.length() - 1));
  }

  private static boolean isAddress(String text) {
    int at = text.lastIndexOf('@');
    return at > 0 && isLocal(text.substring(0, at)) && isDomain(text.substring(at + 1));
  }

  private static boolean isLocal(String local) {
    return isQuoted(local) || isDotted(local);
  }

  private static boolean isDomain(String domain) {
    return (domain.startsWith("[") && domain.endsWith("]") && domain.length() > 2)
        || isDotted(domain);
  }

  /** Words, each an atom or in quotes; without any there is no name. */
  private static boolean isPhrase(String phrase) {
    if (phrase.isEmpty() || isQuoted(phrase)) {
      return true;
    }
    for (String word : phrase.split("\\s+")) {
      if (!isQuoted(word) && !isDotted(word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isQuoted(String text) {
    return text.length() >= 2 && text.startsWith("\"") && text.indexOf('"', 1) == text.length() - 1;
  }

  private static boolean isDotted(String text) {
    for (String atom : text.split("\\.", -1)) {
      if (atom.isEmpty() || !atom.codePoints().allMatch(EmailForm::isAtomCharacter)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAtomCharacter(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c >= 128
        || ATOM.indexOf(c) >= 0;
  }
}
