package dev.seaworthy.validate.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An IP address as Go reads it. The older fields of the API take leading zeros and IPv4 addresses
 * in IPv6 clothes; {@link #isStandard} tells them.
 */
public final class IpAddress {

  static final String FORM = "must be an IP address, such as 10.9.8.7 or 2001:db8::ffff";

  private final byte[] bytes;
  private final boolean standard;

  private IpAddress(byte[] bytes, boolean standard) {
    this.bytes = bytes;
    this.standard = standard;
  }

  /** Reads an address, generously; empty if it is none. */
  public static Optional<IpAddress> parseSloppy(String text) {
    if (text.indexOf(':') >= 0) {
      byte[] bytes = AddressText.v6(text);
      if (bytes == null) {
        return Optional.empty();
      }
      boolean mapped = isMapped(bytes);
      boolean leading = hasLeadingZeros(text.substring(text.lastIndexOf(':') + 1));
      return Optional.of(new IpAddress(
          mapped ? Arrays.copyOfRange(bytes, 12, 16) : bytes,
          !mapped && !(text.indexOf('.') >= 0 && leading)));
    }
    byte[] bytes = AddressText.v4(text);
    return bytes == null
        ? Optional.empty()
        : Optional.of(new IpAddress(bytes, !hasLeadingZeros(text)));
  }

  /** In which ways {@code text} is no address that every program reads alike. */
  static List<String> standardProblems(String text) {
    Optional<IpAddress> address = parseSloppy(text);
    if (address.isEmpty()) {
      return List.of(FORM);
    }
    return address.get().standard
        ? List.of()
        : List.of("must have no leading zeros, nor be IPv4 written as IPv6: " + address.get());
  }

  /** In which ways {@code text} is no canonical address. */
  static List<String> strictProblems(String text) {
    List<String> problems = standardProblems(text);
    if (!problems.isEmpty()) {
      return problems;
    }
    String canonical = parseSloppy(text).map(IpAddress::toString).orElse(text);
    return text.equals(canonical) ? List.of() : List.of("must be written as " + canonical);
  }

  private static boolean isMapped(byte[] bytes) {
    for (int i = 0; i < 10; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return bytes[10] == -1 && bytes[11] == -1;
  }

  private static boolean hasLeadingZeros(String dotted) {
    for (String part : dotted.split("\\.", -1)) {
      if (part.length() > 1 && part.charAt(0) == '0') {
        return true;
      }
    }
    return false;
  }

  public boolean isV4() {
    return bytes.length == 4;
  }

  public boolean isV6() {
    return bytes.length == 16;
  }

  /** Whether it was written without leading zeros and, if IPv4, as IPv4. */
  public boolean isStandard() {
    return standard;
  }

  public boolean isUnspecified() {
    return firstBits(bytes.length * 8, new byte[bytes.length]);
  }

  public boolean isLoopback() {
    return isV4() ? bytes[0] == 127 : isOne();
  }

  private boolean isOne() {
    byte[] one = new byte[16];
    one[15] = 1;
    return Arrays.equals(bytes, one);
  }

  /** Whether this is good for one link alone (169.254.0.0/16, fe80::/10). */
  public boolean isLinkLocalUnicast() {
    return isV4()
        ? (bytes[0] & 255) == 169 && (bytes[1] & 255) == 254
        : (bytes[0] & 255) == 0xfe && (bytes[1] & 0xc0) == 0x80;
  }

  /** Whether this is a multicast address of one link (224.0.0.0/24, ff02::/16). */
  public boolean isLinkLocalMulticast() {
    return isV4()
        ? (bytes[0] & 255) == 224 && bytes[1] == 0 && bytes[2] == 0
        : (bytes[0] & 255) == 0xff && (bytes[1] & 15) == 2;
  }

  /** Why other nodes can't reach this address, so that it reads well after "is 'text', ". */
  List<String> unreachable() {
    List<String> reasons = new ArrayList<>();
    if (isUnspecified()) {
      reasons.add("must not be the unspecified address");
    }
    if (isLoopback()) {
      reasons.add("must not be a loopback address");
    }
    if (isLinkLocalUnicast()) {
      reasons.add("must not be an address of one link (169.254.0.0/16, fe80::/10)");
    }
    if (isLinkLocalMulticast()) {
      reasons.add("must not be a multicast address of one link (224.0.0.0/24, ff02::/16)");
    }
    return reasons;
  }

  /** The address in network order, 4 or 16 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Whether the first {@code count} bits are those of {@code other}. */
  boolean firstBits(int count, byte[] other) {
    for (int i = 0; i < count; i++) {
      int mask = 128 >> (i % 8);
      if ((bytes[i / 8] & mask) != (other[i / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** This address with all bits from {@code length} on set to zero. */
  public IpAddress masked(int length) {
    byte[] masked = bytes.clone();
    for (int i = length; i < masked.length * 8; i++) {
      masked[i / 8] &= (byte) ~(128 >> (i % 8));
    }
    return new IpAddress(masked, true);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IpAddress address && Arrays.equals(bytes, address.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The canonical text, for IPv6 that of RFC 5952. */
  @Override
  public String toString() {
    return isV4()
        ? (bytes[0] & 255) + "." + (bytes[1] & 255) + "." + (bytes[2] & 255) + "."
            + (bytes[3] & 255)
        : canonicalV6();
  }

  private String canonicalV6() {
    int bestStart = -1;
    int bestLength = 1;
    for (int i = 0; i < 8; i++) {
      int length = zerosFrom(i);
      if (length > bestLength) {
        bestStart = i;
        bestLength = length;
      }
      i += Math.max(0, length - 1);
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == bestStart) {
        out.append("::");
        i += bestLength - 1;
      } else {
        out.append(out.isEmpty() || out.charAt(out.length() - 1) == ':' ? "" : ":");
        out.append(Integer.toHexString(group(i)));
      }
    }
    return out.toString();
  }

  private int zerosFrom(int start) {
    int i = start;
    while (i < 8 && group(i) == 0) {
      i++;
    }
    return i - start;
  }

  private int group(int index) {
    return (bytes[2 * index] & 255) << 8 | bytes[2 * index + 1] & 255;
  }
}
