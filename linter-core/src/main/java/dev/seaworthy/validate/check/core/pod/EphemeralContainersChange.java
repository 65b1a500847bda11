package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/**
 * Ephemeral containers only come: those that are there stay as they are. Mirrors
 * ValidatePodEphemeralContainersUpdate.
 */
final class EphemeralContainersChange {

  private final PodScope scope;
  private final Value containers;
  private final Value annotations;
  private final Errors errors;

  EphemeralContainersChange(PodScope scope) {
    this.scope = scope;
    this.containers = scope.spec().at("ephemeralContainers");
    this.annotations = scope.metadata().at("annotations");
    this.errors = scope.errors();
  }

  void check() {
    if (annotations.key(PodAnnotationsCheck.MIRROR).previous().isPresent()) {
      errors.forbidden(FieldPath.ROOT, "no-mirror", "must not be a static pod");
    }
    for (Node before : containers.previous().items()) {
      stays(before);
    }
  }

  private void stays(Node before) {
    String name = before.get("name").text();
    boolean isThere = containers.node().items().stream().anyMatch(one -> isNamed(one, name));
    boolean isSame = containers.node().items().stream()
        .anyMatch(one -> isNamed(one, name) && isSame(one, before));
    if (!isSame) {
      errors.forbidden(
          containers.path(),
          "immutable",
          "must not " + (isThere ? "change" : "lose") + " the container '" + name + "'");
    }
  }

  private boolean isSame(Node one, Node before) {
    return scope.request().same(containers.path().index(0), one, before);
  }

  private static boolean isNamed(Node container, String name) {
    return container.get("name").text().equals(name);
  }
}
