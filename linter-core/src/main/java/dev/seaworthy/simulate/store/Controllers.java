package dev.seaworthy.simulate.store;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import java.util.Optional;

/** Who answers for an object: its controller, and that one's, up to what nobody controls. */
public final class Controllers {

  /** More than any workload has; two objects may claim to control each other. */
  private static final int HIGHEST = 8;

  private Controllers() {}

  /** The object itself where nobody controls it, or where what does is gone. */
  public static Resource topmost(Resource object, ClusterView view) {
    Resource top = object;
    for (int level = 0; level < HIGHEST; level++) {
      Optional<Resource> above = of(top, view);
      if (above.isEmpty()) {
        return top;
      }
      top = above.get();
    }
    return top;
  }

  private static Optional<Resource> of(Resource object, ClusterView view) {
    return object
        .controller()
        .flatMap(owner -> view.get(
            kindOf(owner).groupKind(), object.namespace(), owner.get("name").text()));
  }

  private static GroupVersionKind kindOf(Node owner) {
    return GroupVersionKind.of(owner.get("apiVersion").text(), owner.get("kind").text());
  }
}
