package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.OpenValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Secrets whose values everybody can read who has the manifest. */
final class SecretInManifest implements ObjectCheck {

  private static final String DATA = "data";
  private static final List<String> FIELDS = List.of(DATA, "stringData");
  private static final Set<String> PUBLIC = Set.of("ca.crt", "tls.crt");
  private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";
  private static final String PRIVATE_KEY = "PRIVATE KEY-----";

  @Override
  public List<Finding> check(InputObject secret, CheckContext context) {
    List<FieldPath> readable = new ArrayList<>();
    for (String field : FIELDS) {
      for (Mapping.Entry entry : secret.resource().at(field).entries()) {
        if (!PUBLIC.contains(entry.key()) && isReadable(field, entry.value().text())) {
          readable.add(FieldPath.of(field).key(entry.key()));
        }
      }
    }
    // Whom a password lets in is less of a secret than the password.
    return readable.stream()
        .filter(place -> !place.lastStep().toLowerCase(Locale.ROOT).contains("user"))
        .findFirst()
        .or(() -> readable.stream().findFirst())
        .map(place -> List.of(finding(secret, place)))
        .orElse(List.of());
  }

  private static Finding finding(InputObject secret, FieldPath place) {
    return Finding.at(
        secret,
        place,
        "the value of " + place.lastStep() + " can be read by everybody who has the manifest");
  }

  private static boolean isReadable(String field, String written) {
    if (written.isEmpty() || OpenValue.isEncrypted(written)) {
      return false;
    }
    String text = field.equals(DATA) ? decoded(written) : written;
    boolean isPublic = text.contains(CERTIFICATE) && !text.contains(PRIVATE_KEY);
    return !isPublic && !isHarmless(text);
  }

  /** A number or a document is harmless where it is no secret, but here somebody says that it is one. */
  private static boolean isHarmless(String text) {
    boolean isOneWord =
        text.strip().indexOf('\n') < 0 && !text.startsWith("{") && !text.startsWith("[");
    boolean isNumber = text.strip().chars().allMatch(Character::isDigit);
    return isOneWord && !isNumber && Credentials.isHarmless(text);
  }

  /** What is no base64 is refused elsewhere. */
  private static String decoded(String written) {
    try {
      return new String(Base64.getMimeDecoder().decode(written), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noBase64) {
      return written;
    }
  }
}
