package dev.seaworthy.validate.check.admissionregistration;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** Webhooks that are asked about writes. Mirrors validateValidatingWebhookConfiguration. */
public final class ValidatingWebhookConfigurationCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("admissionregistration.k8s.io", "ValidatingWebhookConfiguration");
  }

  @Override
  public void check(Value configuration, Request request, Errors errors) {
    WebhookParts.check(configuration, request, errors);
  }
}
