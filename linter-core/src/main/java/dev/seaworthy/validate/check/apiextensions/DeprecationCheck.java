package dev.seaworthy.validate.check.apiextensions;

import dev.seaworthy.validate.format.GoCharacters;
import java.nio.charset.StandardCharsets;

/** The words with which a version tells that it will go. */
final class DeprecationCheck {

  private static final int LONGEST = 256;

  private DeprecationCheck() {}

  static void check(Place version, Findings findings) {
    Place warning = version.at("deprecationWarning");
    if (!warning.isPresent()) {
      return;
    }
    String text = warning.text();
    if (!version.node().get("deprecated").isTrue()) {
      say(warning, "must be given only for a version with deprecated: true", findings);
    }
    if (text.isEmpty()) {
      say(warning, "must not be empty", findings);
    } else if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      say(warning, "must have at most " + LONGEST + " bytes", findings);
    } else if (text.codePoints().anyMatch(c -> !GoCharacters.isPrintable(c))) {
      say(warning, "must have nothing but printable characters", findings);
    }
  }

  private static void say(Place warning, String message, Findings findings) {
    findings.invalid(warning, "deprecation-warning", message);
  }
}
