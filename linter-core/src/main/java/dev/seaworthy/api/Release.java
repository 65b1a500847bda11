package dev.seaworthy.api;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A minor release of Kubernetes, such as 1.37. */
public record Release(int minor) implements Comparable<Release> {

  public static final Release OLDEST = new Release(29);
  public static final Release NEWEST = new Release(37);

  private static final Pattern FORM = Pattern.compile("v?1\\.([0-9]{1,3})(\\.[0-9]+)?([-+].*)?");

  /** Reads {@code 1.31}, {@code v1.31} or {@code 1.31.4}; empty if the text is of no such form. */
  public static Optional<Release> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(new Release(Integer.parseInt(matcher.group(1))))
        : Optional.empty();
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
