package dev.seaworthy.validate.check.certificates;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whom pods can trust: certificates, under a name that begins with their signer's. */
public final class ClusterTrustBundleCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("certificates.k8s.io", "ClusterTrustBundle");
  }

  @Override
  public void check(Value bundle, Request request, Errors errors) {
    Value signer = bundle.at("spec", "signerName");
    String prefix = signer.text().isEmpty() ? "" : signer.text().replace('/', ':') + ":";
    name(bundle.at("metadata", "name"), prefix, errors);
    Value generated = bundle.at("metadata", "generateName");
    if (!generated.text().isEmpty()) {
      name(generated, prefix, errors);
    }
    if (!signer.text().isEmpty()) {
      SignerName.check(signer, errors);
    }
    Value certificates = bundle.at("spec", "trustBundle");
    if (certificates.isChanged() || request.isCreate()) {
      certificates(certificates, errors);
    }
  }

  private static void name(Value field, String prefix, Errors errors) {
    String name = field.text();
    if (name.isEmpty() || !NameFormat.PATH_SEGMENT_NAME.accepts(name)) {
      return;
    }
    if (!name.startsWith(prefix)) {
      errors.invalid(field.path(), "signer-first", "is '" + name + "', must start with " + prefix);
    } else if (prefix.isEmpty() && name.indexOf(':') >= 0) {
      errors.invalid(
          field.path(), "signer-first", "must not have a ':' in it without a signerName");
    } else {
      NameFormat form = field.path().lastStep().equals("name")
          ? NameFormat.DNS1123_SUBDOMAIN
          : NameFormat.DNS1123_SUBDOMAIN_PREFIX;
      errors.form(field.path(), "name", name, form.problems(name.substring(prefix.length())));
    }
  }

  private static void certificates(Value field, Errors errors) {
    List<PemBlocks.Block> blocks = PemBlocks.of(field.text());
    if (blocks.isEmpty()) {
      errors.invalid(field.path(), "certificates", "must have a certificate in PEM");
    }
    Set<ByteBuffer> seen = new HashSet<>();
    for (int i = 0; i < blocks.size(); i++) {
      PemBlocks.Block block = blocks.get(i);
      String problem = !block.label().equals("CERTIFICATE")
          ? "has the label '" + block.label() + "', must have CERTIFICATE"
          : block.hasHeaders()
              ? "must have no headers"
              : !isCertificate(block.der())
                  ? "is no certificate"
                  : !seen.add(ByteBuffer.wrap(block.der())) ? "was there before" : "";
      if (!problem.isEmpty()) {
        errors.invalid(
            field.path(), "certificates", "has a block, number " + (i + 1) + ", that " + problem);
      }
    }
  }

  private static boolean isCertificate(byte[] der) {
    try {
      CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
      return true;
    } catch (CertificateException unreadable) {
      return false;
    }
  }
}
