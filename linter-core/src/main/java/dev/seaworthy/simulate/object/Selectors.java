package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;

/** Reads {@code spec.selector}, whichever of its two forms an object has. */
public final class Selectors {

  private Selectors() {}

  /**
   * What {@code object} selects; nothing if it has no selector. The selector of a Service or a
   * ReplicationController, the older form, is a plain mapping of labels.
   */
  public static LabelSelector of(Resource object) {
    Node selector = object.root().get("spec").get("selector");
    if (!isPlain(object.kind())) {
      return LabelSelector.of(selector);
    }
    return selector instanceof Mapping labels
        ? LabelSelector.ofLabels(labels.strings())
        : LabelSelector.NOTHING;
  }

  private static boolean isPlain(String kind) {
    return kind.equals("Service") || kind.equals("ReplicationController");
  }
}
