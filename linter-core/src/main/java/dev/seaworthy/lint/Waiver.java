package dev.seaworthy.lint;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rules that are kept quiet in some files, by the project's configuration.
 *
 * @param files whether a file, by its name in diagnostics, is one of them
 * @param rules their ids
 * @param reason why, never blank
 * @param place where it is written
 */
public record Waiver(Predicate<String> files, Set<String> rules, String reason, Location place) {

  public Waiver {
    rules = Set.copyOf(rules);
  }

  /** Whether it is for the file of that name. */
  public boolean isFor(String file) {
    return files.test(file);
  }

  /** That there is no such file. */
  public Diagnostic matchesNothing() {
    return unused("no file that is judged matches these paths, so nothing is kept quiet")
        .withRemedy("correct the paths, or take the suppression out");
  }

  /** That {@code rule} has nothing to say there. */
  public Diagnostic findsNothing(String rule) {
    return unused(rule + " finds nothing in these files that would have to be kept quiet")
        .withRemedy("take it out of the suppression");
  }

  private Diagnostic unused(String message) {
    return Diagnostic.of(SuppressionReview.UNUSED, Severity.INFO, message, place);
  }

  boolean covers(String rule, String file) {
    return rules.contains(rule) && files.test(file);
  }
}
