package dev.seaworthy.validate.check.apiextensions;

import dev.seaworthy.validate.format.NameFormat;
import java.util.List;
import java.util.Locale;

/** The names that a definition gives to its kind. Mirrors ValidateCustomResourceDefinitionNames. */
final class DefinedNames {

  private DefinedNames() {}

  static void check(Place names, Findings findings) {
    for (String name : List.of("plural", "singular", "kind", "listKind")) {
      if (names.at(name).text().isEmpty()) {
        findings.required(names.at(name), "required", "must be given");
      }
    }
    label(names.at("plural"), false, findings);
    label(names.at("singular"), false, findings);
    label(names.at("kind"), true, findings);
    label(names.at("listKind"), true, findings);
    names.at("shortNames").items().forEach(name -> every(name, findings));
    String kind = names.at("kind").text();
    if (!kind.isEmpty() && kind.equals(names.at("listKind").text())) {
      findings.invalid(
          names.at("listKind"), "list-kind", "must not be the same as kind; usual is kind + List");
    }
    names.at("categories").items().forEach(name -> every(name, findings));
  }

  private static void label(Place name, boolean mixedCase, Findings findings) {
    if (!name.text().isEmpty()) {
      String text = mixedCase ? name.text().toLowerCase(Locale.ROOT) : name.text();
      findings.form(name, "format=dns-1035-label", NameFormat.DNS1035_LABEL.problems(text));
    }
  }

  private static void every(Place name, Findings findings) {
    findings.form(name, "format=dns-1035-label", NameFormat.DNS1035_LABEL.problems(name.text()));
  }
}
