package dev.seaworthy.cel.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version by semver.org; what stands after a plus sign does not count. */
public record SemanticVersion(long major, long minor, long patch, List<String> pre)
    implements Comparable<SemanticVersion> {

  private static final Pattern FORM =
      Pattern.compile("(0|[1-9][0-9]{0,17})\\.(0|[1-9][0-9]{0,17})\\.(0|[1-9][0-9]{0,17})"
          + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");

  /** The version that {@code text} is; {@code lenient} forgives a v before it and parts that lack. */
  public static Optional<SemanticVersion> parse(String text, boolean lenient) {
    Matcher matcher = FORM.matcher(lenient ? completed(text) : text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<String> pre =
        matcher.group(4) == null ? List.of() : List.of(matcher.group(4).split("\\."));
    boolean hasLeadingZero =
        pre.stream().anyMatch(part -> isNumber(part) && part.length() > 1 && part.startsWith("0"));
    return hasLeadingZero
        ? Optional.empty()
        : Optional.of(new SemanticVersion(
            Long.parseLong(matcher.group(1)),
            Long.parseLong(matcher.group(2)),
            Long.parseLong(matcher.group(3)),
            pre));
  }

  private static String completed(String text) {
    String plain = text.startsWith("v") ? text.substring(1) : text;
    int end = 0;
    while (end < plain.length()
        && (Character.isDigit(plain.charAt(end)) || plain.charAt(end) == '.')) {
      end++;
    }
    List<String> parts = new ArrayList<>();
    for (String part : plain.substring(0, end).split("\\.", -1)) {
      parts.add(part.replaceFirst("^0+(?=[0-9])", ""));
    }
    while (parts.size() < 3) {
      parts.add("0");
    }
    return String.join(".", parts) + plain.substring(end);
  }

  private static boolean isNumber(String part) {
    return part.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public int compareTo(SemanticVersion other) {
    int order = Long.compare(major, other.major);
    order = order != 0 ? order : Long.compare(minor, other.minor);
    order = order != 0 ? order : Long.compare(patch, other.patch);
    return order != 0 ? order : comparePre(other.pre);
  }

  private int comparePre(List<String> others) {
    if (pre.isEmpty() || others.isEmpty()) {
      return Boolean.compare(pre.isEmpty(), others.isEmpty());
    }
    for (int i = 0; i < pre.size() && i < others.size(); i++) {
      int order = comparePart(pre.get(i), others.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(pre.size(), others.size());
  }

  private static int comparePart(String one, String other) {
    if (isNumber(one) && isNumber(other)) {
      int order = Integer.compare(one.length(), other.length());
      return order != 0 ? order : Integer.signum(one.compareTo(other));
    }
    int kind = Boolean.compare(!isNumber(one), !isNumber(other));
    return kind != 0 ? kind : Integer.signum(one.compareTo(other));
  }
}
