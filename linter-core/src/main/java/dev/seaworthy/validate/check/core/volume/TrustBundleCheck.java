package dev.seaworthy.validate.check.core.volume;

import dev.seaworthy.validate.check.certificates.SignerName;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.TypeCheck;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;

/** The certificates that a pod is to trust: one bundle by name, or all of a signer by labels. */
public final class TrustBundleCheck implements TypeCheck {

  @Override
  public String type() {
    return "core/v1.ClusterTrustBundleProjection";
  }

  @Override
  public void check(Value source, Request request, Errors errors) {
    boolean hasName = source.at("name").isPresent();
    boolean hasSigner = source.at("signerName").isPresent();
    if (hasName && hasSigner) {
      errors.invalid(
          source.path(), "one-of", "has both name and signerName, must have one of them");
    } else if (hasName) {
      byName(source, errors);
    } else if (hasSigner) {
      SignerName.check(source.at("signerName"), errors);
    } else {
      errors.required(source.path(), "one-of", "must have one of name and signerName");
    }
  }

  private static void byName(Value source, Errors errors) {
    Value name = source.at("name");
    if (name.text().isEmpty()) {
      errors.required(name.path(), "required", "must be given");
    }
    // The part before the last colon is the signer's name, with colons for slashes.
    String own = name.text().substring(name.text().lastIndexOf(':') + 1);
    errors.form(
        name.path(), "trust-bundle-name", name.text(), NameFormat.DNS1123_SUBDOMAIN.problems(own));
    Value selector = source.at("labelSelector");
    if (selector.isPresent()) {
      errors.invalid(selector.path(), "name-or-labels", "must not be given together with a name");
    }
  }
}
