package dev.seaworthy.validate.check.certificates;

import dev.seaworthy.validate.check.certificates.DerReader.Element;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * A request for a certificate (PKCS #10): whoever asks signs it with the key that is to be certified.
 *
 * @param signed what the signature is of
 * @param key the public key, in the form of X.509
 * @param keyAlgorithm its kind
 * @param algorithm that of the signature
 * @param signature the signature itself
 */
record SigningRequest(
    byte[] signed, byte[] key, String keyAlgorithm, String algorithm, byte[] signature) {

  /** The request that those bytes of DER are, if they are one. */
  static Optional<SigningRequest> parse(byte[] der) {
    DerReader outer = new DerReader(der);
    return outer
        .read(DerReader.SEQUENCE)
        .filter(whole -> outer.isAtEnd())
        .flatMap(whole -> parts(whole.inside()));
  }

  private static Optional<SigningRequest> parts(DerReader parts) {
    Optional<Element> signed = parts.read(DerReader.SEQUENCE);
    Optional<String> algorithm = parts.read(DerReader.SEQUENCE).flatMap(SigningRequest::objectId);
    Optional<byte[]> signature = parts.read(DerReader.BIT_STRING).map(SigningRequest::bits);
    Optional<Element> key = signed.flatMap(info -> key(info.inside()));
    Optional<String> keyAlgorithm =
        key.flatMap(one -> one.inside().read(DerReader.SEQUENCE).flatMap(SigningRequest::objectId));
    if (algorithm.isEmpty() || signature.isEmpty() || keyAlgorithm.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new SigningRequest(
        signed.get().encoded(),
        key.get().encoded(),
        keyAlgorithm.get(),
        algorithm.get(),
        signature.get()));
  }

  /** After the version and the subject's name. */
  private static Optional<Element> key(DerReader info) {
    return info.read(DerReader.INTEGER)
        .flatMap(version -> info.read(DerReader.SEQUENCE))
        .flatMap(subject -> info.read(DerReader.SEQUENCE));
  }

  private static Optional<String> objectId(Element algorithm) {
    return algorithm.inside().read(DerReader.OBJECT_ID).map(id -> DerReader.objectId(id.content()));
  }

  /** Whole bytes: the first one tells how many bits the last one lacks, none. */
  private static byte[] bits(Element string) {
    byte[] content = string.content();
    return content.length == 0 ? content : Arrays.copyOfRange(content, 1, content.length);
  }

  /** Whether the signature is that of the key's owner. */
  boolean isSignedByItsKey() {
    try {
      PublicKey owner =
          KeyFactory.getInstance(keyAlgorithm).generatePublic(new X509EncodedKeySpec(key));
      Signature check = Signature.getInstance(algorithm);
      check.initVerify(owner);
      check.update(signed);
      return check.verify(signature);
    } catch (GeneralSecurityException unknownOrWrong) {
      return false;
    }
  }
}
