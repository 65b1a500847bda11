package dev.seaworthy.validate.custom;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.validate.format.Cidr;
import dev.seaworthy.validate.format.IpAddress;
import dev.seaworthy.validate.format.NameFormat;
import java.util.Set;

/**
 * The formats that the server knows in schemas of definitions, by type; it passes over all others.
 * Dashes in a format's name do not count.
 */
final class Formats {

  private static final Set<String> INTEGERS = Set.of("int32", "int64");
  private static final Set<String> NUMBERS = Set.of("float", "double");

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

  /** Whether the format says something of values of the type; without a type, of texts. */
  static boolean isKnown(String type, String format) {
    return !format.isEmpty()
        && switch (type) {
          case "", "string" -> TEXTS.contains(plain(format));
          case "integer" -> INTEGERS.contains(format);
          case "number" -> NUMBERS.contains(format);
          default -> false;
        };
  }

  /** The schema's format; empty if it says nothing. */
  static String of(StructuralSchema schema) {
    return isKnown(schema.type(), schema.format()) ? schema.format() : "";
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
