package dev.seaworthy.validate.format;

/** Versions as semver.org 2.0.0 has them: three numbers, and maybe a pre-release and a build. */
final class SemanticVersion {

  private SemanticVersion() {}

  static boolean isVersion(String text) {
    int plus = text.indexOf('+');
    boolean built = plus < 0 || areIdentifiers(text.substring(plus + 1), false);
    String unbuilt = plus < 0 ? text : text.substring(0, plus);
    int dash = unbuilt.indexOf('-');
    boolean released = dash < 0 || areIdentifiers(unbuilt.substring(dash + 1), true);
    return built && released && isCore(dash < 0 ? unbuilt : unbuilt.substring(0, dash));
  }

  private static boolean isCore(String text) {
    String[] numbers = text.split("\\.", -1);
    boolean right = numbers.length == 3;
    for (String number : numbers) {
      right &= isDigits(number) && !hasLeadingZero(number);
    }
    return right;
  }

  private static boolean areIdentifiers(String text, boolean ofPreRelease) {
    boolean right = true;
    for (String one : text.split("\\.", -1)) {
      right &= !one.isEmpty() && one.chars().allMatch(SemanticVersion::isPart);
      right &= !ofPreRelease || !isDigits(one) || !hasLeadingZero(one);
    }
    return right;
  }

  private static boolean hasLeadingZero(String number) {
    return number.length() > 1 && number.startsWith("0");
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isPart(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  }
}
