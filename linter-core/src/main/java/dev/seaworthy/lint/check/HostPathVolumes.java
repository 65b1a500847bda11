package dev.seaworthy.lint.check;

import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** The directories of nodes that pods ask for. */
final class HostPathVolumes {

  private HostPathVolumes() {}

  /**
   * A directory of the node.
   *
   * @param path cleaned: without {@code .}, {@code ..} and needless slashes
   * @param place where the path stands
   */
  record HostPath(String volume, String path, FieldPath place) {}

  static List<HostPath> of(PodTemplate template) {
    List<HostPath> found = new ArrayList<>();
    List<Node> volumes = template.spec().get("volumes").items();
    for (int i = 0; i < volumes.size(); i++) {
      Node path = volumes.get(i).at("hostPath", "path");
      if (path.isString()) {
        FieldPath place = template.specPath().child("volumes").index(i).child("hostPath");
        found.add(new HostPath(
            volumes.get(i).get("name").text(), clean(path.text()), place.child("path")));
      }
    }
    return found;
  }

  /** The shortest way to write an absolute path, as Go's path.Clean does. */
  static String clean(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        parts.subList(Math.max(0, parts.size() - 1), parts.size()).clear();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return "/" + String.join("/", parts);
  }
}
