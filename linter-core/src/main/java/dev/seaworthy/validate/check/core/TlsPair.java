package dev.seaworthy.validate.check.core;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;

/** A certificate and its key, in PEM, as a Secret holds them. */
final class TlsPair {

  private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";
  private static final String KEY = "PRIVATE KEY-----";

  private TlsPair() {}

  /** What keeps a server from using the pair; empty if nothing obvious does. */
  static Optional<String> problem(String certificate, String key) {
    if (!certificate.contains(CERTIFICATE)) {
      return Optional.of("tls.crt has no certificate in PEM");
    }
    if (!key.contains(KEY)) {
      return Optional.of("tls.key has no private key in PEM");
    }
    String first = certificate.substring(certificate.indexOf(CERTIFICATE));
    try {
      CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(first.getBytes(StandardCharsets.UTF_8)));
      return Optional.empty();
    } catch (CertificateException unreadable) {
      return Optional.of("tls.crt holds a certificate that can't be read");
    }
  }
}
