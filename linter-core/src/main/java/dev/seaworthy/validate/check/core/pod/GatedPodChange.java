package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.check.change.Restored;
import dev.seaworthy.validate.field.Errors;
import java.util.List;

/** A pod that is not up for scheduling yet may still be told where to go: by more conditions. */
final class GatedPodChange {

  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String TERMS = "nodeSelectorTerms";

  private final Errors errors;
  private final FieldPath spec;

  GatedPodChange(PodScope scope) {
    this.errors = scope.errors();
    this.spec = scope.spec().path();
  }

  /** Judges these changes and gives the spec without them. */
  Mapping judged(Mapping changed, Mapping before) {
    Mapping rest = changed;
    if (!rest.get("nodeSelector").sameAs(before.get("nodeSelector"))) {
      selector(rest.get("nodeSelector"), before.get("nodeSelector"));
      rest = Restored.field(rest, before, "nodeSelector");
    }
    Node now = PodUpdateCheck.nodeAffinity(rest);
    Node then = PodUpdateCheck.nodeAffinity(before);
    if (!now.sameAs(then)) {
      affinity(now, then);
      rest = withOldNodeAffinity(rest, before, then);
    }
    return rest;
  }

  private void selector(Node now, Node before) {
    for (Mapping.Entry entry : before.entries()) {
      if (!now.get(entry.key()).sameAs(entry.value())) {
        errors.invalid(
            spec.child("nodeSelector"), "only-additions", "must keep every label that it had");
        return;
      }
    }
  }

  private void affinity(Node now, Node before) {
    List<Node> then = before.at(REQUIRED, TERMS).items();
    if (before.get(REQUIRED).isAbsent() || then.isEmpty()) {
      return;
    }
    FieldPath path =
        spec.child("affinity").child("nodeAffinity").child(REQUIRED).child(TERMS);
    List<Node> terms = now.at(REQUIRED, TERMS).items();
    if (terms.size() != then.size()) {
      errors.invalid(path, "same-terms", "must not get or lose a term");
      return;
    }
    for (int i = 0; i < then.size(); i++) {
      if (!onlyAdds(terms.get(i), then.get(i))) {
        errors.invalid(path.index(i), "only-additions", "must keep every condition that it had");
      }
    }
  }

  /** A term without conditions matches nothing, and must go on doing so. */
  private static boolean onlyAdds(Node now, Node before) {
    boolean wasEmpty =
        before.get("matchExpressions").size() == 0 && before.get("matchFields").size() == 0;
    boolean isEmpty =
        now.get("matchExpressions").size() == 0 && now.get("matchFields").size() == 0;
    return (!wasEmpty || isEmpty)
        && startsWith(now.get("matchExpressions"), before.get("matchExpressions"))
        && startsWith(now.get("matchFields"), before.get("matchFields"));
  }

  private static boolean startsWith(Node now, Node before) {
    int size = before.size();
    return now.size() >= size
        && Sequence.of(now.items().subList(0, size)).sameAs(Sequence.of(before.items()));
  }

  private static Mapping withOldNodeAffinity(Mapping changed, Mapping before, Node then) {
    Mapping affinity = changed.get("affinity") instanceof Mapping mapping ? mapping : Mapping.EMPTY;
    Mapping restored =
        then.isAbsent() ? affinity.without("nodeAffinity") : affinity.with("nodeAffinity", then);
    boolean gone = restored.size() == 0 && before.get("affinity").isAbsent();
    return gone ? changed.without("affinity") : changed.with("affinity", restored);
  }
}
