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
      byte[] bytes = v6(text);
      if (bytes == null) {
        return Optional.empty();
      }
      boolean mapped = isMapped(bytes);
      boolean leading = hasLeadingZeros(text.substring(text.lastIndexOf(':') + 1));
      return Optional.of(new IpAddress(
          mapped ? Arrays.copyOfRange(bytes, 12, 16) : bytes,
          !mapped && !(text.indexOf('.') >= 0 && leading)));
    }
    byte[] bytes = v4(text);
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

  private static byte @Nullable [] v4(String text) {
    byte[] bytes = new byte[4];
    int part = 0;
    int digits = 0;
    int number = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? '.' : text.charAt(i);
      if (c == '.') {
        if (digits == 0 || number > 255 || part > 3) {
          return null;
        }
        bytes[part++] = (byte) number;
        digits = 0;
        number = 0;
      } else if (Letters.isDigit(c) && number <= 255) {
        number = number * 10 + c - '0';
        digits++;
      } else {
        return null;
      }
    }
    return part == 4 ? bytes : null;
  }

  private static byte @Nullable [] v6(String text) {
    int gap = text.indexOf("::");
    if (gap != text.lastIndexOf("::")) {
      return null;
    }
    List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
    List<Integer> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2), true);
    if (head == null || tail == null) {
      return null;
    }
    int size = head.size() + tail.size();
    if (gap < 0 ? size != 8 : size > 7) {
      return null;
    }
    byte[] bytes = new byte[16];
    put(bytes, head, 0);
    put(bytes, tail, 8 - tail.size());
    return bytes;
  }

  private static void put(byte[] bytes, List<Integer> groups, int from) {
    for (int i = 0; i < groups.size(); i++) {
      bytes[2 * (from + i)] = (byte) (groups.get(i) >> 8);
      bytes[2 * (from + i) + 1] = (byte) (int) groups.get(i);
    }
  }

  /** The groups of four hexadecimal digits; an IPv4 address may stand at the end. */
  private static @Nullable List<Integer> groups(String text, boolean last) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return groups;
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].indexOf('.') >= 0) {
        byte[] v4 = last && i == parts.length - 1 ? v4(parts[i]) : null;
        if (v4 == null) {
          return null;
        }
        groups.add((v4[0] & 255) << 8 | v4[1] & 255);
        groups.add((v4[2] & 255) << 8 | v4[3] & 255);
      } else if (isHex(parts[i])) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        return null;
      }
    }
    return groups;
  }

  private static boolean isHex(String text) {
    return !text.isEmpty()
        && text.length() <= 4
        && text.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
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
