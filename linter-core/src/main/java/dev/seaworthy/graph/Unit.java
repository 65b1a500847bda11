package dev.seaworthy.graph;

/**
 * What is applied together: the files of a folder, of a kustomization with all that it names, of a
 * chart, or what somebody has said belongs together. Objects of another unit may as well be in
 * another cluster.
 *
 * @param name what tells it from others; a folder's path, or the pattern that somebody has given
 */
public record Unit(String name) {

  @Override
  public String toString() {
    return name;
  }
}
