package dev.seaworthy.validate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;

/**
 * What is asked of objects that the server answers and does not store, before anything else is: their
 * storage calls a request that lacks it a bad one, and names no field.
 */
final class AnsweredKinds {

  private static final GroupKind BINDING = GroupKind.of("", "Binding");
  private static final GroupKind TOKEN = GroupKind.of("authentication.k8s.io", "TokenReview");
  private static final GroupKind RULES =
      GroupKind.of("authorization.k8s.io", "SelfSubjectRulesReview");

  private AnsweredKinds() {}

  /** Reports why the request is a bad one. */
  static void check(GroupKind kind, Value object, Errors errors) {
    if (kind.equals(BINDING)) {
      pod(object.at("metadata", "name"), errors);
    } else if (kind.equals(TOKEN)) {
      given(object.at("spec", "token"), errors);
    } else if (kind.equals(RULES)) {
      given(object.at("spec", "namespace"), errors);
    }
  }

  /** The pod is looked up by the binding's name. */
  private static void pod(Value name, Errors errors) {
    given(name, errors);
    if (!name.text().isEmpty()) {
      errors.form(name, NameFormat.PATH_SEGMENT_NAME);
    }
  }

  private static void given(Value value, Errors errors) {
    if (value.text().isEmpty()) {
      errors.required(value.path(), "required", "must be given");
    }
  }
}
