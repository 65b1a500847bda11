package dev.seaworthy.validate.check.authorization;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** Whether somebody may do something. Mirrors ValidateSubjectAccessReview. */
public final class SubjectAccessReviewCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("authorization.k8s.io", "SubjectAccessReview");
  }

  @Override
  public void check(Value review, Request request, Errors errors) {
    AccessReview asked = new AccessReview(review, request, errors);
    asked.asksOneThing();
    asked.namesSomebody();
    asked.hasNoMetadata();
  }
}
