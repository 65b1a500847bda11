package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Objects that client-side apply cannot send: it puts all of the object into an annotation, and
 * annotations may have 256 KiB. What says that Argo CD sends it in another way is none of them.
 */
final class ObjectTooLargeToApply implements ObjectCheck {

  private static final long MOST_BYTES = 256 * 1024;

  private static final FieldPath SYNC_OPTIONS =
      FieldPath.of("metadata", "annotations", "argocd.argoproj.io/sync-options");

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    Mapping root = object.resource().root();
    if (isSentOtherwise(object)) {
      return List.of();
    }
    // Written out only where it is near: most objects are a hundred times smaller.
    if (leastSize(root, MOST_BYTES) < MOST_BYTES / 2) {
      return List.of();
    }
    long bytes = root.toJson().getBytes(StandardCharsets.UTF_8).length;
    return bytes <= MOST_BYTES
        ? List.of()
        : List.of(Finding.at(
            object,
            FieldPath.of("metadata", "name"),
            "kubectl apply keeps a copy of this object in an annotation, and " + bytes
                + " bytes do not fit into the " + MOST_BYTES + " that there are"));
  }

  private static boolean isSentOtherwise(InputObject object) {
    String options = object.at(SYNC_OPTIONS).text();
    return options.contains("ServerSideApply=true") || options.contains("Replace=true");
  }

  /** The letters of keys and texts, counted until they are {@code enough}. */
  private static long leastSize(Node node, long enough) {
    if (node instanceof Scalar scalar) {
      return scalar.text().length();
    }
    long size = 0;
    if (node instanceof Mapping mapping) {
      for (int i = 0; i < mapping.size() && size < enough; i++) {
        Mapping.Entry entry = mapping.entry(i);
        size += entry.key().length() + leastSize(entry.value(), enough - size);
      }
      return size;
    }
    List<Node> items = node.items();
    for (int i = 0; i < items.size() && size < enough; i++) {
      size += leastSize(items.get(i), enough - size);
    }
    return size;
  }
}
