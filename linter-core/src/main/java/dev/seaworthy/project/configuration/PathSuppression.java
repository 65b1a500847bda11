package dev.seaworthy.project.configuration;

import dev.seaworthy.diagnostic.Location;
import java.util.List;
import java.util.Set;

/**
 * Rules that are kept quiet in some files.
 *
 * @param paths patterns as in {@code .gitignore}
 * @param reason why, never blank
 * @param place where it is written
 */
public record PathSuppression(
    List<String> paths, Set<String> rules, String reason, Location place) {

  public PathSuppression {
    paths = List.copyOf(paths);
    rules = Set.copyOf(rules);
  }
}
