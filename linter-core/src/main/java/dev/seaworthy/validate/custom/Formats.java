package dev.seaworthy.validate.custom;

import dev.seaworthy.validate.format.Cidr;
import dev.seaworthy.validate.format.IpAddress;
import dev.seaworthy.validate.format.NameFormat;
import java.util.Set;

/**
 * The formats that the server knows in schemas of definitions; it passes over all others. Dashes in a
 * format's name do not count.
 */
final class Formats {

  private static final Set<String> NUMBERS =
      Set.of("int32", "int64", "uint32", "uint64", "float", "float32", "double", "float64");

  private static final Set<String> TEXTS = Set.of(
      "bsonobjectid",
      "byte",
      "cidr",
      "creditcard",
      "date",
      "datetime",
      "duration",
      "email",
      "hexcolor",
      "hostname",
      "ipv4",
      "ipv6",
      "isbn",
      "isbn10",
      "isbn13",
      "k8slongname",
      "k8sshortname",
      "mac",
      "password",
      "rgbcolor",
      "ssn",
      "uri",
      "uuid",
      "uuid3",
      "uuid4",
      "uuid5");

  private Formats() {}

  static boolean isKnown(String format) {
    return !format.isEmpty() && (NUMBERS.contains(format) || isText(format));
  }

  /** Whether the format says something of texts. */
  static boolean isText(String format) {
    return !format.isEmpty() && TEXTS.contains(plain(format));
  }

  /** Whether the format says something of numbers. */
  static boolean isNumber(String format) {
    return NUMBERS.contains(format);
  }

  private static String plain(String format) {
    return format.replace("-", "");
  }

  static boolean matches(String format, String text) {
    return switch (plain(format)) {
      case "datetime" -> TimeForms.isDateTime(text);
      case "date" -> TimeForms.isDate(text);
      case "duration" -> TimeForms.isDuration(text);
      case "ipv4" -> text.contains(".") && IpAddress.parseSloppy(text).isPresent();
      case "ipv6" -> text.contains(":") && IpAddress.parseSloppy(text).isPresent();
      case "cidr" -> Cidr.parseSloppy(text).isPresent();
      case "mac" -> NetworkForms.isHardwareAddress(text);
      case "uri" -> UriForm.matches(text);
      case "hostname" -> NetworkForms.isHostname(text);
      case "email" -> EmailForm.matches(text);
      case "k8sshortname" -> NameFormat.DNS1123_LABEL.problems(text).isEmpty();
      case "k8slongname" -> NameFormat.DNS1123_SUBDOMAIN.problems(text).isEmpty();
      default -> CodeForms.matches(plain(format), text);
    };
  }
}
