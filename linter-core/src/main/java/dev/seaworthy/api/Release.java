package dev.seaworthy.api;

import java.util.List;
import java.util.Optional;

/** A minor release of Kubernetes, such as 1.37. */
public record Release(int minor) implements Comparable<Release> {

  public static final Release OLDEST = new Release(29);
  public static final Release NEWEST = new Release(37);

  private static final int MOST_DIGITS = 3;

  /** Reads {@code 1.31}, {@code v1.31} or {@code 1.31.4}; empty if the text is of no such form. */
  public static Optional<Release> parse(String text) {
    String version = text.strip();
    int minor = version.startsWith("v") ? 1 : 0;
    if (!version.startsWith("1.", minor)) {
      return Optional.empty();
    }
    minor += 2;
    int end = endOfDigits(version, minor);
    if (end == minor || end - minor > MOST_DIGITS || !isEndOfVersion(version, end)) {
      return Optional.empty();
    }
    return Optional.of(new Release(Integer.parseInt(version.substring(minor, end))));
  }

  /** A patch release and what a vendor adds may follow. */
  private static boolean isEndOfVersion(String version, int minorEnd) {
    int end = minorEnd;
    if (version.startsWith(".", end)) {
      end = endOfDigits(version, end + 1);
      if (end == minorEnd + 1) {
        return false;
      }
    }
    return end == version.length() || version.charAt(end) == '-' || version.charAt(end) == '+';
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** The releases whose structure comes with the product, oldest first. */
  public static List<Release> supported() {
    return java.util.stream.IntStream.rangeClosed(OLDEST.minor, NEWEST.minor)
        .mapToObj(Release::new)
        .toList();
  }

  public boolean isSupported() {
    return compareTo(OLDEST) >= 0 && compareTo(NEWEST) <= 0;
  }

  /** Whether this release is {@code other} or a later one. */
  public boolean isAtLeast(Release other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(Release other) {
    return Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return "1." + minor;
  }
}
