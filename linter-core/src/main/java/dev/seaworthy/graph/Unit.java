package dev.seaworthy.graph;

import org.jspecify.annotations.Nullable;

/**
 * What is applied together: the files of a folder, of a kustomization with all that it names, of a
 * chart, or what somebody has said belongs together. Objects of another unit may as well be in
 * another cluster.
 *
 * @param name what tells it from others; a folder's path, or the pattern that somebody has given
 */
public record Unit(String name) {

  // By hand: what Java makes for records is put together at a first call that a start would wait
  // for.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Unit unit && name.equals(unit.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
