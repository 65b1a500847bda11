package dev.seaworthy.validate.check.core.service;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.Cidr;
import dev.seaworthy.validate.format.IpAddress;

/**
 * Addresses that the older fields take, though others would not. Mirrors GetWarningsForIP and
 * GetWarningsForCIDR, which all kinds ask since 1.33.
 */
public final class AddressWarnings {

  private static final int ASKED_SINCE = 33;

  private AddressWarnings() {}

  /** Warns of an address that is better written otherwise. */
  public static void address(Value address, Request request, Errors errors) {
    if (request.isSince(ASKED_SINCE)) {
      IpAddress.parseSloppy(address.text())
          .filter(parsed -> !parsed.isStandard() || isOddV6(parsed, address.text()))
          .ifPresent(parsed ->
              errors.warn(address.path(), "standard-ip", "is better written as " + parsed));
    }
  }

  private static boolean isOddV6(IpAddress parsed, String text) {
    return parsed.isV6() && !parsed.toString().equals(text);
  }

  /** Warns of a range that is better written otherwise. */
  public static void range(Value value, Request request, Errors errors) {
    if (request.isSince(ASKED_SINCE)) {
      Cidr.parseSloppy(value.text()).ifPresent(range -> range(range, value, errors));
    }
  }

  private static void range(Cidr range, Value value, Errors errors) {
    if (range.hasHostBits()) {
      errors.warn(
          value.path(), "clear-cidr", "is ambiguous: is " + range + " meant, or one address?");
    }
    if (!range.standard()) {
      errors.warn(value.path(), "standard-cidr", "is better written as " + range);
    } else if (!range.hasHostBits()
        && range.address().isV6()
        && !range.toString().equals(value.text())) {
      errors.warn(value.path(), "standard-cidr", "is better written as " + range);
    }
  }
}
