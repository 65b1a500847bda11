package dev.seaworthy.simulate.server;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Optional;

/** The admission plug-in RuntimeClass: a new pod takes on what its runtime needs besides. */
public final class Overhead implements Admission {

  private static final GroupKind RUNTIME_CLASS = new GroupKind("node.k8s.io", "RuntimeClass");

  @Override
  public Answer judge(Resource object, Optional<Resource> previous, ClusterView view) {
    String name = object.at("spec", "runtimeClassName").text();
    if (!object.groupKind().equals(Kinds.POD) || previous.isPresent() || name.isEmpty()) {
      return Answer.ok(object);
    }
    Optional<Resource> found = view.get(RUNTIME_CLASS, "", name);
    if (found.isEmpty()) {
      return Answer.refused(
          403,
          "Forbidden",
          "pods \""
              + object.at("metadata", "generateName").stringOr(object.name())
              + "\" is forbidden: pod rejected: RuntimeClass \""
              + name
              + "\" not found");
    }
    Node fixed = found.get().at("overhead", "podFixed");
    return Answer.ok(fixed.isAbsent() ? object : object.with("spec.overhead", fixed));
  }
}
