package dev.seaworthy.validate.check.apiextensions;

/** Paths of fields in dots, as {@code .spec.replicas}. */
final class SimplePath {

  private SimplePath() {}

  /** Whether the path has the form; if not that is reported. */
  static boolean check(Place path, Findings findings) {
    boolean isOne = path.text().startsWith(".");
    if (!isOne) {
      findings.invalid(
          path, "json-path", "is '" + path.text() + "', must be a path that begins with a dot");
    }
    return isOne;
  }
}
