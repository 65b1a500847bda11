package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.nio.file.Path;

/** A document of a file that a kustomization lists, which must be an object. */
final class ListedObject {

  private ListedObject() {}

  /** Refuses what is none; a document that holds nothing is passed over. */
  static void check(Node document, Path file) throws BuildFailure {
    boolean isNamed =
        isThere(document.at("metadata", "name")) || document.get("kind").text().endsWith("List");
    boolean isObject = document.isMapping() && isThere(document.get("kind")) && isNamed;
    if (document.isPresent() && !isObject) {
      throw new BuildFailure(
          "what a kustomization lists must be objects with kind and metadata.name, and this is none;"
              + " do not list it, or make a ConfigMap of it under configMapGenerator",
          file,
          document.span());
    }
  }

  /**
   * An object of one of kustomize's own kinds, as some people write values into: to kustomize it is an
   * object as any other, which no cluster knows.
   */
  static boolean isOfTools(Node document) {
    return document.isMapping() && document.get("apiVersion").text().startsWith(LayerChecks.GROUP);
  }

  private static boolean isThere(Node node) {
    return node instanceof Scalar scalar && !scalar.value().isEmpty();
  }
}
