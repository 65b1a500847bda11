package dev.seaworthy.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the build asks for, in the words of the goals; its paths are complete. A word that is
 * empty leaves it to the project's configuration.
 *
 * @param configuration empty for the nearest one
 * @param project the folder that {@code excludes} count from
 * @param root the root of the build
 * @param task what to do with what is wrong
 */
public record Choices(
    List<String> paths,
    Optional<Path> configuration,
    Optional<Path> baseline,
    String kubernetes,
    String profile,
    List<String> enable,
    List<String> disable,
    String references,
    List<String> schemaLocations,
    List<String> crds,
    boolean strictKinds,
    String notKubernetes,
    String placeholders,
    List<String> excludes,
    Path project,
    Path root,
    Task task) {

  public Choices {
    paths = List.copyOf(paths);
    enable = List.copyOf(enable);
    disable = List.copyOf(disable);
    schemaLocations = List.copyOf(schemaLocations);
    crds = List.copyOf(crds);
    excludes = List.copyOf(excludes);
  }
}
