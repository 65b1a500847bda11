package dev.seaworthy.validate.check.resource;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.TypeCheck;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.TextSize;

/** What a driver is told: an object, and not too long a one. Mirrors validateRawExtension. */
public final class OpaqueParametersCheck implements TypeCheck {

  private static final int LONGEST = 10 * 1024;

  @Override
  public String type() {
    return "resource/v1.OpaqueDeviceConfiguration";
  }

  @Override
  public void check(Value configuration, Request request, Errors errors) {
    Value parameters = configuration.at("parameters");
    if (parameters.isAbsent()) {
      return;
    }
    if (TextSize.bytes(parameters.node().toJson()) > LONGEST) {
      errors.tooLong(
          parameters.path(), "maxLength", "must be at most " + LONGEST + " bytes of JSON");
    } else if (!parameters.node().isMapping()) {
      errors.invalid(parameters.path(), "json-object", "must be an object");
    }
  }
}
