package dev.seaworthy.validate.check.core.volume;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.TypeCheck;
import dev.seaworthy.validate.field.Value;

/** A Quobyte volume, whose registry is a list of hosts with ports. */
public final class QuobyteCheck implements TypeCheck {

  private static final int LONGEST_TENANT = 64;

  @Override
  public String type() {
    return "core/v1.QuobyteVolumeSource";
  }

  @Override
  public void check(Value source, Request request, Errors errors) {
    Value registry = source.at("registry");
    Value tenant = source.at("tenant");
    if (registry.text().isEmpty()) {
      return;
    }
    if (tenant.text().length() > LONGEST_TENANT) {
      errors.required(tenant.path(), "max-length", "must be a UUID of at most 64 characters");
    } else {
      registryIsHostsAndPorts(registry, errors);
    }
  }

  private static void registryIsHostsAndPorts(Value registry, Errors errors) {
    for (String pair : registry.text().split(",", -1)) {
      if (!isHostAndPort(pair)) {
        errors.invalid(
            registry.path(),
            "host-and-port",
            "is '" + registry.text() + "', must be hosts with ports, joined by commas");
      }
    }
  }

  /** As Go splits: one colon, or an address in brackets before it. */
  private static boolean isHostAndPort(String pair) {
    int colon = pair.lastIndexOf(':');
    if (colon < 0) {
      return false;
    }
    String host = pair.substring(0, colon);
    if (host.startsWith("[")) {
      return host.indexOf(']') == host.length() - 1 && host.lastIndexOf('[') == 0;
    }
    return host.indexOf(':') < 0 && pair.indexOf('[') < 0 && pair.indexOf(']') < 0;
  }
}
