package dev.seaworthy.validate.check.certificates;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import dev.seaworthy.validate.format.StringFormat;
import java.util.List;

/** The name of a signer of certificates: {@code example.com/signer}. */
public final class SignerName {

  private static final String ORIGIN = "signer-name";

  /** A domain, a slash, and a path that takes a label and a name more. */
  private static final int LONGEST = 253 + 1 + 253 + 63 + 1;

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
    firstWrong(field, parts[1].split("\\.", -1), NameFormat.DNS1123_SUBDOMAIN, errors);
    if (name.length() > LONGEST) {
      errors.tooLong(field.path(), ORIGIN, "must have at most " + LONGEST + " characters");
    }
  }

  private static void domain(Value field, String domain, Errors errors) {
    if (domain.length() > 253) {
      errors.tooLong(field.path(), ORIGIN, "must have a domain of at most 253 characters");
    }
    String[] labels = domain.split("\\.", -1);
    firstWrong(field, labels, NameFormat.DNS1123_LABEL, errors);
    if (labels.length < 2) {
      errors.invalid(
          field.path(), ORIGIN, "is of '" + domain + "', must be of a domain with a dot in it");
    }
  }

  /** Reports the first of the parts that breaks the form, and no other. */
  private static void firstWrong(Value field, String[] parts, StringFormat format, Errors errors) {
    for (String part : parts) {
      List<String> problems = format.problems(part);
      problems.forEach(problem ->
          errors.invalid(field.path(), ORIGIN, "has the part '" + part + "', which " + problem));
      if (!problems.isEmpty()) {
        return;
      }
    }
  }
}
