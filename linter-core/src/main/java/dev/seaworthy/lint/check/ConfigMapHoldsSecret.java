package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import java.util.ArrayList;
import java.util.List;

/** Passwords, tokens and keys in the data of a ConfigMap. */
final class ConfigMapHoldsSecret implements ObjectCheck {

  private static final FieldPath DATA = FieldPath.of("data");

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    Credentials credentials = Credentials.of(context);
    List<Finding> findings = new ArrayList<>();
    for (Mapping.Entry entry : object.at(DATA).entries()) {
      if (isSecret(entry.key(), entry.value().text(), credentials, context)) {
        findings.add(Finding.at(
            object,
            DATA.key(entry.key()),
            "the value of " + entry.key() + " looks like a secret, and a ConfigMap is none"));
      }
    }
    return findings;
  }

  private static boolean isSecret(
      String key, String value, Credentials credentials, CheckContext context) {
    if (Credentials.hasPrivateKey(value)) {
      return true;
    }
    if (context.parameter("searchFiles").isTrue() && value.contains("\n")) {
      return value.lines().anyMatch(line -> isSecretLine(line, credentials));
    }
    return value.length() <= context.parameter("maxLength").longOr(Long.MAX_VALUE)
        && !Credentials.isHarmless(value)
        && credentials.areNamed(key);
  }

  /** A line of a properties file. */
  private static boolean isSecretLine(String line, Credentials credentials) {
    int equals = line.indexOf('=');
    return equals > 0
        && !Credentials.isHarmless(line.substring(equals + 1))
        && credentials.areNamed(line.substring(0, equals).strip());
  }
}
