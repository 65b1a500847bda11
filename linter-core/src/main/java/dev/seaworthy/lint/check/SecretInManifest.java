package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.OpenValue;
import java.util.List;
import java.util.Set;

/** Secrets whose values everybody can read who has the manifest. */
final class SecretInManifest implements ObjectCheck {

  private static final List<String> FIELDS = List.of("data", "stringData");
  private static final Set<String> PUBLIC = Set.of("ca.crt", "tls.crt");

  @Override
  public List<Finding> check(InputObject secret, CheckContext context) {
    for (String field : FIELDS) {
      for (Mapping.Entry entry : secret.resource().at(field).entries()) {
        String value = entry.value().text();
        boolean readable = !value.isEmpty() && !OpenValue.isEncrypted(value);
        if (readable && !PUBLIC.contains(entry.key())) {
          return List.of(Finding.at(
              secret,
              FieldPath.of(field).key(entry.key()),
              "the value of " + entry.key() + " can be read by everybody who has the manifest"));
        }
      }
    }
    return List.of();
  }
}
