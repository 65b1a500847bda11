package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.HashSet;
import java.util.Set;

/** The devices that a pod claims for its containers. */
final class ResourceClaimsCheck {

  private final PodScope scope;
  private final Errors errors;

  ResourceClaimsCheck(PodScope scope) {
    this.scope = scope;
    this.errors = scope.errors();
  }

  void check() {
    Value claims = scope.spec().at("resourceClaims");
    Set<String> names = new HashSet<>();
    for (Value claim : claims.items()) {
      name(claim.at("name"), names);
      source(claim);
    }
    boolean mirror =
        scope.metadata().at("annotations").key(PodAnnotationsCheck.MIRROR).isPresent();
    if (scope.isPod() && mirror && claims.size() > 0) {
      // The server's own path is odd: it starts from no field.
      errors.forbidden(
          FieldPath.ROOT.key(""), "static-pods-claim-nothing", "claims devices for a static pod");
    }
  }

  private void name(Value name, Set<String> names) {
    if (name.text().isEmpty()) {
      errors.required(name.path(), "required", "must be given");
    } else if (names.add(name.text())) {
      NameFormat label = NameFormat.DNS1123_LABEL;
      errors.form(name.path(), label.key(), name.text(), label.problems(name.text()));
    } else {
      errors.duplicate(
          name.path(), "unique-name", "is '" + name.text() + "', which another claim has");
    }
  }

  private void source(Value claim) {
    Value existing = claim.at("resourceClaimName");
    Value template = claim.at("resourceClaimTemplateName");
    if (existing.isPresent() == template.isPresent()) {
      errors.invalid(
          claim.path(),
          "one-of",
          "must have one of resourceClaimName and resourceClaimTemplateName");
    }
  }
}
