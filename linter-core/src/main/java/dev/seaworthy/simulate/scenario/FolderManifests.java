package dev.seaworthy.simulate.scenario;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.FileBytes;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.scenario.language.Manifest;
import dev.seaworthy.simulate.scenario.language.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The manifests beside a scenario file, all read before the story begins. */
final class FolderManifests {

  private final Map<String, List<Manifest>> files = new LinkedHashMap<>();
  private final Map<String, SourceText> sources = new HashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private final ApiCatalog catalog;

  private FolderManifests(ApiCatalog catalog) {
    this.catalog = catalog;
  }

  static FolderManifests of(Path folder, Scenario scenario, ApiCatalog catalog) throws IOException {
    FolderManifests manifests = new FolderManifests(catalog);
    for (Scenario.Line line : scenario.steps()) {
      for (String file : line.step().manifests()) {
        if (!manifests.files.containsKey(file)) {
          manifests.load(file, folder.resolve(file));
        }
      }
    }
    return manifests;
  }

  private void load(String file, Path path) throws IOException {
    Reading reading = new ManifestReader()
        .read(path.toString(), FileBytes.of(path, ReadLimits.DEFAULT.fileBytes() + 1));
    problems.addAll(reading.problems());
    sources.put(path.toString(), reading.source());
    List<Manifest> objects = new ArrayList<>();
    for (Document document : reading.documents()) {
      if (document.root() instanceof Mapping root) {
        Resource object = new Resource(root);
        objects.add(new Manifest(new InputObject(document.file(), object), placed(object)));
      }
    }
    files.put(file, objects);
  }

  /** In the story's namespace, unless it names one or its kind has none. */
  private Resource placed(Resource object) {
    boolean hasNamespace =
        catalog.find(object.gvk()).map(ResourceType::namespaced).orElse(true);
    return hasNamespace && object.namespace().isEmpty()
        ? object.with("metadata.namespace", Scalar.of(Play.NAMESPACE))
        : object;
  }

  List<Diagnostic> problems() {
    return List.copyOf(problems);
  }

  /** The texts of the files, by the names under which problems know them. */
  Map<String, SourceText> sources() {
    return Map.copyOf(sources);
  }

  /** All objects of all files, as people wrote them. */
  List<InputObject> written() {
    return files.values().stream().flatMap(List::stream).map(Manifest::written).toList();
  }

  /** The objects of a file, in the order written, each in the namespace that it goes to. */
  List<Manifest> read(String file) {
    return files.getOrDefault(file, List.of());
  }
}
