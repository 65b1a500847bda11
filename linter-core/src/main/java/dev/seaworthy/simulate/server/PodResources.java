package dev.seaworthy.simulate.server;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;

/** The part of a pod that its {@code resize} subresource writes. */
final class PodResources {

  private static final int SINCE = 33;

  private static final List<String> OF_CONTAINERS = List.of("resources", "resizePolicy");

  private PodResources() {}

  /** Whether there is such a subresource of {@code object}. */
  static boolean areServed(Resource object, Release release) {
    return object.groupKind().equals(Kinds.POD) && release.minor() >= SINCE;
  }

  /** {@code stored} with nothing taken over from {@code wanted} but what its containers ask for. */
  static Resource taken(Resource stored, Resource wanted) {
    Node whole = wanted.at("spec", "resources");
    Resource taken = whole.isPresent() ? stored.withAt(whole, "spec", "resources") : stored;
    for (String list : List.of("initContainers", "containers")) {
      List<Node> before = stored.at("spec", list).items();
      List<Node> after = wanted.at("spec", list).items();
      if (!before.isEmpty() && names(before).equals(names(after))) {
        taken = taken.withAt(Sequence.of(taken(before, after)), "spec", list);
      }
    }
    return taken;
  }

  private static List<String> names(List<Node> containers) {
    return containers.stream().map(one -> one.get("name").text()).toList();
  }

  private static List<Node> taken(List<Node> before, List<Node> after) {
    List<Node> containers = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      Mapping container = (Mapping) before.get(i);
      for (String field : OF_CONTAINERS) {
        Node value = after.get(i).get(field);
        container = value.isAbsent() ? container.without(field) : container.with(field, value);
      }
      containers.add(container);
    }
    return containers;
  }
}
