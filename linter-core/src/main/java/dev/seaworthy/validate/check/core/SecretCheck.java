package dev.seaworthy.validate.check.core;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.Base64Text;
import dev.seaworthy.validate.format.JsonForm;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What no single field of a Secret can tell. Mirrors ValidateSecret. */
public final class SecretCheck implements KindCheck {

  private static final String ACCOUNT_NAME = "kubernetes.io/service-account.name";

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "Secret");
  }

  @Override
  public void check(Value secret, Request request, Errors errors) {
    Value data = secret.at("data");
    if (request.isUpdate()) {
      if (secret.at("type").isChanged()) {
        errors.invalid(secret.at("type").path(), "immutable", "must not be changed");
      }
      ConfigMapCheck.staysImmutable(secret, List.of("data"), errors);
    }
    DataKeys.check(data, errors);
    long size = 0;
    for (Mapping.Entry entry : data.node().entries()) {
      size += Base64Text.size(entry.value().text());
    }
    if (size > ConfigMapCheck.SIZE_LIMIT) {
      errors.tooLong(
          data.path(),
          "size",
          "takes " + size + " bytes, must take at most " + ConfigMapCheck.SIZE_LIMIT);
    }
    contents(secret, data, errors);
  }

  private static void contents(Value secret, Value data, Errors errors) {
    switch (secret.at("type").text()) {
      case "kubernetes.io/service-account-token" -> accountName(secret, errors);
      case "kubernetes.io/dockercfg" -> dockerConfig(data, ".dockercfg", errors);
      case "kubernetes.io/dockerconfigjson" -> dockerConfig(data, ".dockerconfigjson", errors);
      case "kubernetes.io/basic-auth" -> {
        if (!has(data, "username") && !has(data, "password")) {
          required(data, "username", errors);
          required(data, "password", errors);
        }
      }
      case "kubernetes.io/ssh-auth" -> {
        if (data.node().get("ssh-privatekey").text().isEmpty()) {
          missing(data, "ssh-privatekey", errors);
        }
      }
      case "kubernetes.io/tls" -> {
        required(data, "tls.crt", errors);
        required(data, "tls.key", errors);
        if (has(data, "tls.crt") && has(data, "tls.key")) {
          TlsPair.problem(
                  decoded(data.node().get("tls.crt").text()),
                  decoded(data.node().get("tls.key").text()))
              .ifPresent(problem -> errors.warn(data.path(), "tls-pair", problem));
        }
      }
      default -> {}
    }
  }

  private static void accountName(Value secret, Errors errors) {
    Value name = secret.at("metadata", "annotations").key(ACCOUNT_NAME);
    if (name.text().isEmpty()) {
      errors.required(name.path(), "secret-type", "must name the service account");
    }
  }

  private static void dockerConfig(Value data, String key, Errors errors) {
    if (!has(data, key)) {
      missing(data, key, errors);
    } else if (!JsonForm.isObject(decoded(data.node().get(key).text()))) {
      errors.invalid(data.key(key).path(), "secret-type", "must be a JSON object");
    }
  }

  private static String decoded(String base64) {
    String plain = base64.replace("\n", "").replace("\r", "");
    return Base64Text.isValid(plain)
        ? new String(Base64.getDecoder().decode(plain), StandardCharsets.UTF_8)
        : "";
  }

  private static boolean has(Value data, String key) {
    return data.node().get(key).isPresent();
  }

  private static void required(Value data, String key, Errors errors) {
    if (!has(data, key)) {
      missing(data, key, errors);
    }
  }

  private static void missing(Value data, String key, Errors errors) {
    errors.required(data.key(key).path(), "secret-type", "must be given for a secret of this type");
  }
}
