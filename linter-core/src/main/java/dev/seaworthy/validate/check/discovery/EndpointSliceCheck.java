package dev.seaworthy.validate.check.discovery;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.check.core.service.AddressWarnings;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.AddressFormat;
import dev.seaworthy.validate.format.IpAddress;
import dev.seaworthy.validate.format.NameFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** That addresses are of the type that the slice says. Mirrors ValidateEndpointSlice. */
public final class EndpointSliceCheck implements KindCheck {

  private static final int MOST_ENDPOINTS = 1_000;
  private static final int OF_FAMILY_SINCE = 33;

  @Override
  public GroupKind kind() {
    return GroupKind.of("discovery.k8s.io", "EndpointSlice");
  }

  @Override
  public void check(Value slice, Request request, Errors errors) {
    Value endpoints = slice.at("endpoints");
    if (endpoints.size() > MOST_ENDPOINTS) {
      return;
    }
    String type = slice.at("addressType").text();
    if (type.equals("FQDN") && request.isCreate()) {
      errors.warn(
          slice.at("addressType").path(), "deprecated", "is FQDN, which is deprecated and ignored");
    }
    Set<String> known = addressesOf(endpoints.before());
    for (Value endpoint : endpoints.items()) {
      for (Value address : endpoint.at("addresses").items()) {
        AddressWarnings.address(address, request, errors);
        if (!known.contains(address.text())) {
          address(address, type, request, errors);
        }
      }
    }
  }

  /** Addresses that an older server let in may stay. */
  private static Set<String> addressesOf(Value endpoints) {
    return endpoints.items().stream()
        .flatMap(endpoint -> endpoint.at("addresses").items().stream())
        .map(Value::text)
        .collect(Collectors.toSet());
  }

  private static void address(Value address, String type, Request request, Errors errors) {
    switch (type) {
      case "IPv4", "IPv6" -> {
        if (request.isSince(OF_FAMILY_SINCE)) {
          ip(address, type, errors);
        } else {
          familyOfItsOwn(address, type, errors);
        }
      }
      case "FQDN" -> domain(address, errors);
      default -> {}
    }
  }

  /** Before, an address was asked for its family, and then whether it was one that endpoints have. */
  private static void familyOfItsOwn(Value address, String type, Errors errors) {
    Optional<IpAddress> parsed = IpAddress.parseSloppy(address.text());
    if (parsed.filter(ip -> ip.isV4() == type.equals("IPv4")).isEmpty()) {
      errors.invalid(address.path(), "address-type", "is no address of type " + type);
    }
    errors.form(address, AddressFormat.IP_OF_ENDPOINT);
  }

  private static void ip(Value address, String type, Errors errors) {
    Optional<IpAddress> parsed = IpAddress.parseSloppy(address.text());
    if (parsed.isPresent() && parsed.get().isV4() != type.equals("IPv4")) {
      errors.add(FieldError.of(
              CauseType.INVALID,
              address.path(),
              "address-type",
              "has '" + address.text() + "', which is no address of type " + type)
          .namedAs(address.parent().path()));
    }
    errors.form(address, AddressFormat.IP_OF_ENDPOINT);
  }

  /** A name with a dot at least; one more may stand at its end. */
  private static void domain(Value address, Errors errors) {
    String name = address.text();
    if (name.isEmpty()) {
      errors.required(address.path(), "required", "must be given");
      return;
    }
    String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (!NameFormat.DNS1123_SUBDOMAIN.accepts(plain)) {
      errors.form(
          address.path(),
          "format=dns-1123-subdomain",
          name,
          NameFormat.DNS1123_SUBDOMAIN.problems(plain));
    } else if (plain.indexOf('.') < 0) {
      errors.invalid(
          address.path(),
          "domain",
          "is '" + name + "', must have at least two parts with a dot between");
    }
  }
}
