package dev.seaworthy.lint;

import dev.seaworthy.cel.CelProgram;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.NearMiss;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.ClosedWorld.Missing;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks a rule of each place that names another object; its condition excuses some of them. */
final class ReferenceRule {

  private final ActiveRule active;
  private final ResourceGraph graph;
  private final ClosedWorld world;

  ReferenceRule(ActiveRule active, ResourceGraph graph, ClosedWorld world) {
    this.active = active;
    this.graph = graph;
    this.world = world;
  }

  List<Finding> judge(Scope scope) throws CelProgram.Failure {
    List<Finding> findings = new ArrayList<>();
    if (scope.object().isControlled()) {
      return findings;
    }
    Set<String> told = new HashSet<>();
    for (Reference reference : graph.referencesOf(scope.object())) {
      boolean concerned =
          active.rule().targets().isEmpty() || active.rule().targets().contains(reference.kind());
      if (concerned) {
        Optional<Missing> missing = world.missing(reference);
        if (missing.isPresent()
            && !active.holds(scope, self(reference), reference.path().lastStep())
            && told.add(key(reference))) {
          findings.add(finding(scope, reference, missing.get()));
        }
      }
    }
    return findings;
  }

  /** One finding for each container and name, however often the container writes it. */
  private static String key(Reference reference) {
    String path = reference.path().toString();
    int container = path.indexOf("ontainers[");
    String holder = container < 0 ? "" : path.substring(0, path.indexOf(']', container));
    return reference.kind() + " " + reference.name() + " " + holder;
  }

  private static Node self(Reference reference) {
    return Mapping.of(
        "name", Scalar.of(reference.name()),
        "namespace", Scalar.of(reference.namespace()),
        "kind", Scalar.of(reference.kind().kind()),
        "group", Scalar.of(reference.kind().group()),
        "field", Scalar.of(reference.path().lastStep()),
        "path", Scalar.of(reference.path().withoutIndices()),
        "optional", Scalar.of(reference.optional()));
  }

  private Finding finding(Scope scope, Reference reference, Missing missing)
      throws CelProgram.Failure {
    String message = active.message(scope, self(reference), reference.path().lastStep());
    Optional<NearMiss> near = missing.near();
    Finding finding = Finding.at(
        scope.object(),
        reference.path(),
        near.map(miss -> message + "; there is " + miss.text()).orElse(message));
    Optional<InputObject> other = near.flatMap(graph::find);
    return other
        .map(object ->
            finding.related(object, FieldPath.of("metadata", "name"), "this one is there"))
        .orElse(finding);
  }
}
