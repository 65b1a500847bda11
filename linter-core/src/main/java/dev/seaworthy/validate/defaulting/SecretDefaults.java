package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.field.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Plain text of a Secret becomes data, and takes the place of what is there. */
final class SecretDefaults implements TypeDefaults {

  @Override
  public String type() {
    return "core/v1.Secret";
  }

  @Override
  public Mapping apply(Mapping secret, Request request) {
    Node plain = secret.get("stringData");
    if (plain.size() == 0) {
      return secret.without("stringData");
    }
    Mapping data = secret.get("data") instanceof Mapping given ? given : Mapping.EMPTY;
    for (Mapping.Entry entry : plain.entries()) {
      byte[] bytes = entry.value().text().getBytes(StandardCharsets.UTF_8);
      data = data.with(entry.key(), Scalar.of(Base64.getEncoder().encodeToString(bytes)));
    }
    return secret.without("stringData").with("data", data);
  }
}
