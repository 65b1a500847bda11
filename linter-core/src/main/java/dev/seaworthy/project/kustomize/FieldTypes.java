package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Of which types the fields of a kustomization are; kustomize takes no number for a text. */
final class FieldTypes {

  private enum Type {
    TEXT("a text; numbers and true stand in quotes", Node::isString),
    TRUTH("true or false, without quotes", node -> node.asBoolean().isPresent()),
    NUMBER("a whole number, without quotes", FieldTypes::isWhole),
    MAP("a map", Node::isMapping),
    TEXTS("a map of texts; numbers and true stand in quotes", FieldTypes::isOfTexts),
    LIST("a list of texts", list -> isListOf(list, Node::isString)),
    MAPS("a list of maps", list -> isListOf(list, Node::isMapping));

    private final String called;
    private final Predicate<Node> holds;

    Type(String called, Predicate<Node> holds) {
      this.called = called;
      this.holds = holds;
    }
  }

  private static final String SELECTOR = "group version kind name namespace";

  /** By the way to a field; a list is passed through. */
  private static final Map<String, Type> BY_PATH = table();

  private FieldTypes() {}

  private static Map<String, Type> table() {
    Map<String, Type> table = new HashMap<>();
    put(table, "", Type.TEXT, "apiVersion kind namePrefix nameSuffix namespace");
    put(table, "", Type.TEXTS, "commonLabels commonAnnotations openapi");
    put(table, "", Type.MAP, "generatorOptions metadata sortOptions");
    put(table, "", Type.LIST, """
        resources bases components crds configurations generators transformers validators
        patchesStrategicMerge buildMetadata""");
    put(table, "", Type.MAPS, """
        labels patches patchesJson6902 images replacements replicas configMapGenerator secretGenerator
        vars helmCharts helmChartInflationGenerator""");
    put(table, "labels", Type.TRUTH, "includeSelectors includeTemplates");
    put(table, "labels", Type.TEXTS, "pairs");
    put(table, "labels", Type.MAPS, "fields");
    for (String patches : List.of("patches", "patchesJson6902")) {
      put(table, patches, Type.TEXT, "path patch");
      put(table, patches, Type.MAP, "target options");
      put(table, patches + ".target", Type.TEXT, SELECTOR + " labelSelector annotationSelector");
    }
    put(table, "images", Type.TEXT, "name newName newTag tagSuffix digest");
    put(table, "replicas", Type.TEXT, "name");
    put(table, "replicas", Type.NUMBER, "count");
    put(table, "replacements", Type.TEXT, "path sourceValue");
    put(table, "replacements", Type.MAP, "source");
    put(table, "replacements", Type.MAPS, "targets");
    put(table, "replacements.source", Type.TEXT, SELECTOR + " fieldPath");
    put(table, "replacements.targets", Type.MAP, "select options");
    put(table, "replacements.targets", Type.MAPS, "reject");
    put(table, "replacements.targets", Type.LIST, "fieldPaths");
    put(table, "vars", Type.TEXT, "name");
    put(table, "vars", Type.MAP, "objref fieldref");
    put(table, "vars.objref", Type.TEXT, "apiVersion " + SELECTOR);
    put(table, "vars.fieldref", Type.TEXT, "fieldPath");
    for (String generator : List.of("configMapGenerator", "secretGenerator")) {
      put(table, generator, Type.TEXT, "name namespace behavior env type");
      put(table, generator, Type.LIST, "literals files envs");
      put(table, generator, Type.MAP, "options");
      options(table, generator + ".options");
    }
    options(table, "generatorOptions");
    return Map.copyOf(table);
  }

  private static void options(Map<String, Type> table, String path) {
    put(table, path, Type.TEXTS, "labels annotations");
    put(table, path, Type.TRUTH, "disableNameSuffixHash immutable");
  }

  private static void put(Map<String, Type> table, String path, Type type, String fields) {
    for (String field : fields.split("\\s+")) {
      table.put(path.isEmpty() ? field : path + "." + field, type);
    }
  }

  private static boolean isWhole(Node node) {
    return node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.INTEGER;
  }

  private static boolean isOfTexts(Node node) {
    return node.isMapping()
        && node.entries().stream()
            .allMatch(entry -> entry.value().isAbsent() || entry.value().isString());
  }

  private static boolean isListOf(Node node, Predicate<Node> item) {
    return node.isSequence()
        && node.items().stream().allMatch(one -> one.isAbsent() || item.test(one));
  }

  /** Refuses the kustomization {@code root} of {@code file} if a field has another type. */
  static void check(Mapping root, Path file) throws BuildFailure {
    check(root, "", file);
  }

  private static void check(Node holder, String path, Path file) throws BuildFailure {
    for (Mapping.Entry entry : holder.entries()) {
      String inner = path.isEmpty() ? entry.key() : path + "." + entry.key();
      Type type = BY_PATH.get(inner);
      Node value = entry.value();
      if (type == null || value.isAbsent()) {
        continue;
      }
      if (!type.holds.test(value)) {
        throw BuildFailure.ofMalformed(inner + " must be " + type.called, file, entry.keySpan());
      }
      check(value, inner, file);
      for (Node item : value.items()) {
        check(item, inner, file);
      }
    }
  }
}
