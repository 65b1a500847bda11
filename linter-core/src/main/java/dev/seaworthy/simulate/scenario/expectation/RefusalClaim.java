package dev.seaworthy.simulate.scenario.expectation;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Claim;
import java.util.List;
import java.util.Optional;

/** That the step before was refused, or was not. */
final class RefusalClaim {

  private RefusalClaim() {}

  static List<Claim> read(Arguments step) {
    Node expected = step.field("refused");
    if (expected.isAbsent()) {
      return List.of();
    }
    if (Arguments.textOf(expected).isEmpty()) {
      step.problem(expected, "'refused' must be true, false or a part of the refusal's words");
    }
    String words = expected.asBoolean().isPresent() ? "" : Arguments.textOf(expected);
    boolean wanted = !expected.asBoolean().filter(given -> !given).isPresent();
    return List.of(new Claim(
        step.place(expected),
        context -> wanted ? notRefused(context.refusals(), words) : refused(context.refusals())));
  }

  private static Optional<String> notRefused(List<String> refusals, String words) {
    if (refusals.isEmpty()) {
      return Optional.of("the step before was not refused");
    }
    return refusals.stream().anyMatch(refusal -> refusal.contains(words))
        ? Optional.empty()
        : Optional.of("the step before was refused without '%s': %s"
            .formatted(words, String.join("; ", refusals)));
  }

  private static Optional<String> refused(List<String> refusals) {
    return refusals.isEmpty()
        ? Optional.empty()
        : Optional.of("the step before was refused: " + String.join("; ", refusals));
  }
}
