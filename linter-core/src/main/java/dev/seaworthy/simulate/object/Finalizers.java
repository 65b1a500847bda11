package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;

/** What holds an object that is to be deleted. */
public final class Finalizers {

  private Finalizers() {}

  public static List<Node> of(Resource object) {
    return object.at("metadata", "finalizers").items();
  }

  public static boolean has(Resource object, String finalizer) {
    for (Node item : of(object)) {
      if (item.text().equals(finalizer)) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code object} is to go and waits for {@code finalizer}. */
  public static boolean isHeldBy(Resource object, String finalizer) {
    return Meta.isBeingDeleted(object) && has(object, finalizer);
  }

  public static Resource with(Resource object, String finalizer) {
    if (has(object, finalizer)) {
      return object;
    }
    List<Node> finalizers = new ArrayList<>(of(object));
    finalizers.add(Scalar.of(finalizer));
    return object.with("metadata.finalizers", Sequence.of(finalizers));
  }

  public static Resource without(Resource object, String finalizer) {
    if (!has(object, finalizer)) {
      return object;
    }
    List<Node> left =
        of(object).stream().filter(item -> !item.text().equals(finalizer)).toList();
    return left.isEmpty()
        ? object.without("metadata", "finalizers")
        : object.with("metadata.finalizers", Sequence.of(left));
  }
}
