package dev.seaworthy.simulate.outcome;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.simulate.surroundings.StandIn;

/** What is played in the place of placeholders: said, and where it decides, doubted. */
final class FilledValues {

  private FilledValues() {}

  static Diagnostic assumed(StandIn standIn) {
    return Origin.in(standIn.object())
        .tell(
            OutcomeCodes.ASSUMED, Severity.INFO, "assumed: " + standIn.text(), standIn.path(), "");
  }

  /** How many pods there are, or whether they find room, is not known before the value is. */
  static Diagnostic undecided(StandIn standIn) {
    String how = standIn.taken().map(value -> "played as " + value).orElse("left out");
    return Origin.in(standIn.object())
        .tell(
            OutcomeCodes.VALUE_UNKNOWN,
            Severity.WARNING,
            "%s of %s is %s: %s, and what it decides may come out otherwise"
                .formatted(
                    standIn.path().lastStep(), standIn.object().resource(), standIn.written(), how),
            standIn.path(),
            "")
        .withRemedy("fill it in before, as envsubst does, or give it a default: ${NAME:=3}");
  }
}
