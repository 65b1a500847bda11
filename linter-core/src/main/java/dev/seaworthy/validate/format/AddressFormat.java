package dev.seaworthy.validate.format;

import java.util.List;
import java.util.function.Function;

/** How IP addresses and ranges of them are written, more and less strictly. */
public enum AddressFormat implements StringFormat {
  /** An IP address, as the older fields take it (leading zeros and mapped addresses included). */
  IP_SLOPPY(
      "ip-sloppy",
      text -> IpAddress.parseSloppy(text).isPresent() ? List.of() : List.of(IpAddress.FORM)),
  /** An IP address without leading zeros, and if of IPv4 not written as IPv6. */
  IP_STANDARD("ip", IpAddress::standardProblems),
  /** An IP address in its canonical form. */
  IP_STRICT("ip-strict", IpAddress::strictProblems),
  /** An IP address that other nodes can reach. */
  IP_OF_ENDPOINT(
      "ip-of-endpoint",
      text ->
          IpAddress.parseSloppy(text).map(IpAddress::unreachable).orElse(List.of(IpAddress.FORM))),
  /** A range of addresses, as the older fields take it. */
  CIDR_SLOPPY(
      "cidr-sloppy", text -> Cidr.parseSloppy(text).isPresent() ? List.of() : List.of(Cidr.FORM)),
  /** A range of addresses without leading zeros, or bits beyond its length. */
  CIDR_STANDARD("cidr", Cidr::standardProblems),
  /** A range of addresses in its canonical form. */
  CIDR_STRICT("cidr-strict", Cidr::strictProblems);

  private final String key;
  private final Function<String, List<String>> rule;

  AddressFormat(String key, Function<String, List<String>> rule) {
    this.key = key;
    this.rule = rule;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public List<String> problems(String text) {
    return rule.apply(text);
  }
}
