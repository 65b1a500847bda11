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
      boolean isNone = true;
      for (FieldRow row : layer.workshop().fields().of(FieldStep.REPLICAS)) {
        List<Member> named = members.ever(id -> id.name().equals(name) && row.concerns(id.gvk()));
        named.forEach(member -> count(member, row, each.get("count")));
        isNone &= named.isEmpty();
      }
      if (isNone) {
        layer.misses(
            "replicas of " + name, "replicas is for " + name + ", which is no workload here", each);
      }
    }
  }

  private static void count(Member member, FieldRow row, Node count) {
    member.set(Tree.changed(
        member.root(),
        row.path(),
        row.create(),
        former -> new Scalar(Scalar.Kind.INTEGER, Long.toString(count.longOr(0)), former.span())));
  }
}
