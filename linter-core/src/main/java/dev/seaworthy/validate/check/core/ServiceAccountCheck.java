package dev.seaworthy.validate.check.core;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** What the server warns of in a ServiceAccount: that it keeps pods from mounting other secrets. */
public final class ServiceAccountCheck implements KindCheck {

  private static final String MOUNTABLE = "kubernetes.io/enforce-mountable-secrets";
  private static final int DEPRECATED_SINCE = 32;

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "ServiceAccount");
  }

  @Override
  public void check(Value account, Request request, Errors errors) {
    Value mark = account.at("metadata", "annotations").key(MOUNTABLE);
    boolean isNew = mark.isPresent() && mark.previous().isAbsent();
    if (isNew && request.isSince(DEPRECATED_SINCE)) {
      errors.warn(
          mark.path(),
          "deprecated",
          "is deprecated; keep secrets that pods must not see in a namespace of their own");
    }
  }
}
