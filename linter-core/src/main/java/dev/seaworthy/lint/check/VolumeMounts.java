package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** What containers mount of a volume. */
final class VolumeMounts {

  private VolumeMounts() {}

  /** A mount, and where it stands. */
  record Mount(Container container, Node node, FieldPath path) {

    boolean isReadOnly() {
      return node.get("readOnly").isTrue();
    }
  }

  /** The mounts of the volume of that name, container by container. */
  static List<Mount> of(PodTemplate template, String volume) {
    List<Mount> mounts = new ArrayList<>();
    for (Container container : template.containers()) {
      List<Node> items = container.node().get("volumeMounts").items();
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i).get("name").text().equals(volume)) {
          FieldPath place = container.path().child("volumeMounts").index(i);
          mounts.add(new Mount(container, items.get(i), place));
        }
      }
    }
    return mounts;
  }
}
