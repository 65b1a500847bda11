package dev.seaworthy.validate.check.core;

import dev.seaworthy.validate.check.core.service.AddressWarnings;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.TypeCheck;
import dev.seaworthy.validate.field.Value;

/** Of several ports each has a name. Mirrors validateEndpointSubsets. */
public final class EndpointSubsetCheck implements TypeCheck {

  @Override
  public String type() {
    return "core/v1.EndpointSubset";
  }

  @Override
  public void check(Value subset, Request request, Errors errors) {
    warn(subset.at("addresses"), request, errors);
    warn(subset.at("notReadyAddresses"), request, errors);
    Value ports = subset.at("ports");
    if (ports.size() > 1) {
      for (Value port : ports.items()) {
        if (port.at("name").text().isEmpty()) {
          errors.required(
              port.at("name").path(), "named-port", "must be given where there are several ports");
        }
      }
    }
  }

  private static void warn(Value addresses, Request request, Errors errors) {
    for (Value address : addresses.items()) {
      AddressWarnings.address(address.at("ip"), request, errors);
    }
  }
}
