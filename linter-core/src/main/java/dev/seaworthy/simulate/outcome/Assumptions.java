package dev.seaworthy.simulate.outcome;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.simulate.surroundings.Assumption;
import dev.seaworthy.simulate.surroundings.Surroundings;
import java.util.List;

/** What pods need, the input does not hold and is taken to be in the cluster: said, each at its place. */
record Assumptions(Surroundings surroundings) implements ProblemFinder {

  @Override
  public List<Diagnostic> find(Scene scene) {
    return surroundings.assumptions().stream().map(Assumptions::tell).toList();
  }

  private static Diagnostic tell(Assumption assumption) {
    return Origin.in(assumption.from())
        .tell(
            OutcomeCodes.ASSUMED,
            Severity.INFO,
            "assumed: " + assumption.text(),
            assumption.path(),
            "")
        .withRemedy(
            assumption.maker().isPresent()
                ? "nobody knows here what the operator writes; have it in the input to play that"
                : "have it in the input, too; --assume nothing plays what happens without it");
  }
}
