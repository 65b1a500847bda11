package dev.seaworthy.validate.rules;

import dev.seaworthy.cel.CelFunction;
import dev.seaworthy.cel.CelFunction.Parameter;
import dev.seaworthy.cel.ValueType;
import dev.seaworthy.cel.server.Signature;
import dev.seaworthy.validate.format.Cidr;
import dev.seaworthy.validate.format.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Addresses and ranges in rules. They are read strictly: no leading zeros, no mapped addresses. */
final class NetworkFunctions {

  private static final ValueType IP = ValueType.opaque("net.IP");
  private static final ValueType CIDR = ValueType.opaque("net.CIDR");
  private static final Parameter ADDRESS = new Parameter(IP, IpAddress.class);
  private static final Parameter RANGE = new Parameter(CIDR, Cidr.class);

  private NetworkFunctions() {}

  static List<CelFunction> all() {
    List<CelFunction> all = new ArrayList<>();
    addresses(all);
    ranges(all);
    return all;
  }

  private static void addresses(List<CelFunction> all) {
    all.add(ofText("ip", "string_to_ip", IP, NetworkFunctions::address));
    all.add(ofText("isIP", "is_ip", ValueType.BOOL, text -> parseIp(text).isPresent()));
    all.add(ofText(
        "ip.isCanonical",
        "ip_is_canonical",
        ValueType.BOOL,
        text -> address(text).toString().equals(text)));
    all.add(CelFunction.global(
        "string",
        "ip_to_string",
        ValueType.STRING,
        List.of(ADDRESS),
        arguments -> arguments[0].toString()));
    all.add(ofIp("family", ValueType.INT, NetworkFunctions::family));
    all.add(ofIp("isUnspecified", ValueType.BOOL, IpAddress::isUnspecified));
    all.add(ofIp("isLoopback", ValueType.BOOL, IpAddress::isLoopback));
    all.add(ofIp("isLinkLocalMulticast", ValueType.BOOL, IpAddress::isLinkLocalMulticast));
    all.add(ofIp("isLinkLocalUnicast", ValueType.BOOL, IpAddress::isLinkLocalUnicast));
    all.add(ofIp("isGlobalUnicast", ValueType.BOOL, NetworkFunctions::isGlobalUnicast));
  }

  private static void ranges(List<CelFunction> all) {
    all.add(ofText("cidr", "string_to_cidr", CIDR, NetworkFunctions::range));
    all.add(ofText("isCIDR", "is_cidr", ValueType.BOOL, text -> parseCidr(text).isPresent()));
    all.add(CelFunction.global(
        "string",
        "cidr_to_string",
        ValueType.STRING,
        List.of(RANGE),
        arguments -> arguments[0].toString()));
    all.add(ofCidr("ip", IP, Cidr::address));
    all.add(ofCidr("masked", CIDR, range -> range(masked(range) + "/" + range.length())));
    all.add(ofCidr("prefixLength", ValueType.INT, range -> (long) range.length()));
    all.add(contains("containsIP", "ip", ADDRESS, (range, ip) -> contains(range, (IpAddress) ip)));
    all.add(contains(
        "containsIP",
        "string",
        Signature.TEXT,
        (range, text) -> contains(range, address((String) text))));
    all.add(contains(
        "containsCIDR", "cidr", RANGE, (range, other) -> containsRange(range, (Cidr) other)));
    all.add(contains(
        "containsCIDR",
        "string",
        Signature.TEXT,
        (range, text) -> containsRange(range, range((String) text))));
  }

  private static CelFunction ofText(
      String name, String id, ValueType type, Function<String, Object> value) {
    return CelFunction.global(
        name, id, type, List.of(Signature.TEXT), arguments -> value.apply((String) arguments[0]));
  }

  private static CelFunction ofIp(String name, ValueType type, Function<IpAddress, Object> value) {
    return CelFunction.member(
        name,
        "ip_" + name,
        type,
        List.of(ADDRESS),
        arguments -> value.apply((IpAddress) arguments[0]));
  }

  private static CelFunction ofCidr(String name, ValueType type, Function<Cidr, Object> value) {
    return CelFunction.member(
        name, "cidr_" + name, type, List.of(RANGE), arguments -> value.apply((Cidr) arguments[0]));
  }

  private interface Containment {
    boolean of(Cidr range, Object other);
  }

  private static CelFunction contains(
      String name, String of, Parameter other, Containment containment) {
    return CelFunction.member(
        name,
        "cidr_" + name + "_" + of,
        ValueType.BOOL,
        List.of(RANGE, other),
        arguments -> containment.of((Cidr) arguments[0], arguments[1]));
  }

  private static Optional<IpAddress> parseIp(String text) {
    return IpAddress.parseSloppy(text).filter(IpAddress::isStandard);
  }

  private static Optional<Cidr> parseCidr(String text) {
    return Cidr.parseSloppy(text).filter(Cidr::standard);
  }

  private static IpAddress address(String text) {
    return parseIp(text)
        .orElseThrow(() -> new IllegalArgumentException(
            "IP Address '" + text + "' parse error during conversion from string"));
  }

  private static Cidr range(String text) {
    return parseCidr(text)
        .orElseThrow(() -> new IllegalArgumentException(
            "CIDR '" + text + "' parse error during conversion from string"));
  }

  private static Long family(IpAddress address) {
    return address.isV4() ? 4L : 6L;
  }

  private static boolean isGlobalUnicast(IpAddress address) {
    int first = address.bytes()[0] & 255;
    boolean isMulticast = address.isV4() ? first >= 224 && first < 240 : first == 255;
    boolean isBroadcast = address.toString().equals("255.255.255.255");
    return !isMulticast
        && !isBroadcast
        && !address.isUnspecified()
        && !address.isLoopback()
        && !address.isLinkLocalUnicast();
  }

  private static IpAddress masked(Cidr range) {
    return range.address().masked(range.length());
  }

  private static boolean contains(Cidr range, IpAddress address) {
    return range.address().isV4() == address.isV4()
        && address.masked(range.length()).equals(masked(range));
  }

  private static boolean containsRange(Cidr range, Cidr other) {
    return other.length() >= range.length() && contains(range, other.address());
  }
}
