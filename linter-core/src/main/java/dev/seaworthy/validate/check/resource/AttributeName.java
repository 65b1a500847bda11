package dev.seaworthy.validate.check.resource;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.format.KeyFormat;
import dev.seaworthy.validate.format.NameFormat;
import dev.seaworthy.validate.format.TextSize;

/** Names of what devices have: an identifier, and maybe the domain that defines it before it. */
final class AttributeName {

  private static final int LONGEST_IDENTIFIER = 32;
  private static final int LONGEST_DOMAIN = 63;

  private AttributeName() {}

  /**
   * A name without a domain is the driver's own. Mirrors validateQualifiedName, which takes whatever
   * has more than one slash.
   */
  static void qualified(String name, FieldPath path, Errors errors) {
    String[] parts = name.split("/", -1);
    if (parts.length == 1) {
      identifier(name, path, errors);
    } else if (parts.length == 2) {
      domain(parts[0], path, errors);
      if (parts[1].isEmpty()) {
        errors.invalid(path, "name-after-slash", "must have a name after the slash");
      } else {
        identifier(parts[1], path, errors);
      }
    }
  }

  /** A name that means the same to all drivers. Mirrors validateFullyQualifiedName. */
  static void fullyQualified(String name, FieldPath path, Errors errors) {
    qualified(name, path, errors);
    if (name.indexOf('/') < 0) {
      errors.invalid(
          path, "with-domain", "is '" + name + "', must have a domain and a slash first");
    }
  }

  private static void domain(String domain, FieldPath path, Errors errors) {
    if (domain.isEmpty()) {
      errors.invalid(path, "domain-before-slash", "must have a domain before the slash");
      return;
    }
    if (TextSize.bytes(domain) > LONGEST_DOMAIN) {
      errors.tooLong(
          path, "domain-length", "must have a domain of at most " + LONGEST_DOMAIN + " bytes");
    }
    NameFormat form = NameFormat.DNS1123_SUBDOMAIN_CASELESS;
    errors.form(path, form.key(), domain, form.problems(domain));
  }

  private static void identifier(String id, FieldPath path, Errors errors) {
    if (TextSize.bytes(id) > LONGEST_IDENTIFIER) {
      errors.tooLong(
          path, "name-length", "must have a name of at most " + LONGEST_IDENTIFIER + " bytes");
    }
    errors.form(path, KeyFormat.C_IDENTIFIER.key(), id, KeyFormat.C_IDENTIFIER.problems(id));
  }
}
