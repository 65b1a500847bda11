package dev.seaworthy.validate.check.admissionregistration;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.List;

/** What all bindings of policies have. Mirrors validateParamRef and its callers. */
final class BindingParts {

  private static final List<String> IF_MISSING = List.of("Allow", "Deny");

  private BindingParts() {}

  static void policy(Value policy, Errors errors) {
    if (policy.text().isEmpty()) {
      errors.required(policy.path(), "required", "must name a policy");
    } else {
      errors.form(policy, NameFormat.DNS1123_SUBDOMAIN);
    }
  }

  /** The objects that a policy takes as parameters; a binding may name none. */
  static void params(Value ref, Errors errors) {
    if (!ref.isPresent()) {
      return;
    }
    Value name = ref.at("name");
    Value selector = ref.at("selector");
    boolean isNamed = !name.text().isEmpty();
    if (isNamed) {
      errors.form(name, NameFormat.PATH_SEGMENT_NAME);
    }
    if (isNamed && selector.isPresent()) {
      errors.forbidden(name.path(), "one-of", "must be left out where there is a selector");
      errors.forbidden(selector.path(), "one-of", "must be left out where there is a name");
    }
    if (!isNamed && !selector.isPresent()) {
      errors.required(ref.path(), "one-of", "must have either name or selector");
    }
    Value missing = ref.at("parameterNotFoundAction");
    if (missing.text().isEmpty()) {
      errors.required(missing.path(), "required", "must be Allow or Deny");
    } else {
      AdmissionRules.one(missing, IF_MISSING, errors);
    }
  }
}
