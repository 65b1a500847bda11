package dev.seaworthy.validate.check.certificates;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import dev.seaworthy.validate.format.StringFormat;

/** The name of a signer of certificates: {@code example.com/signer}. */
public final class SignerName {

  private static final String ORIGIN = "signer-name";

  private SignerName() {}

  /** A signer must be named. Mirrors ValidateSignerName. */
  public static void check(Value field, Errors errors) {
    String name = field.text();
    if (name.isEmpty()) {
      errors.required(field.path(), "required", "must be given");
      return;
    }
    String[] parts = name.split("/", -1);
    if (parts.length != 2) {
      errors.invalid(
          field.path(),
          ORIGIN,
          "is '" + name + "', must be a domain and a name, such as example.com/signer");
      return;
    }
    domain(field, parts[0], errors);
    for (String step : parts[1].split("\\.", -1)) {
      step(field, step, NameFormat.DNS1123_SUBDOMAIN, errors);
    }
  }

  private static void domain(Value field, String domain, Errors errors) {
    if (domain.length() > 253) {
      errors.tooLong(field.path(), ORIGIN, "must have a domain of at most 253 characters");
    }
    String[] labels = domain.split("\\.", -1);
    for (String label : labels) {
      step(field, label, NameFormat.DNS1123_LABEL, errors);
    }
    if (labels.length < 2) {
      errors.invalid(
          field.path(), ORIGIN, "is of '" + domain + "', must be of a domain with a dot in it");
    }
  }

  private static void step(Value field, String text, StringFormat format, Errors errors) {
    for (String problem : format.problems(text)) {
      errors.invalid(field.path(), ORIGIN, "has the part '" + text + "', which " + problem);
    }
  }
}
