package dev.seaworthy.validate.check.core.volume;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.TypeCheck;
import dev.seaworthy.validate.field.Value;

/** A disk of Azure: where it is kept decides how it is addressed. */
public final class AzureDiskCheck implements TypeCheck {

  @Override
  public String type() {
    return "core/v1.AzureDiskVolumeSource";
  }

  @Override
  public void check(Value source, Request request, Errors errors) {
    if (source.at("kind").isAbsent()) {
      return;
    }
    Value uri = source.at("diskURI");
    boolean managed = source.at("kind").text().equals("Managed");
    String start = managed ? "/subscriptions/" : "https://";
    if (!uri.text().startsWith(start)) {
      errors.notSupported(
          uri.path(),
          "disk-uri-fits-kind",
          "is '" + uri.text() + "', must start with " + start + " for a disk of that kind");
    }
  }
}
