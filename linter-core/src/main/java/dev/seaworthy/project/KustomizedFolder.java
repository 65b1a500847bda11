package dev.seaworthy.project;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.project.kustomize.Built;
import dev.seaworthy.project.kustomize.BuiltObject;
import dev.seaworthy.project.kustomize.FileTexts;
import dev.seaworthy.project.kustomize.KustomizeBuilds;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One folder as its kustomization makes it.
 *
 * @param objects in kustomize's order
 * @param sources the texts of the files that were read, by the names that users know them by
 * @param problems errors where kustomize builds nothing; otherwise what the objects lack
 */
public record KustomizedFolder(
    List<FileObject> objects, Map<String, SourceText> sources, List<Diagnostic> problems) {

  public KustomizedFolder {
    objects = List.copyOf(objects);
    sources = Map.copyOf(sources);
    problems = List.copyOf(problems);
  }

  /** An object, and the name of the file that its places are of. */
  public record FileObject(String file, Mapping root) {}

  /** What {@code folder} makes, which users call so; empty if it has no kustomization. */
  public static Optional<KustomizedFolder> of(Path folder, ApiCatalog catalog) {
    Path absolute = folder.toAbsolutePath().normalize();
    return new KustomizeBuilds(
            FileTexts.DISK, catalog, new FluxSources(List.of(), ProjectFiles.DISK))
        .of(absolute)
        .map(built -> of(built, namesFrom(folder, absolute)));
  }

  private static InputNames namesFrom(Path folder, Path absolute) {
    InputNames names = new InputNames();
    names.putFolderOf(absolute, folder.toString().replace(File.separatorChar, '/') + "/any");
    return names;
  }

  private static KustomizedFolder of(Built built, InputNames names) {
    KustomizeReport report = new KustomizeReport(names);
    built.gaps().forEach(report::add);
    built.refusal().ifPresent(report::add);
    List<FileObject> objects = new ArrayList<>();
    for (BuiltObject object : built.objects()) {
      objects.add(new FileObject(names.of(object.file()), object.root()));
    }
    Map<String, SourceText> sources = new LinkedHashMap<>();
    for (Path file : built.files()) {
      String name = names.of(file);
      FileTexts.DISK.read(file).ifPresent(text -> sources.put(name, new SourceText(name, text)));
    }
    return new KustomizedFolder(objects, sources, report.problems());
  }
}
