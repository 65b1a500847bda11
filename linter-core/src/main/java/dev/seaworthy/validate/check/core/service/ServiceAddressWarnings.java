package dev.seaworthy.validate.check.core.service;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.Cidr;
import dev.seaworthy.validate.format.IpAddress;

/**
 * The addresses of a Service, of which servers warned before those of other kinds. Until 1.32 they
 * knew but two oddities: what Go's newer parser does not take, and IPv6 in unusual letters.
 */
final class ServiceAddressWarnings {

  private static final int LIKE_OTHERS_SINCE = 33;

  private final Request request;
  private final Errors errors;

  ServiceAddressWarnings(Request request, Errors errors) {
    this.request = request;
    this.errors = errors;
  }

  void addresses(Value addresses) {
    addresses.items().forEach(this::address);
  }

  void address(Value address) {
    if (request.isSince(LIKE_OTHERS_SINCE)) {
      AddressWarnings.address(address, request, errors);
    } else if (!address.text().isEmpty()) {
      unlessUsual(address, usualAddress(address.text()));
    }
  }

  void ranges(Value ranges) {
    for (Value range : ranges.items()) {
      if (request.isSince(LIKE_OTHERS_SINCE)) {
        AddressWarnings.range(range, request, errors);
      } else {
        unlessUsual(range, usualRange(range.text()));
      }
    }
  }

  private void unlessUsual(Value value, String usual) {
    if (!value.text().equals(usual)) {
      errors.warn(value.path(), "standard-ip", "will not be taken as it is by later releases");
    }
  }

  /** As the parser would write it; empty if it takes no such text. */
  private static String usualAddress(String text) {
    return IpAddress.parseSloppy(text).map(parsed -> usual(parsed, text)).orElse("");
  }

  private static String usual(IpAddress parsed, String text) {
    if (text.indexOf(':') < 0) {
      return parsed.isStandard() ? text : "";
    }
    return text.indexOf('.') < 0 ? parsed.toString() : text;
  }

  private static String usualRange(String text) {
    int slash = text.indexOf('/');
    return Cidr.parseSloppy(text).isPresent() && text.charAt(slash + 1) != '0'
        ? usualAddress(text.substring(0, slash)) + text.substring(slash)
        : "";
  }
}
