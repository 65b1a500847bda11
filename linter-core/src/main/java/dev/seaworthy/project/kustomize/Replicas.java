package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.List;

/** How many pods a kustomization says that workloads have. */
final class Replicas {

  /** What kustomize knows to have a number of pods. */
  static final List<String> KINDS =
      List.of("Deployment", "ReplicationController", "ReplicaSet", "StatefulSet");

  private Replicas() {}

  static void run(Layer layer, Members members) throws BuildFailure {
    for (Node each : layer.get("replicas").items()) {
      String name = each.get("name").text();
      List<Member> named =
          members.ever(id -> id.name().equals(name) && KINDS.contains(id.gvk().kind()));
      if (named.isEmpty()) {
        layer.misses(
            "replicas of " + name, "replicas is for " + name + ", which is no workload here", each);
      }
      for (Member member : named) {
        member.set(Tree.changed(
            member.root(),
            List.of("spec", "replicas"),
            true,
            former -> new Scalar(
                Scalar.Kind.INTEGER, Long.toString(each.get("count").longOr(0)), former.span())));
      }
    }
  }
}
