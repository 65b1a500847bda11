package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;

/** The name of a signer of certificates: {@code example.com/signer}. */
final class SignerName {

  private static final String ORIGIN = "signer-name";

  private SignerName() {}

  static void check(Value field, FieldRules rules) {
    if (!rules.required(field)) {
      return;
    }
    String name = field.text();
    String[] parts = name.split("/", -1);
    if (parts.length != 2) {
      rules
          .errors()
          .invalid(
              field.path(),
              ORIGIN,
              "is '" + name + "', must be a domain and a name, such as example.com/signer");
      return;
    }
    domain(field, parts[0], rules);
    for (String step : parts[1].split("\\.", -1)) {
      step(field, step, NameFormat.DNS1123_SUBDOMAIN, rules);
    }
  }

  private static void domain(Value field, String domain, FieldRules rules) {
    if (domain.length() > 253) {
      rules.errors().tooLong(field.path(), ORIGIN, "must have a domain of at most 253 characters");
    }
    String[] labels = domain.split("\\.", -1);
    for (String label : labels) {
      step(field, label, NameFormat.DNS1123_LABEL, rules);
    }
    if (labels.length < 2) {
      rules
          .errors()
          .invalid(
              field.path(), ORIGIN, "is of '" + domain + "', must be of a domain with a dot in it");
    }
  }

  private static void step(Value field, String text, NameFormat format, FieldRules rules) {
    for (String problem : format.problems(text)) {
      rules.errors().invalid(field.path(), ORIGIN, "has the part '" + text + "', which " + problem);
    }
  }
}
