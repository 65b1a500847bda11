package dev.seaworthy.validate.format;

import java.util.List;
import java.util.Optional;

/**
 * A range of IP addresses.
 *
 * @param address the address before the slash as written
 * @param length how many bits all addresses of the range share
 * @param standard whether it is written without leading zeros and, if IPv4, as IPv4
 */
public record Cidr(IpAddress address, int length, boolean standard) {

  static final String FORM =
      "must be a range of IP addresses, such as 10.9.8.0/24 or 2001:db8::/64";

  /** Reads a range, generously; empty if it is none. */
  public static Optional<Cidr> parseSloppy(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    String digits = text.substring(slash + 1);
    Optional<IpAddress> address = IpAddress.parseSloppy(text.substring(0, slash));
    if (address.isEmpty()
        || digits.isEmpty()
        || digits.length() > 9
        || !digits.chars().allMatch(c -> Letters.isDigit((char) c))) {
      return Optional.empty();
    }
    boolean mapped = address.get().isV4() && text.indexOf(':') >= 0;
    int length = Integer.parseInt(digits) - (mapped ? 96 : 0);
    if (length < 0 || length > (address.get().isV4() ? 32 : 128)) {
      return Optional.empty();
    }
    boolean leadingZero = digits.length() > 1 && digits.charAt(0) == '0';
    return Optional.of(new Cidr(address.get(), length, address.get().isStandard() && !leadingZero));
  }

  /** In which ways {@code text} is no range that every program reads alike. */
  static List<String> standardProblems(String text) {
    Optional<Cidr> range = parseSloppy(text);
    if (range.isEmpty()) {
      return List.of(FORM);
    }
    if (!range.get().standard) {
      return List.of("must have no leading zeros, nor be IPv4 written as IPv6: " + range.get());
    }
    return range.get().hasHostBits()
        ? List.of("must have no bits set beyond its length: " + range.get())
        : List.of();
  }

  /** In which ways {@code text} is no canonical range. */
  static List<String> strictProblems(String text) {
    Optional<Cidr> range = parseSloppy(text);
    if (range.isEmpty()) {
      return List.of(FORM);
    }
    String canonical = range.get().toString();
    return text.equals(canonical) ? List.of() : List.of("must be written as " + canonical);
  }

  /** Whether bits are set beyond the length. */
  public boolean hasHostBits() {
    return !address.equals(address.masked(length));
  }

  /** Whether {@code other} lies in this range, as its smaller part. */
  public boolean isStrictlyAround(Cidr other) {
    return address.isV4() == other.address.isV4()
        && length < other.length
        && other.address.firstBits(length, address.bytes());
  }

  /** Whether the address of this text lies in the range; what is no address lies in none. */
  public boolean contains(String ip) {
    return IpAddress.parseSloppy(ip)
        .filter(other -> other.isV4() == address.isV4())
        .filter(other -> address.firstBits(length, other.bytes()))
        .isPresent();
  }

  /** The canonical text. */
  @Override
  public String toString() {
    return address.masked(length) + "/" + length;
  }
}
