package dev.seaworthy.project.kustomize;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.manifest.Node;
import java.util.List;

/**
 * A field that a step changes.
 *
 * @param kinds of the objects that have it
 * @param path the keys that lead to it, through all items of lists
 * @param create whether the step makes it where it is not there
 */
record FieldRow(KindPattern kinds, List<String> path, boolean create) {

  static FieldRow of(String kind, String path) {
    return new FieldRow(KindPattern.of(kind), steps(path), false);
  }

  /** As somebody has written it in a kustomization, or in a file of its {@code configurations}. */
  static FieldRow written(Node field) {
    return new FieldRow(
        KindPattern.in(field),
        steps(field.get("path").text()),
        field.get("create").isTrue());
  }

  FieldRow created() {
    return new FieldRow(kinds, path, true);
  }

  FieldRow ofGroup(String name) {
    return new FieldRow(kinds.ofGroup(name), path, create);
  }

  boolean concerns(GroupVersionKind gvk) {
    return kinds.covers(gvk);
  }

  /** Whether a row for the field of {@code other} would be this one again. */
  boolean isAlso(FieldRow other) {
    return kinds.covers(other.kinds) && path.equals(other.path);
  }

  /** A slash within a key is written with a backslash before it. */
  private static List<String> steps(String path) {
    return List.of(path.split("(?<!\\\\)/")).stream()
        .map(step -> step.replace("\\/", "/"))
        .toList();
  }
}
