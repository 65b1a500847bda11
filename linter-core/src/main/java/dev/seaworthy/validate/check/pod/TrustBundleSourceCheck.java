package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;

/** The certificates that a pod is to trust: one bundle by name, or all of a signer by labels. */
final class TrustBundleSourceCheck {

  private final FieldRules rules;
  private final Paths paths;

  TrustBundleSourceCheck(FieldRules rules) {
    this.rules = rules;
    this.paths = new Paths(rules.errors());
  }

  void check(Value source) {
    boolean hasName = source.at("name").isPresent();
    boolean hasSigner = source.at("signerName").isPresent();
    if (hasName && hasSigner) {
      rules
          .errors()
          .invalid(source.path(), "one-of", "has both name and signerName, must have one of them");
    } else if (hasName) {
      byName(source);
    } else if (hasSigner) {
      SignerName.check(source.at("signerName"), rules);
    } else {
      rules.errors().required(source.path(), "one-of", "must have one of name and signerName");
    }
    Value path = source.at("path");
    rules.required(path);
    paths.descendingUnreserved(path.path(), path.text());
  }

  private void byName(Value source) {
    Value name = source.at("name");
    rules.required(name);
    // The part before the last colon is the signer's name, with colons for slashes.
    String own = name.text().substring(name.text().lastIndexOf(':') + 1);
    for (String problem : NameFormat.DNS1123_SUBDOMAIN.problems(own)) {
      rules
          .errors()
          .invalid(name.path(), "trust-bundle-name", "is '" + name.text() + "', " + problem);
    }
    Value selector = source.at("labelSelector");
    if (selector.isPresent()) {
      rules
          .errors()
          .invalid(selector.path(), "name-or-labels", "must not be given together with a name");
    }
  }
}
