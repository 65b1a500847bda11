package dev.seaworthy.simulate.controller;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.server.ScalePaths;
import dev.seaworthy.simulate.store.ClusterView;
import java.util.Optional;

/** How many replicas an object wants, of whatever kind it is. */
public final class Scale {

  private Scale() {}

  /** Empty for an object that can't be scaled. */
  public static Optional<Long> of(Resource object, ClusterView view) {
    return ScalePaths.of(object, view).replicasOf(object);
  }

  /** The object that a controller reference names, if it is still the same one. */
  public static Optional<Resource> controller(Node reference, String namespace, ClusterView view) {
    GroupVersionKind gvk = GroupVersionKind.of(
        reference.get("apiVersion").text(), reference.get("kind").text());
    return view.get(
            new ObjectKey(gvk.groupKind(), namespace, reference.get("name").text()))
        .filter(found -> Meta.uid(found).equals(reference.get("uid").text()));
  }
}
