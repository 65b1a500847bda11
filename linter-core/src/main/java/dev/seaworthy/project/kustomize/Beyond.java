package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Set;

/** What a kustomization asks of programs, charts and tables of its own, which are not run or read here. */
final class Beyond {

  private static final List<String> FIELDS = List.of(
      "helmCharts",
      "helmChartInflationGenerator",
      "generators",
      "transformers",
      "validators",
      "openapi",
      "crds");

  /** Those that make objects. */
  private static final Set<String> MAKING =
      Set.of("helmCharts", "helmChartInflationGenerator", "generators");

  /** Those that list files. */
  private static final List<String> FILES = List.of("crds");

  /** Those that list files or folders, or hold the text itself. */
  private static final List<String> PLUGINS = List.of("generators", "transformers", "validators");

  private Beyond() {}

  /** Tells what is not done; files that it would take must be there all the same. */
  static void tell(Layer layer) throws BuildFailure {
    for (String field : FIELDS) {
      if (layer.get(field).size() > 0) {
        layer.lacks(
            field, MAKING.contains(field) ? Gap.Kind.OBJECTS : Gap.Kind.CHANGES, layer.get(field));
      }
    }
    Node schema = layer.get("openapi").get("path");
    if (!schema.text().isEmpty()) {
      layer.bytes(schema.text(), schema);
    }
    for (String field : FILES) {
      for (Node file : layer.get(field).items()) {
        layer.bytes(file.text(), file);
      }
    }
    for (String field : PLUGINS) {
      for (Node plugin : layer.get(field).items()) {
        requireOneOf(layer, plugin);
      }
    }
  }

  private static void requireOneOf(Layer layer, Node plugin) throws BuildFailure {
    boolean isText = plugin.text().indexOf('\n') >= 0 || plugin.text().startsWith("{");
    boolean isThere = isText
        || KustomizeBuild.isElsewhere(plugin.text())
        || layer.workshop().bytes(layer.resolve(plugin), layer.mention(plugin)).isPresent()
        || Layer.in(layer.resolve(plugin), layer.workshop()).isPresent();
    if (!isThere) {
      throw KustomizeBuild.missing(layer, plugin);
    }
  }
}
