package dev.seaworthy.validate.check.certificates;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Who asks a signer for a certificate. Mirrors ValidateCertificateSigningRequestCreate. */
public final class SigningRequestCheck implements KindCheck {

  private static final String LABEL = "CERTIFICATE REQUEST";
  private static final String OF_OLD = "kubernetes.io/legacy-unknown";

  @Override
  public GroupKind kind() {
    return GroupKind.of("certificates.k8s.io", "CertificateSigningRequest");
  }

  @Override
  public void check(Value request, Request asked, Errors errors) {
    if (asked.isUpdate()) {
      return;
    }
    Value pem = request.at("spec", "request");
    if (!isRequest(pem.text())) {
      errors.invalid(
          pem.path(),
          "signing-request",
          "must be a signed request in PEM, with the label " + LABEL + ", in base64");
    }
    Value signer = request.at("spec", "signerName");
    if (signer.text().equals(OF_OLD)) {
      errors.invalid(signer.path(), "known-signer", "must not be " + OF_OLD);
    } else {
      SignerName.check(signer, errors);
    }
  }

  private static boolean isRequest(String base64) {
    String text = new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.ISO_8859_1);
    List<PemBlocks.Block> blocks = PemBlocks.of(text);
    return !blocks.isEmpty()
        && blocks.get(0).label().equals(LABEL)
        && SigningRequest.parse(blocks.get(0).der())
            .filter(SigningRequest::isSignedByItsKey)
            .isPresent();
  }
}
