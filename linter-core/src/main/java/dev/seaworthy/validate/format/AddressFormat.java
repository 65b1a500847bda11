package dev.seaworthy.validate.format;

import java.util.List;

/** How IP addresses and ranges of them are written, more and less strictly. */
public enum AddressFormat implements StringFormat {
  /** An IP address, as the older fields take it (leading zeros and mapped addresses included). */
  IP_SLOPPY("ip-sloppy") {
    @Override
    public List<String> problems(String text) {
      return IpAddress.parseSloppy(text).isPresent() ? List.of() : List.of(IpAddress.FORM);
    }
  },
  /** An IP address without leading zeros, and if of IPv4 not written as IPv6. */
  IP_STANDARD("ip") {
    @Override
    public List<String> problems(String text) {
      return IpAddress.standardProblems(text);
    }
  },
  /** An IP address in its canonical form. */
  IP_STRICT("ip-strict") {
    @Override
    public List<String> problems(String text) {
      return IpAddress.strictProblems(text);
    }
  },
  /** An IP address that other nodes can reach. */
  IP_OF_ENDPOINT("ip-of-endpoint") {
    @Override
    public List<String> problems(String text) {
      return IpAddress.parseSloppy(text)
          .map(IpAddress::unreachable)
          .orElse(List.of(IpAddress.FORM));
    }
  },
  /** A range of addresses, as the older fields take it. */
  CIDR_SLOPPY("cidr-sloppy") {
    @Override
    public List<String> problems(String text) {
      return Cidr.parseSloppy(text).isPresent() ? List.of() : List.of(Cidr.FORM);
    }
  },
  /** A range of addresses without leading zeros, or bits beyond its length. */
  CIDR_STANDARD("cidr") {
    @Override
    public List<String> problems(String text) {
      return Cidr.standardProblems(text);
    }
  },
  /** A range of addresses in its canonical form. */
  CIDR_STRICT("cidr-strict") {
    @Override
    public List<String> problems(String text) {
      return Cidr.strictProblems(text);
    }
  };

  private final String key;

  AddressFormat(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
