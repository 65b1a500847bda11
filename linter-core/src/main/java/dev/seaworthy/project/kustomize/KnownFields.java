package dev.seaworthy.project.kustomize;

import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields that Kustomize 5 knows of a kustomization, those that it gives up among them. It refuses
 * any other, and takes no offence at upper and lower case. Maps of one's own words, and charts, which
 * are not built here, may hold anything.
 */
final class KnownFields {

  private static final String GVK = "group version kind ";
  private static final String SELECTOR = GVK + "name namespace annotationSelector labelSelector";
  private static final String OPTIONS = "labels annotations disableNameSuffixHash immutable";
  private static final String GENERATOR = "name namespace behavior literals files envs env options";
  private static final String FIELD_OPTIONS = "delimiter index encoding create";

  /** Names of fields by the way to what has them; a list is passed through. */
  private static final Map<String, List<String>> BY_PATH = table();

  private KnownFields() {}

  private static Map<String, List<String>> table() {
    Map<String, List<String>> table = new HashMap<>();
    know(table, "", """
        apiVersion kind metadata openapi namePrefix nameSuffix namespace commonLabels labels
        commonAnnotations patchesStrategicMerge patchesJson6902 patches images imageTags replacements
        replicas vars sortOptions resources components crds bases configMapGenerator secretGenerator
        helmGlobals helmCharts helmChartInflationGenerator generatorOptions configurations generators
        transformers validators buildMetadata""");
    know(table, "metadata", "name namespace labels annotations");
    know(table, "labels", "pairs includeSelectors includeTemplates fields");
    know(table, "labels.fields", GVK + "path create");
    for (String patches : List.of("patches", "patchesJson6902")) {
      know(table, patches, "path patch target options");
      know(table, patches + ".target", SELECTOR);
    }
    know(table, "images", "name newName tagSuffix newTag digest");
    know(table, "replacements", "path source sourceValue targets");
    know(table, "replacements.source", GVK + "name namespace fieldPath options");
    know(table, "replacements.source.options", FIELD_OPTIONS);
    know(table, "replacements.targets", "select reject fieldPaths options");
    know(table, "replacements.targets.select", SELECTOR);
    know(table, "replacements.targets.reject", SELECTOR);
    know(table, "replacements.targets.options", FIELD_OPTIONS);
    know(table, "replicas", "name count");
    know(table, "vars", "name objref fieldref");
    know(table, "vars.objref", "apiVersion " + GVK + "name namespace");
    know(table, "vars.fieldref", "fieldPath");
    know(table, "sortOptions", "order legacySortOptions");
    know(table, "sortOptions.legacySortOptions", "orderFirst orderLast");
    know(table, "configMapGenerator", GENERATOR);
    know(table, "configMapGenerator.options", OPTIONS);
    know(table, "secretGenerator", GENERATOR + " type");
    know(table, "secretGenerator.options", OPTIONS);
    know(table, "generatorOptions", OPTIONS);
    return Map.copyOf(table);
  }

  private static void know(Map<String, List<String>> table, String path, String fields) {
    table.put(path, List.of(fields.split("\\s+")));
  }

  /** The kustomization {@code root} of {@code file} with its fields as they are called. */
  static Mapping named(Mapping root, Path file) throws BuildFailure {
    return named(root, "", file);
  }

  private static Mapping named(Mapping holder, String path, Path file) throws BuildFailure {
    List<String> known = BY_PATH.get(path);
    if (known == null) {
      return holder;
    }
    List<Mapping.Entry> entries = new ArrayList<>(holder.size());
    for (Mapping.Entry entry : holder.entries()) {
      String field = known.stream()
          .filter(name -> name.equalsIgnoreCase(entry.key()))
          .findFirst()
          .orElse("");
      if (field.isEmpty()) {
        throw unknown(entry, path, known, file);
      }
      String inner = path.isEmpty() ? field : path + "." + field;
      entries.add(new Mapping.Entry(field, entry.keySpan(), named(entry.value(), inner, file)));
    }
    return holder.holding(entries);
  }

  private static Node named(Node value, String path, Path file) throws BuildFailure {
    if (value instanceof Mapping mapping) {
      return named(mapping, path, file);
    }
    if (value instanceof Sequence list && BY_PATH.containsKey(path)) {
      List<Node> items = new ArrayList<>(list.items().size());
      for (Node item : list.items()) {
        items.add(named(item, path, file));
      }
      return new Sequence(items, list.span());
    }
    return value;
  }

  private static BuildFailure unknown(
      Mapping.Entry entry, String path, List<String> known, Path file) {
    Optional<String> near = NearestName.to(entry.key(), known);
    return BuildFailure.ofMalformed(
        "unknown field \"" + entry.key() + "\"" + (path.isEmpty() ? "" : " in " + path)
            + near.map(name -> "; did you mean " + name + "?").orElse(""),
        file,
        entry.keySpan());
  }
}
