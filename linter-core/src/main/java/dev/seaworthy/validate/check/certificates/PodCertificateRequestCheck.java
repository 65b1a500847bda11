package dev.seaworthy.validate.check.certificates;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.Base64;

/** A kubelet asks for a pod's certificate. Mirrors ValidatePodCertificateRequestCreate. */
public final class PodCertificateRequestCheck implements KindCheck {

  /** Kubernetes' own signers give nothing that holds longer than a day. */
  private static final long LONGEST_OF_OURS = 86400;

  @Override
  public GroupKind kind() {
    return GroupKind.of("certificates.k8s.io", "PodCertificateRequest");
  }

  @Override
  public void check(Value object, Request request, Errors errors) {
    if (request.isUpdate()) {
      return;
    }
    Value spec = object.at("spec");
    Value signer = spec.at("signerName");
    SignerName.check(signer, errors);
    Value lifetime = spec.at("maxExpirationSeconds");
    if (signer.text().startsWith("kubernetes.io/") && lifetime.number() > LONGEST_OF_OURS) {
      errors.invalid(
          lifetime.path(), "maximum", "must be at most " + LONGEST_OF_OURS + " for this signer");
    }
    key(spec, errors);
  }

  private static void key(Value spec, Errors errors) {
    Value stub = spec.at("stubPKCS10Request");
    if (stub.text().isEmpty()) {
      errors.invalid(spec.path(), "with-key", "must have stubPKCS10Request");
    } else if (SigningRequest.parse(Base64.getMimeDecoder().decode(stub.text()))
        .filter(SigningRequest::isSignedByItsKey)
        .isEmpty()) {
      errors.invalid(stub.path(), "signing-request", "must be a signed request in DER, in base64");
    }
  }
}
