package dev.seaworthy.api.crd;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of versions' names: stable ones before beta and alpha, higher numbers first, then all
 * that is no version by alphabet. Mirrors CompareKubeAwareVersionStrings.
 */
public final class VersionOrder {

  public static final Comparator<String> NEWEST_FIRST = Comparator.comparingInt(
          VersionOrder::stability)
      .thenComparing(VersionOrder::major, Comparator.reverseOrder())
      .thenComparing(VersionOrder::minor, Comparator.reverseOrder())
      .thenComparing(Comparator.naturalOrder());

  private static final Pattern VERSION =
      Pattern.compile("v([0-9]{1,9})(?:(alpha|beta)([0-9]{1,9}))?");
  private static final int NO_VERSION = 3;

  private VersionOrder() {}

  private static int stability(String name) {
    Matcher version = VERSION.matcher(name);
    if (!version.matches()) {
      return NO_VERSION;
    }
    return version.group(2) == null ? 0 : version.group(2).equals("beta") ? 1 : 2;
  }

  private static Integer major(String name) {
    return number(name, 1);
  }

  private static Integer minor(String name) {
    return number(name, 3);
  }

  private static Integer number(String name, int group) {
    Matcher version = VERSION.matcher(name);
    return version.matches() && version.group(group) != null
        ? Integer.parseInt(version.group(group))
        : 0;
  }
}
