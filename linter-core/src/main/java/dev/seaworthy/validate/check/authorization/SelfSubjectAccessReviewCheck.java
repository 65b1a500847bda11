package dev.seaworthy.validate.check.authorization;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** Whether whoever asks may do something. Mirrors ValidateSelfSubjectAccessReview. */
public final class SelfSubjectAccessReviewCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("authorization.k8s.io", "SelfSubjectAccessReview");
  }

  @Override
  public void check(Value review, Request request, Errors errors) {
    AccessReview asked = new AccessReview(review, request, errors);
    asked.asksOneThing();
    asked.hasNoMetadata();
  }
}
