package dev.seaworthy.simulate.dryrun;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.Comparator;
import java.util.Optional;

/**
 * Objects that are written in a version of the API which a release no longer serves. A cluster that was
 * upgraded still has them, and shows them in the version that it serves: they are the same objects.
 */
final class FormerVersion {

  private static final String SELECTOR = "spec.selector";

  private FormerVersion() {}

  /**
   * {@code written} in the version that {@code catalog} serves; as it is, if it is served so, or not at
   * all. Whether its fields are those of that version is for a server to say.
   */
  static InputObject ofToday(InputObject written, ApiCatalog catalog) {
    Resource object = written.resource();
    if (catalog.find(object.gvk()).isPresent()) {
      return written;
    }
    return served(written, catalog)
        .map(version -> object.with("apiVersion", Scalar.of(version.apiVersion())))
        .map(moved -> new InputObject(written.file(), moved))
        .map(FormerVersion::withSelector)
        .orElse(written);
  }

  /** The newest that is stable. */
  private static Optional<GroupVersionKind> served(InputObject written, ApiCatalog catalog) {
    return catalog.kinds().stream()
        .filter(kind -> kind.groupKind().equals(written.kind()))
        .max(Comparator.comparing((GroupVersionKind kind) -> isStable(kind.version()))
            .thenComparing(GroupVersionKind::version));
  }

  private static boolean isStable(String version) {
    return version.matches("v\\d+");
  }

  /** Former workloads select the labels of their pods, where they do not say otherwise. */
  private static InputObject withSelector(InputObject moved) {
    Optional<Node> labels = moved
        .template()
        .map(PodTemplate::labels)
        .filter(all -> !all.isEmpty())
        .map(Mapping::ofStrings);
    boolean selects = moved.kind().group().equals("apps");
    return labels
        .filter(all -> selects && moved.resource().at("spec", "selector").isAbsent())
        .map(all -> moved.resource().with(SELECTOR, Mapping.of("matchLabels", all)))
        .map(whole -> new InputObject(moved.file(), whole))
        .orElse(moved);
  }
}
