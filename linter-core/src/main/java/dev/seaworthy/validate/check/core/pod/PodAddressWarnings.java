package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.IpAddress;
import java.util.Optional;

/** Addresses that are read, but are not written the usual way. */
final class PodAddressWarnings {

  private PodAddressWarnings() {}

  static void warn(Value address, Errors errors) {
    Optional<IpAddress> ip = IpAddress.parseSloppy(address.text());
    if (ip.isPresent() && !ip.get().toString().equals(address.text())) {
      errors.warn(
          address.path(), "canonical-ip", "is '" + address.text() + "', usually " + ip.get());
    }
  }
}
