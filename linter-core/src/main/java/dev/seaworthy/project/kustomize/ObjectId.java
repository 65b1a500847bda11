package dev.seaworthy.project.kustomize;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.manifest.Mapping;

/** What kustomize knows an object by; no namespace is the one called default. */
record ObjectId(GroupVersionKind gvk, String name, String namespace) {

  private static final String DEFAULT = "default";

  static ObjectId of(Mapping root) {
    String namespace = root.at("metadata", "namespace").text();
    return new ObjectId(
        GroupVersionKind.of(root.get("apiVersion").text(), root.get("kind").text()),
        root.at("metadata", "name").text(),
        namespace.isEmpty() ? DEFAULT : namespace);
  }

  @Override
  public String toString() {
    return gvk.kind() + " " + name;
  }
}
