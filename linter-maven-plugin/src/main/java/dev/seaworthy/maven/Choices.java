package dev.seaworthy.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the build asks for, in the words of {@link LintMojo}; its paths are complete. A word that is
 * empty leaves it to the project's configuration.
 *
 * @param configuration empty for the nearest one
 * @param reports the folder to write reports to
 * @param project the folder that {@code excludes} count from
 * @param root the root of the build
 * @param fixes what to mend; nothing for a goal that tells
 */
public record Choices(
    List<String> paths,
    Optional<Path> configuration,
    Optional<Path> baseline,
    String kubernetes,
    String profile,
    String failOn,
    List<String> enable,
    List<String> disable,
    String references,
    List<String> schemaLocations,
    List<String> crds,
    boolean strictKinds,
    String notKubernetes,
    String placeholders,
    List<String> excludes,
    List<String> formats,
    Path reports,
    Path project,
    Path root,
    Fixes fixes) {

  public Choices {
    paths = List.copyOf(paths);
    enable = List.copyOf(enable);
    disable = List.copyOf(disable);
    schemaLocations = List.copyOf(schemaLocations);
    crds = List.copyOf(crds);
    excludes = List.copyOf(excludes);
    formats = List.copyOf(formats);
  }

  /** The same, for a goal that writes reports. */
  Choices reporting(String severity, List<String> forms, Path folder) {
    return new Choices(
        paths,
        configuration,
        baseline,
        kubernetes,
        profile,
        severity,
        enable,
        disable,
        references,
        schemaLocations,
        crds,
        strictKinds,
        notKubernetes,
        placeholders,
        excludes,
        forms,
        folder,
        project,
        root,
        fixes);
  }

  /** The same, for a goal that mends. */
  Choices mending(Fixes what) {
    return new Choices(
        paths,
        configuration,
        baseline,
        kubernetes,
        profile,
        failOn,
        enable,
        disable,
        references,
        schemaLocations,
        crds,
        strictKinds,
        notKubernetes,
        placeholders,
        excludes,
        formats,
        reports,
        project,
        root,
        what);
  }
}
