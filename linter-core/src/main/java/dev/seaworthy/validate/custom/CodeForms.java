package dev.seaworthy.validate.custom;

import com.google.re2j.Pattern;
import java.util.Map;

/** Numbers of books, cards and people, identifiers and colours: forms of fixed length. */
final class CodeForms {

  private static final String BYTE = "(?:0|[1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5])";

  private static final Map<String, Pattern> PATTERNS = Map.of(
      "bsonobjectid", Pattern.compile("[0-9a-fA-F]{24}"),
      "byte", Pattern.compile("(?:[\\w+/]{4})*(?:[\\w+/]{2}==|[\\w+/]{3}=|[\\w+/]{4})"),
      "hexcolor", Pattern.compile("#?(?:[0-9a-fA-F]{3}){1,2}"),
      "rgbcolor", Pattern.compile("rgb\\(\\s*" + BYTE + "(?:\\s*,\\s*" + BYTE + "){2}\\s*\\)"),
      "ssn", Pattern.compile("[0-9]{3}[- ][0-9]{2}[- ][0-9]{4}"),
      "uuid", uuid("[0-9a-f]", "[0-9a-f]"),
      "uuid3", uuid("3", "[0-9a-f]"),
      "uuid4", uuid("4", "[89ab]"),
      "uuid5", uuid("5", "[89ab]"));

  /** Of the cards that are known: Visa, Mastercard, Discover, American Express, Diners, JCB, UnionPay. */
  private static final Pattern CARD = Pattern.compile("4[0-9]{12}(?:[0-9]{3})?"
      + "|5[1-5][0-9]{14}"
      + "|(?:222[1-9]|22[3-9][0-9]|2[3-6][0-9]{2}|27[01][0-9]|2720)[0-9]{12}"
      + "|6(?:011|5[0-9]{2})[0-9]{12}"
      + "|3[47][0-9]{13}"
      + "|3(?:0[0-5]|[68][0-9])[0-9]{11}"
      + "|(?:2131|1800|35[0-9]{3})[0-9]{11}"
      + "|6[27][0-9]{14}");

  private CodeForms() {}

  private static Pattern uuid(String version, String variant) {
    return Pattern.compile("(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?" + version + "[0-9a-f]{3}-?" + variant
        + "[0-9a-f]{3}-?[0-9a-f]{12}");
  }

  static boolean matches(String format, String text) {
    return switch (format) {
      case "password" -> true;
      case "creditcard" -> isCard(text.replaceAll("[^0-9]+", ""));
      case "isbn" -> isShortBook(text) || isLongBook(text);
      case "isbn10" -> isShortBook(text);
      case "isbn13" -> isLongBook(text);
      case "byte" -> text.indexOf('_') < 0 && fits(format, text);
      default -> fits(format, text);
    };
  }

  private static boolean fits(String format, String text) {
    Pattern pattern = PATTERNS.get(format);
    return pattern != null && pattern.matches(text);
  }

  private static boolean isCard(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : 2 * digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return CARD.matches(digits) && sum % 10 == 0;
  }

  private static String plainNumber(String text) {
    return text.replaceAll("[\\s-]+", "");
  }

  private static boolean isShortBook(String text) {
    String number = plainNumber(text);
    if (!number.matches("[0-9]{9}[0-9X]")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      int digit = number.charAt(i) == 'X' ? 10 : number.charAt(i) - '0';
      sum += (i + 1) * digit;
    }
    return sum % 11 == 0;
  }

  private static boolean isLongBook(String text) {
    String number = plainNumber(text);
    if (!number.matches("[0-9]{13}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 13; i++) {
      sum += (i % 2 == 0 ? 1 : 3) * (number.charAt(i) - '0');
    }
    return sum % 10 == 0;
  }
}
