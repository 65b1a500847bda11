package dev.seaworthy.lint;

import dev.seaworthy.diagnostic.Location;
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

  boolean covers(String rule, String file) {
    return rules.contains(rule) && files.test(file);
  }
}
