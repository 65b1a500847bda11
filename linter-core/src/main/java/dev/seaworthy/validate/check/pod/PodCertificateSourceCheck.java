package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.List;
import java.util.Locale;

/** A certificate that the kubelet gets for the pod. */
final class PodCertificateSourceCheck {

  static final List<String> PATHS =
      List.of("credentialBundlePath", "keyPath", "certificateChainPath");

  private static final List<String> KEY_TYPES =
      List.of("RSA3072", "RSA4096", "ECDSAP256", "ECDSAP384", "ECDSAP521", "ED25519");

  private static final long SHORTEST_SECONDS = 3600;
  private static final long LONGEST_SECONDS = 91 * 86400;
  private static final long LONGEST_SECONDS_OF_KUBERNETES = 86400;

  private final FieldRules rules;
  private final Paths paths;

  PodCertificateSourceCheck(FieldRules rules) {
    this.rules = rules;
    this.paths = new Paths(rules.errors());
  }

  void check(Value source) {
    SignerName.check(source.at("signerName"), rules);
    rules.oneOf(source.at("keyType"), KEY_TYPES);
    lifetimeIsServed(source);
    writesSomething(source);
    for (String field : PATHS) {
      Value path = source.at(field);
      paths.descendingUnreserved(path.path(), path.text());
    }
    Value annotations = source.at("userAnnotations");
    annotations.eachEntry((key, value) -> annotationKey(annotations, key));
  }

  private void lifetimeIsServed(Value source) {
    boolean own = source.at("signerName").text().startsWith("kubernetes.io/");
    rules.optionalRange(
        source.at("maxExpirationSeconds"),
        SHORTEST_SECONDS,
        own ? LONGEST_SECONDS_OF_KUBERNETES : LONGEST_SECONDS);
  }

  private void writesSomething(Value source) {
    if (PATHS.stream().allMatch(field -> source.at(field).text().isEmpty())) {
      rules
          .errors()
          .required(
              source.path(), "one-of", "must have at least one of " + String.join(", ", PATHS));
    }
  }

  private void annotationKey(Value annotations, String key) {
    if (key.isEmpty()) {
      rules.errors().required(annotations.path(), "required", "has an empty key");
    } else {
      rules.format(
          annotations.path(), key.toLowerCase(Locale.ROOT), NameFormat.DOMAIN_PREFIXED_KEY);
    }
  }
}
