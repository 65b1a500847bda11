package dev.seaworthy.project;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.project.kustomize.Built;
import dev.seaworthy.project.kustomize.FileTexts;
import dev.seaworthy.project.kustomize.Gap;
import dev.seaworthy.project.kustomize.KustomizationFile;
import dev.seaworthy.project.kustomize.KustomizeBuilds;
import dev.seaworthy.project.kustomize.Refusal;
import dev.seaworthy.project.kustomize.WiderReach;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What kustomizations of an input are to change and what is not there: they are built to see it. Where
 * something of a build cannot be known from the files alone, nothing is told of that. Of those that
 * kustomize refuses wherever they are used, as they are no kustomizations or lead back to themselves,
 * nothing else could be seen: that is told, too, and so are files that they list and that are not there.
 */
public final class MissingTargets {

  private final KustomizeBuilds builder;
  private final InputNames names = new InputNames();

  /** Kustomizations that were built as parts of others, all of which is known. */
  private final Set<Path> settled = new HashSet<>();

  private final Map<String, List<Diagnostic>> told = new HashMap<>();

  private MissingTargets(FileTexts texts, ApiCatalog catalog, WiderReach wider) {
    this.builder = new KustomizeBuilds(texts, catalog, wider);
  }

  /** Whether any of {@code sources} is a kustomization by its name. */
  public static boolean areAmong(List<InputSource> sources) {
    return sources.stream().anyMatch(source -> mayTellOf(source.name()));
  }

  /** Whether something may have to be told of the file {@code name} of an input. */
  public static boolean mayTellOf(String name) {
    return KustomizationFile.NAMES.contains(name.substring(name.lastIndexOf('/') + 1));
  }

  /** What is to be told of each kustomization among {@code sources}, by its name there. */
  public static Map<String, List<Diagnostic>> of(
      List<InputSource> sources, ProjectFiles files, FileRoles roles, ApiCatalog catalog) {
    try (FileTexts texts = files.texts()) {
      MissingTargets targets = new MissingTargets(texts, catalog, new FluxSources(sources, files));
      targets.build(sources, files, roles);
      targets.addMissingFiles(sources, new ListedFiles(files, texts));
      return targets.told;
    }
  }

  private void build(List<InputSource> sources, ProjectFiles files, FileRoles roles) {
    Map<Path, Path> folders = new LinkedHashMap<>();
    for (InputSource source : sources) {
      files.pathOf(source).ifPresent(path -> {
        names.putFile(path, source.name());
        Path folder = path.getParent();
        if (folder != null && isOne(path)) {
          if (roles.changesNamed(folder) || roles.isMadeOfItself(folder)) {
            folders.put(folder, path);
          } else {
            builder.malformed(folder).ifPresent(this::add);
          }
        }
      });
    }
    // What is built of an outer one tells of the inner ones, too.
    folders.keySet().stream().filter(folder -> !roles.isMadeInto(folder)).forEach(this::build);
    folders.keySet().stream().filter(roles::isMadeInto).forEach(this::build);
  }

  private void addMissingFiles(List<InputSource> sources, ListedFiles listed) {
    for (InputSource source : sources) {
      listed.missing(source).forEach(problem -> add(source.name(), problem));
    }
  }

  private static boolean isOne(Path file) {
    return KustomizationFile.isNamedSo(file);
  }

  private void build(Path folder) {
    if (!settled.contains(folder)) {
      builder.of(folder).ifPresent(this::add);
    }
  }

  private void add(Built built) {
    built.refusal().filter(Refusal::isOfItself).ifPresent(this::add);
    if (built.isComponent()) {
      return;
    }
    boolean isUnsure = built.gaps().stream().anyMatch(Gap::isUnsure);
    built
        .refusal()
        .filter(refusal -> refusal.cause() == Refusal.Cause.MISSING)
        .ifPresent(this::add);
    if (isUnsure) {
      return;
    }
    built.gaps().stream().filter(gap -> gap.meant().isPresent()).forEach(this::add);
    for (Path file : built.files()) {
      if (isOne(file) && file.getParent() != null) {
        settled.add(file.getParent());
      }
    }
  }

  private void add(Refusal refusal) {
    add(
        refusal.file(),
        refusal.place(),
        place -> KustomizeReport.refused("kustomize builds nothing: " + refusal.why(), place));
  }

  private void add(Gap gap) {
    add(gap.file(), gap.place(), place -> KustomizeReport.idle(gap, place));
  }

  private interface Saying {
    Diagnostic at(Location place);
  }

  /** Of a file out of the input nothing is told; each thing is told once. */
  private void add(Path file, Span span, Saying saying) {
    if (names.hasFile(file)) {
      add(names.of(file), saying.at(names.locationOf(file, span)));
    }
  }

  private void add(String file, Diagnostic diagnostic) {
    List<Diagnostic> all = told.computeIfAbsent(file, name -> new ArrayList<>());
    if (!all.contains(diagnostic)) {
      all.add(diagnostic);
    }
  }
}
