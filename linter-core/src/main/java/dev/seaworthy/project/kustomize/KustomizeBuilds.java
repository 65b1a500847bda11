package dev.seaworthy.project.kustomize;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.manifest.ManifestReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes of kustomizations what {@code kubectl kustomize} makes of them. What several of one run are
 * made of is read and built once.
 */
public final class KustomizeBuilds {

  private final FileTexts texts;
  private final ApiCatalog catalog;
  private final WiderReach wider;
  private final ManifestReader reader = new ManifestReader();
  private final Budget budget = Budget.ofRun(BuildLimits.DEFAULT);
  private final Map<Path, Layer.Head> heads = new HashMap<>();
  private final Map<Path, Part> parts = new HashMap<>();
  private final Map<Path, Path> real = new HashMap<>();

  public KustomizeBuilds(FileTexts texts, ApiCatalog catalog, WiderReach wider) {
    this.texts = texts;
    this.catalog = catalog;
    this.wider = wider;
  }

  /**
   * What the kustomization of {@code folder}, an absolute path, makes; empty if there is none. What
   * kustomize would refuse is a refusal of the result.
   */
  public Optional<Built> of(Path folder) {
    return KustomizeBuild.of(folder, new Workshop(this, Budget.within(budget)));
  }

  /** Why what is written in the kustomization of {@code folder} is none; nothing is built of it. */
  public Optional<Refusal> malformed(Path folder) {
    return KustomizeBuild.malformed(folder, new Workshop(this, Budget.within(budget)));
  }

  FileTexts texts() {
    return texts;
  }

  ManifestReader reader() {
    return reader;
  }

  ApiCatalog catalog() {
    return catalog;
  }

  Path real(Path path) {
    return real.computeIfAbsent(path, texts::real);
  }

  /** Whether the kustomization of {@code folder} may read {@code file}. */
  boolean reaches(Path folder, Path file) {
    Path real = real(file);
    return real.startsWith(real(folder))
        || wider.rootFor(folder).filter(root -> real.startsWith(real(root))).isPresent();
  }

  /** The kustomization files that are known, by folder. */
  Map<Path, Layer.Head> heads() {
    return heads;
  }

  /** What is built already, by folder. */
  Map<Path, Part> parts() {
    return parts;
  }
}
