package dev.seaworthy.validate.check.webhook;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;

/** Certificates of authorities in PEM. Mirrors ValidateCABundle. */
public final class CertificateBundle {

  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

  private CertificateBundle() {}

  /** Whether {@code base64} holds at least one certificate, and nothing that is none. */
  public static boolean isOne(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      String pem = new String(bytes, StandardCharsets.ISO_8859_1);
      int start = pem.indexOf(BEGIN);
      if (start < 0) {
        return false;
      }
      byte[] blocks = pem.substring(start).getBytes(StandardCharsets.ISO_8859_1);
      return !CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(blocks))
          .isEmpty();
    } catch (CertificateException | IllegalArgumentException none) {
      return false;
    }
  }
}
