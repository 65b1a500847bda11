package dev.seaworthy.project;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.Customization.Affix;
import dev.seaworthy.manifest.FileRole;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** One kustomization, as it is written: what it lists, and what it makes of that. */
final class Kustomization {

  private static final GroupKind CONFIG_MAP = GroupKind.of("", "ConfigMap");
  private static final GroupKind SECRET = GroupKind.of("", "Secret");

  /** The words that change objects which must be there. */
  private static final List<String> CHANGES = List.of(
      "patches",
      "patchesStrategicMerge",
      "patchesJson6902",
      "replicas",
      "replacements",
      "components");

  private final Path file;
  private final Path folder;
  private final Node root;
  private final Set<Path> listed;
  private final Set<Path> components;

  /** {@code file} is an absolute path. */
  Kustomization(Path file, Node root) {
    this.file = file;
    this.folder = Objects.requireNonNull(file.getParent(), "the folder of a file");
    this.root = root;
    this.components = paths(root.get("components").items());
    this.listed = new LinkedHashSet<>(paths(root.get("resources").items()));
    this.listed.addAll(paths(root.get("bases").items()));
    this.listed.addAll(components);
  }

  Path file() {
    return file;
  }

  Path folder() {
    return folder;
  }

  /** The files, and folders with kustomizations, that it is made of or changed by. */
  Set<Path> listed() {
    return listed;
  }

  /** Whether it lists its own folder. */
  boolean listsItself() {
    return Stream.of("resources", "bases", "components")
        .flatMap(list -> root.get(list).items().stream())
        .map(each -> each.stringOr(""))
        .anyMatch(part -> isPath(part) && resolve(part).equals(folder));
  }

  /** The folders whose kustomizations change what it is made of. */
  Set<Path> components() {
    return components;
  }

  /** Whether it is made to be filled out by others. */
  boolean isComponent() {
    return root.get("kind").text().equals("Component");
  }

  /** The namespace that it puts everything into; empty if it does not. */
  String namespace() {
    return root.get("namespace").text();
  }

  Affix affix() {
    return new Affix(root.get("namePrefix").text(), root.get("nameSuffix").text());
  }

  /** The labels that its pods get. */
  Map<String, String> podLabels() {
    Map<String, String> labels = new LinkedHashMap<>();
    if (root.get("commonLabels") instanceof Mapping common) {
      labels.putAll(common.strings());
    }
    for (Node more : root.get("labels").items()) {
      boolean ofPods =
          more.get("includeSelectors").isTrue() || more.get("includeTemplates").isTrue();
      if (ofPods && more.get("pairs") instanceof Mapping pairs) {
        labels.putAll(pairs.strings());
      }
    }
    return labels;
  }

  /** Whether it writes selectors, so that they may be left out. */
  boolean writesSelectors() {
    return root.get("commonLabels").size() > 0
        || root.get("labels").items().stream()
            .anyMatch(labels -> labels.get("includeSelectors").isTrue());
  }

  /** The variables that it fills in, by their names. */
  Set<String> variables() {
    return names(root.get("vars"));
  }

  /**
   * Whether it is made of what is not on this disk, too: of URLs, of charts that it inflates, of files
   * that a program is yet to write.
   */
  boolean hasPartsElsewhere() {
    return root.get("helmCharts").size() > 0
        || listed.stream().anyMatch(Files::notExists)
        || Stream.of("resources", "bases", "components")
            .flatMap(list -> root.get(list).items().stream())
            .anyMatch(each -> isElsewhere(each.stringOr("")));
  }

  /** {@code https://…}, {@code github.com/shop/web//base?ref=v1}, {@code git@example.com:shop.git}. */
  static boolean isElsewhere(String part) {
    return part.contains("//")
        || part.contains("?ref=")
        || part.startsWith("git@")
        || part.startsWith("github.com/");
  }

  /** The images that it gives a version, by their names. */
  Set<String> images() {
    return KustomizeImages.names(root.get("images"));
  }

  /** Files that hold replacements, or a list of them. */
  List<Path> replacementFiles() {
    return root.get("replacements").items().stream()
        .map(each -> each.get("path").stringOr(""))
        .filter(Kustomization::isPath)
        .map(this::resolve)
        .toList();
  }

  /** Whether it, or a component of it, may have something that is for objects which must be there. */
  boolean changesNamed() {
    return CHANGES.stream().anyMatch(word -> root.get(word).size() > 0)
        || Stream.of("configMapGenerator", "secretGenerator")
            .flatMap(word -> root.get(word).items().stream())
            .anyMatch(generator -> generator.get("behavior").isPresent());
  }

  /** Whether programs change what nobody can tell from it. */
  boolean hasTransformers() {
    return root.get("transformers").size() > 0;
  }

  /** What its replacements change, as far as it says so itself. */
  List<Node> replacementTargets() {
    return targets(root.get("replacements").items());
  }

  static List<Node> targets(List<Node> replacements) {
    return replacements.stream()
        .flatMap(each -> each.get("targets").items().stream())
        .toList();
  }

  /** The names of the objects that it makes itself, by kind. */
  Map<GroupKind, Set<String>> generated() {
    return Map.of(
        CONFIG_MAP, names(root.get("configMapGenerator")),
        SECRET, names(root.get("secretGenerator")));
  }

  private static Set<String> names(Node generators) {
    Set<String> names = new LinkedHashSet<>();
    generators.items().forEach(each -> names.add(each.get("name").text()));
    return names;
  }

  /** A patch where it is written: in a file, or in the kustomization itself as a text. */
  record WrittenPatch(Node target, Path file, String inline) {}

  List<WrittenPatch> patches() {
    List<WrittenPatch> patches = new ArrayList<>();
    root.get("patchesStrategicMerge").items().forEach(each -> patches.add(patch(each, each)));
    for (String list : List.of("patches", "patchesJson6902")) {
      for (Node each : root.get(list).items()) {
        boolean isName = each.isString();
        patches.add(isName ? patch(each, each) : patch(each.get("path"), each));
      }
    }
    return patches;
  }

  /** Texts of several lines are no paths but what a file would hold. */
  private WrittenPatch patch(Node named, Node whole) {
    String text = named.stringOr("");
    boolean isFile = !text.isEmpty() && text.indexOf('\n') < 0;
    Path path = isFile ? resolve(text) : folder;
    return new WrittenPatch(
        whole.get("target"), path, isFile ? "" : whole.get("patch").stringOr(text));
  }

  /** What files are, which it lists as something else than resources. */
  Map<Path, FileRole> roles() {
    Map<Path, FileRole> roles = new LinkedHashMap<>();
    patches().stream()
        .filter(patch -> patch.inline().isEmpty() && !patch.file().equals(folder))
        .forEach(patch -> roles.putIfAbsent(patch.file(), FileRole.PATCH));
    List<Node> inputs = new ArrayList<>();
    for (String list :
        List.of("generators", "transformers", "validators", "configurations", "crds")) {
      inputs.addAll(root.get(list).items());
    }
    root.get("replacements").items().forEach(each -> inputs.add(each.get("path")));
    inputs.add(root.at("openapi", "path"));
    add(roles, inputs, FileRole.KUSTOMIZE_INPUT);
    addGenerated(roles, root.get("configMapGenerator"));
    addGenerated(roles, root.get("secretGenerator"));
    for (Node chart : root.get("helmCharts").items()) {
      add(roles, List.of(chart.get("valuesFile")), FileRole.CHART_FILE);
      add(roles, chart.get("additionalValuesFiles").items(), FileRole.CHART_FILE);
    }
    return roles;
  }

  private void addGenerated(Map<Path, FileRole> roles, Node generators) {
    for (Node generator : generators.items()) {
      for (Node listed : generator.get("files").items()) {
        String named = listed.stringOr("");
        add(roles, named.substring(named.indexOf('=') + 1), FileRole.GENERATOR_INPUT);
      }
    }
  }

  private void add(Map<Path, FileRole> roles, List<Node> names, FileRole role) {
    names.forEach(name -> add(roles, name.stringOr(""), role));
  }

  private void add(Map<Path, FileRole> roles, String name, FileRole role) {
    if (isPath(name)) {
      roles.putIfAbsent(resolve(name), role);
    }
  }

  private Set<Path> paths(List<Node> names) {
    Set<Path> paths = new LinkedHashSet<>();
    for (Node name : names) {
      Path path = isPath(name.stringOr("")) ? resolve(name.text()) : folder;
      if (!path.equals(folder)) {
        paths.add(path);
      }
    }
    return paths;
  }

  private static boolean isPath(String name) {
    return !name.isEmpty() && name.indexOf('\n') < 0 && !name.contains("://");
  }

  /** A URL with odd characters, or nothing that could be a file here, leads nowhere. */
  private Path resolve(String name) {
    try {
      return folder.resolve(name).normalize();
    } catch (InvalidPathException noPath) {
      return folder;
    }
  }
}
