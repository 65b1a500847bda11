package dev.seaworthy.validate.check.storage;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.Set;

/** What no single field of a CSIDriver can tell. Mirrors ValidateCSIDriver. */
public final class CsiDriverCheck implements KindCheck {

  private static final long SHORTEST = 600;
  private static final long LONGEST = 1L << 32;

  @Override
  public GroupKind kind() {
    return GroupKind.of("storage.k8s.io", "CSIDriver");
  }

  @Override
  public void check(Value driver, Request request, Errors errors) {
    Value spec = driver.at("spec");
    requests(spec.at("tokenRequests"), errors);
    tokens(spec, request, errors);
    Value attach = spec.at("attachRequired");
    if (request.isUpdate() && attach.isChanged()) {
      errors.add(FieldError.of(CauseType.INVALID, attach.path(), "immutable", "must not be changed")
          .namedAs(spec.path().child("attachedRequired")));
    }
  }

  /** One for each audience; the server asks no more of those that come again. */
  private static void requests(Value requests, Errors errors) {
    Set<String> audiences = new HashSet<>();
    for (Value one : requests.items()) {
      Value seconds = one.at("expirationSeconds");
      if (!audiences.add(one.at("audience").text())) {
        errors.duplicate(one.at("audience").path(), "uniqueItems", "is there twice");
      } else if (seconds.isPresent()
          && (seconds.number() < SHORTEST || seconds.number() > LONGEST)) {
        errors.invalid(
            seconds.path(),
            "expiration",
            "is " + seconds.number() + ", must be between " + SHORTEST + " and " + LONGEST);
      }
    }
  }

  /** Where tokens are handed over, the driver has to say how; older ones look in the wrong place. */
  private static void tokens(Value spec, Request request, Errors errors) {
    Value inSecrets = spec.at("serviceAccountTokenInSecrets");
    boolean asks = spec.at("tokenRequests").size() > 0;
    if (inSecrets.isPresent() && !asks) {
      errors.invalid(
          inSecrets.path(), "with-token-requests", "must not be given without tokenRequests");
    } else if (inSecrets.isAbsent() && asks && request.isCreate()) {
      errors.warn(
          inSecrets.path(),
          "token-in-secrets",
          "should be true, so that tokens are handed over as secrets are, not among the attributes");
    }
  }
}
