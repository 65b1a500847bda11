package dev.seaworthy.report;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.diagnostic.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A story that was played as a test.
 *
 * @param file the scenario file
 * @param name what the story calls itself; the file's folder where it does not
 * @param purpose what it shows; empty where it does not say
 * @param seed of the order of chance that was played; 0 where nothing was left to chance
 * @param played how long it lasted, in virtual time
 * @param expectations how many things it expected
 * @param failed how many of them were otherwise
 * @param problems what was otherwise, and what else there is to say of it
 * @param sources the texts of its files by their names, to quote from
 */
public record ScenarioReport(
    String file,
    String name,
    String purpose,
    long seed,
    Duration played,
    int expectations,
    int failed,
    List<Diagnostic> problems,
    Map<String, SourceText> sources) {

  public ScenarioReport {
    problems = List.copyOf(problems);
    sources = Map.copyOf(sources);
  }

  /** Whether nothing in it is as grave as {@code failOn}; without one, errors count. */
  public boolean passed(Optional<Severity> failOn) {
    Severity threshold = failOn.orElse(Severity.ERROR);
    return problems.stream().noneMatch(problem -> problem.severity().isAtLeast(threshold));
  }
}
