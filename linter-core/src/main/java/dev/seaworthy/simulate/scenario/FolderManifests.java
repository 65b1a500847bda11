package dev.seaworthy.simulate.scenario;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.FileBytes;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.scenario.BuiltFolders.BuiltFolder;
import dev.seaworthy.simulate.scenario.language.Manifest;
import dev.seaworthy.simulate.scenario.language.Scenario;
import dev.seaworthy.simulate.scenario.language.ScenarioFile;
import dev.seaworthy.simulate.surroundings.Filling;
import dev.seaworthy.simulate.surroundings.StandIn;
import dev.seaworthy.validate.ApiServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The manifests beside a scenario file, all read before the story begins. */
final class FolderManifests {

  /** Folders in folders, to this depth. */
  private static final int DEEPEST = 8;

  private static final Pattern MANIFEST = Pattern.compile("\\.(yaml|yml|json)$");

  private final Map<String, List<Manifest>> files = new LinkedHashMap<>();
  private final Map<String, SourceText> sources = new HashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private final List<Diagnostic> remarks = new ArrayList<>();
  private final List<StandIn> standIns = new ArrayList<>();
  private final ApiCatalog catalog;
  private final BuiltFolders built;
  private final String namespace;

  private FolderManifests(ApiCatalog catalog, BuiltFolders built, String namespace) {
    this.catalog = catalog;
    this.built = built;
    this.namespace = namespace;
  }

  static FolderManifests of(Path folder, Scenario scenario, ApiCatalog catalog, BuiltFolders built)
      throws IOException {
    FolderManifests manifests = new FolderManifests(catalog, built, scenario.namespace());
    for (Scenario.Line line : scenario.steps()) {
      for (String file : line.step().manifests()) {
        if (!manifests.files.containsKey(file)) {
          manifests.load(file, folder, line.place());
        }
      }
    }
    return manifests;
  }

  /** Reads a file, or all manifests of a folder. */
  private void load(String file, Path folder, Location step) throws IOException {
    Path path = folder.resolve(file);
    List<Manifest> objects = new ArrayList<>();
    Optional<BuiltFolder> made = built.of(path);
    if (made.isPresent()) {
      take(made.get(), objects);
    } else if (Files.isDirectory(path)) {
      for (Path each : manifestsIn(path)) {
        read(each, objects);
      }
    } else if (Files.exists(path)) {
      read(path, objects);
    } else {
      problems.add(missing(file, folder, step));
    }
    files.put(file, objects);
  }

  private void take(BuiltFolder made, List<Manifest> objects) {
    sources.putAll(made.sources());
    for (Diagnostic problem : made.problems()) {
      (problem.severity() == Severity.ERROR ? problems : remarks).add(problem);
    }
    made.objects().forEach(object -> add(object, objects));
  }

  private static List<Path> manifestsIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
      return all.filter(Files::isRegularFile)
          .filter(path -> MANIFEST.matcher(path.toString()).find())
          .sorted()
          .toList();
    }
  }

  private static Diagnostic missing(String file, Path folder, Location step) throws IOException {
    List<String> names;
    try (Stream<Path> all = Files.list(folder.toString().isEmpty() ? Path.of(".") : folder)) {
      names = all.map(path -> path.getFileName().toString()).sorted().toList();
    }
    String hint = NearestName.to(file, names)
        .map(near -> "did you mean '" + near + "'?")
        .orElse("names of files count from the scenario's folder");
    return Diagnostic.of(
        ScenarioFile.CODE, Severity.ERROR, "there is no file '%s'; %s".formatted(file, hint), step);
  }

  private void read(Path path, List<Manifest> objects) throws IOException {
    Reading reading = new ManifestReader()
        .read(path.toString(), FileBytes.ofAny(path, ReadLimits.DEFAULT.fileBytes() + 1));
    reading.problems().forEach(each -> problems.add(each.withSeverity(Severity.ERROR)));
    sources.put(path.toString(), reading.source());
    for (Document document : reading.documents()) {
      if (document.root() instanceof Mapping root) {
        add(new InputObject(document.file(), new Resource(root)), objects);
      }
    }
  }

  private void add(InputObject written, List<Manifest> objects) {
    Filling.Filled filled = Filling.of(written, ApiServer.of(catalog)::create);
    standIns.addAll(filled.standIns());
    objects.add(new Manifest(filled.object(), placed(filled.object().resource())));
  }

  /** In the story's namespace, unless it names one or its kind has none. */
  private Resource placed(Resource object) {
    boolean hasNamespace =
        catalog.find(object.gvk()).map(ResourceType::namespaced).orElse(true);
    return hasNamespace && object.namespace().isEmpty()
        ? object.with("metadata.namespace", Scalar.of(namespace))
        : object;
  }

  List<Diagnostic> problems() {
    return List.copyOf(problems);
  }

  /** What is to be known of manifests that can be played. */
  List<Diagnostic> remarks() {
    return List.copyOf(remarks);
  }

  /** The texts of all manifests, as they are written and as they are sent. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    sources.values().forEach(each -> texts.add(new String(each.utf8(), StandardCharsets.UTF_8)));
    written().forEach(object -> texts.add(object.resource().root().toJson()));
    return texts;
  }

  /** What is played in the place of values that the files leave open. */
  List<StandIn> standIns() {
    return List.copyOf(standIns);
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
