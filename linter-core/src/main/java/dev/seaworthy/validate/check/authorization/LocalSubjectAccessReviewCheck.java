package dev.seaworthy.validate.check.authorization;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** Whether somebody may do something in a namespace. Mirrors ValidateLocalSubjectAccessReview. */
public final class LocalSubjectAccessReviewCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("authorization.k8s.io", "LocalSubjectAccessReview");
  }

  @Override
  public void check(Value review, Request request, Errors errors) {
    AccessReview asked = new AccessReview(review, request, errors);
    asked.asksOneThing();
    asked.namesSomebody();
    asked.hasNoMetadata("namespace");
    Value resource = review.at("spec", "resourceAttributes");
    Value namespace = resource.at("namespace");
    if (resource.isPresent()
        && !namespace.text().equals(review.at("metadata", "namespace").text())) {
      errors.invalid(namespace.path(), "same-namespace", "must be the namespace of the review");
    }
    Value other = review.at("spec", "nonResourceAttributes");
    if (other.isPresent()) {
      errors.invalid(other.path(), "resources-alone", "must not be given: it is of no namespace");
    }
  }
}
