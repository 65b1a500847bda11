package dev.seaworthy.simulate.controller.volumeprotection;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.object.Meta;
import java.util.List;

/** What keeps an object that is to go. */
final class Finalizers {

  private Finalizers() {}

  /** Whether {@code object} is to go and waits for {@code finalizer}. */
  static boolean isHeldBy(Resource object, String finalizer) {
    return Meta.isBeingDeleted(object)
        && object.at("metadata", "finalizers").items().stream()
            .anyMatch(item -> item.text().equals(finalizer));
  }

  static Resource without(Resource object, String finalizer) {
    List<Node> left = object.at("metadata", "finalizers").items().stream()
        .filter(item -> !item.text().equals(finalizer))
        .toList();
    return left.isEmpty()
        ? object.without("metadata", "finalizers")
        : object.with("metadata.finalizers", Sequence.of(left));
  }
}
