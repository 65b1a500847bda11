package dev.seaworthy.project.kustomize;

import dev.seaworthy.api.GroupVersionKind;
import java.util.List;

/**
 * A field that a step changes.
 *
 * @param kind of the objects that have it; {@code *} for all
 * @param group of that kind; {@code *} if it does not matter
 * @param path the keys that lead to it, through all items of lists
 * @param create whether the step makes it where it is not there
 */
record FieldRow(String kind, String group, List<String> path, boolean create) {

  static FieldRow of(String kind, String path) {
    return new FieldRow(kind, "*", steps(path), false);
  }

  FieldRow created() {
    return new FieldRow(kind, group, path, true);
  }

  FieldRow ofGroup(String name) {
    return new FieldRow(kind, name, path, create);
  }

  boolean concerns(GroupVersionKind gvk) {
    return (kind.equals("*") || kind.equals(gvk.kind()))
        && (group.equals("*") || group.equals(gvk.group()));
  }

  /** A slash within a key is written with a backslash before it. */
  private static List<String> steps(String path) {
    return List.of(path.split("(?<!\\\\)/")).stream()
        .map(step -> step.replace("\\/", "/"))
        .toList();
  }
}
