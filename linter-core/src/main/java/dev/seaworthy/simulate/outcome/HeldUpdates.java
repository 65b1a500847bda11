package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pods that keep an old template because their workload says so: they wait for a hand. */
final class HeldUpdates implements ProblemFinder {

  private static final Set<GroupKind> KINDS = Set.of(Kinds.DAEMON_SET, Kinds.STATEFUL_SET);

  private static final FieldPath STRATEGY = FieldPath.of("spec", "updateStrategy");

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    for (Resource workload : scene.workloads()) {
      WorkloadState state = WorkloadState.of(workload);
      long old = state.desired() - state.updated();
      if (KINDS.contains(workload.groupKind()) && old > 0) {
        why(workload)
            .ifPresent(why -> found.add(scene
                .origins()
                .of(workload)
                .tell(
                    OutcomeCodes.STUCK,
                    Severity.INFO,
                    "%s keeps %s: %s"
                        .formatted(
                            state.name(),
                            old == 1
                                ? "1 pod of an older template"
                                : old + " pods of an older template",
                            why),
                    STRATEGY,
                    "")));
      }
    }
    return found;
  }

  private static Optional<String> why(Resource workload) {
    if (workload.at("spec", "updateStrategy", "type").text().equals("OnDelete")) {
      return Optional.of("OnDelete replaces them only when somebody deletes them");
    }
    long partition =
        workload.at("spec", "updateStrategy", "rollingUpdate", "partition").longOr(0);
    return partition > 0
        ? Optional.of("its partition leaves those with a number below " + partition)
        : Optional.empty();
  }
}
