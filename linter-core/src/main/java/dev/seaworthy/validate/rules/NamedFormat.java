package dev.seaworthy.validate.rules;

import dev.seaworthy.validate.custom.TextFormats;
import dev.seaworthy.validate.format.LabelFormat;
import dev.seaworthy.validate.format.NameFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A format that rules can ask of texts.
 *
 * @param problems what is wrong with a text; empty if nothing is
 */
record NamedFormat(String name, Function<String, List<String>> problems) {

  static final List<String> NAMES = List.of(
      "dns1123Label",
      "dns1123Subdomain",
      "dns1035Label",
      "qualifiedName",
      "dns1123LabelPrefix",
      "dns1123SubdomainPrefix",
      "dns1035LabelPrefix",
      "labelValue",
      "uri",
      "uuid",
      "byte",
      "date",
      "datetime");

  static Optional<NamedFormat> of(String name) {
    return NAMES.contains(name)
        ? Optional.of(new NamedFormat(name, text -> problems(name, text)))
        : Optional.empty();
  }

  private static List<String> problems(String name, String text) {
    return switch (name) {
      case "dns1123Label" -> NameFormat.DNS1123_LABEL.problems(text);
      case "dns1123Subdomain" -> NameFormat.DNS1123_SUBDOMAIN.problems(text);
      case "dns1035Label" -> NameFormat.DNS1035_LABEL.problems(text);
      case "dns1123LabelPrefix" -> NameFormat.DNS1123_LABEL.problems(unended(text));
      case "dns1123SubdomainPrefix" -> NameFormat.DNS1123_SUBDOMAIN.problems(unended(text));
      case "dns1035LabelPrefix" -> NameFormat.DNS1035_LABEL.problems(unended(text));
      case "qualifiedName" -> LabelFormat.QUALIFIED_NAME.problems(text);
      case "labelValue" -> LabelFormat.LABEL_VALUE.problems(text);
      default ->
        TextFormats.matches(name, text) ? List.of() : List.of("must have the format " + name);
    };
  }

  private static String unended(String prefix) {
    return prefix.length() > 1 && prefix.endsWith("-")
        ? prefix.substring(0, prefix.length() - 1) + "a"
        : prefix;
  }
}
