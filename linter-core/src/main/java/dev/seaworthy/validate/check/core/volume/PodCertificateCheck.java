package dev.seaworthy.validate.check.core.volume;

import dev.seaworthy.validate.check.certificates.SignerName;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.TypeCheck;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.LabelFormat;
import java.util.List;

/** A certificate that the kubelet gets for the pod. */
public final class PodCertificateCheck implements TypeCheck {

  static final List<String> PATHS =
      List.of("credentialBundlePath", "keyPath", "certificateChainPath");

  private static final long SHORTEST_SECONDS = 3600;
  private static final long LONGEST_SECONDS = 91 * 86400;
  private static final long LONGEST_SECONDS_OF_KUBERNETES = 86400;

  @Override
  public String type() {
    return "core/v1.PodCertificateProjection";
  }

  @Override
  public void check(Value source, Request request, Errors errors) {
    SignerName.check(source.at("signerName"), errors);
    lifetimeIsServed(source, errors);
    Value annotations = source.at("userAnnotations");
    annotations.eachEntry((key, value) -> annotationKey(annotations, key, errors));
  }

  private static void lifetimeIsServed(Value source, Errors errors) {
    Value lifetime = source.at("maxExpirationSeconds");
    boolean own = source.at("signerName").text().startsWith("kubernetes.io/");
    long longest = own ? LONGEST_SECONDS_OF_KUBERNETES : LONGEST_SECONDS;
    long seconds = lifetime.number();
    if (lifetime.isPresent() && (seconds < SHORTEST_SECONDS || seconds > longest)) {
      errors.invalid(
          lifetime.path(),
          "lifetime-is-served",
          "is " + seconds + ", must be from " + SHORTEST_SECONDS + " to " + longest);
    }
  }

  private static void annotationKey(Value annotations, String key, Errors errors) {
    if (key.isEmpty()) {
      errors.required(annotations.path(), "required", "has an empty key");
    } else {
      String lower = key.toLowerCase(java.util.Locale.ROOT);
      LabelFormat form = LabelFormat.DOMAIN_PREFIXED_KEY;
      errors.form(annotations.path(), form.key(), lower, form.problems(lower));
    }
  }
}
