package dev.seaworthy.lint.check;

import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Wildcard;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What looks like a password, a token or a key, by its name and by its value. */
final class Credentials {

  private static final String PEM = "PRIVATE KEY-----";
  private static final int BASE64_AT_LEAST = 16;
  private static final int TOKEN_AT_LEAST = 20;
  private static final int NUMBER_AT_MOST = 6;
  private static final Set<String> UNITS = Set.of("ns", "us", "ms", "s", "m", "h", "d");

  /** What switches something on or off, or says that there is none: {@code ALLOW_EMPTY_PASSWORD=yes}. */
  private static final Set<String> SWITCHES =
      Set.of("true", "false", "yes", "no", "on", "off", "none", "null", "unset", "unused", "n/a");

  private static final Set<String> PLURALS = Set.of("SECRETS", "TOKENS");

  private final List<NameWords> words;
  private final List<NameWords> harmlessSuffixes;
  private final List<String> patterns;
  private final List<String> valuePatterns;

  private Credentials(CheckContext context) {
    this.words = plainWords(context.texts("words"));
    this.harmlessSuffixes = plainWords(context.texts("harmlessSuffixes"));
    this.patterns =
        context.texts("words").stream().filter(Credentials::isPattern).toList();
    this.valuePatterns = context.texts("valuePatterns");
  }

  /** The words are parameters of the rule. */
  static Credentials of(CheckContext context) {
    return context.prepared(Credentials.class, Credentials::new);
  }

  private static List<NameWords> plainWords(List<String> texts) {
    return texts.stream().filter(text -> !isPattern(text)).map(NameWords::of).toList();
  }

  private static boolean isPattern(String word) {
    return word.contains("*");
  }

  /** Whether the name says that a secret stands under it. */
  boolean areNamed(String name) {
    NameWords inName = NameWords.of(name);
    if (inName.words().isEmpty()
        || inName.are("PWD")
        || PLURALS.contains(inName.words().get(0))) {
      return false;
    }
    // In this order: few names have such a word, and many words at the end are harmless.
    return (hasWord(inName) || matchesAny(patterns, name)) && !endsHarmless(inName);
  }

  private boolean endsHarmless(NameWords name) {
    for (NameWords suffix : harmlessSuffixes) {
      if (name.endWith(suffix)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasWord(NameWords name) {
    for (NameWords word : words) {
      if (name.have(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matchesAny(List<String> patterns, String text) {
    for (String pattern : patterns) {
      if (Wildcard.matches(pattern, text)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the value is of the form that tokens of some service have. */
  boolean isKnownToken(String value) {
    return value.length() >= TOKEN_AT_LEAST && matchesAny(valuePatterns, value);
  }

  /** Whether the value cannot be a secret: it only refers to one, or is too simple. */
  static boolean isHarmless(String value) {
    String text = value.strip();
    return text.isEmpty()
        || onlyRefers(text)
        || isDocument(text)
        || text.startsWith("/")
        || text.startsWith("./")
        || text.startsWith("file:")
        || SWITCHES.contains(text.toLowerCase(Locale.ROOT))
        || isOneLetter(text)
        || isShortNumber(text)
        || isDuration(text)
        || isUrlWithoutUser(text)
        || isToBeFilledIn(text);
  }

  /**
   * {@code <your token>}, {@code YOUR_API_KEY}, {@code $API_KEY}: what people write where others
   * put the secret.
   */
  private static boolean isToBeFilledIn(String text) {
    boolean bracketed = text.startsWith("<") && text.endsWith(">");
    boolean isVariable = text.startsWith("$") && text.length() > 1;
    String name = isVariable ? text.substring(1) : text;
    boolean isName = (isVariable || name.indexOf('_') > 0) && isOfCapitals(name);
    return bracketed || isName;
  }

  private static boolean isOfCapitals(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && (c < 'A' || c > 'Z')) {
        return false;
      }
    }
    return true;
  }

  /** A secret is one word: what has lines, or the form of JSON, is configuration that may name one. */
  private static boolean isDocument(String text) {
    return text.indexOf('\n') >= 0 || text.startsWith("{") || text.startsWith("[");
  }

  private static boolean onlyRefers(String text) {
    int at = 0;
    while (text.startsWith("$(", at)) {
      int end = text.indexOf(')', at);
      if (end < 0) {
        return false;
      }
      at = end + 1;
    }
    return at == text.length();
  }

  /** {@code ####} or {@code xxx}, written over what stood there. */
  private static boolean isOneLetter(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) != text.charAt(0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isShortNumber(String text) {
    return text.length() <= NUMBER_AT_MOST && endOfDigits(text, 0) == text.length();
  }

  private static boolean isDuration(String text) {
    int at = 0;
    while (at < text.length()) {
      int unit = endOfDigits(text, at);
      int end = unit;
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      if (unit == at || !UNITS.contains(text.substring(unit, end))) {
        return false;
      }
      at = end;
    }
    return true;
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isUrlWithoutUser(String text) {
    int host = text.indexOf("://");
    if (host <= 0 || text.indexOf(' ') >= 0) {
      return false;
    }
    int path = text.indexOf('/', host + 3);
    return text.substring(host, path < 0 ? text.length() : path).indexOf('@') < 0;
  }

  /** Whether the text has the head of a private key, and after it what can be one. */
  static boolean hasPrivateKey(String text) {
    int at = text.indexOf(PEM);
    while (at >= 0) {
      if (text.lastIndexOf("-----BEGIN ", at) >= 0 && isBase64(text, at + PEM.length())) {
        return true;
      }
      at = text.indexOf(PEM, at + 1);
    }
    return false;
  }

  private static boolean isBase64(String text, int from) {
    int at = from;
    while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || isEscape(text, at))) {
      at += isEscape(text, at) ? 2 : 1;
    }
    int end = at;
    while (end < text.length() && isOfBase64(text.charAt(end))) {
      end++;
    }
    return end - at >= BASE64_AT_LEAST;
  }

  private static boolean isEscape(String text, int at) {
    return text.startsWith("\\n", at) || text.startsWith("\\r", at);
  }

  private static boolean isOfBase64(char c) {
    return c < 128 && Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=';
  }
}
