package dev.seaworthy.lint.check;

import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.Repair;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.Optional;

/** What to say of an object in a version that is on its way out, and how to mend it. */
final class OutgoingVersion {

  private static final FieldPath API_VERSION = FieldPath.of("apiVersion");

  private OutgoingVersion() {}

  /** A finding at {@code apiVersion} that says what takes the version's place. */
  static Finding finding(
      InputObject object, ApiLifecycle.Entry entry, String message, CheckContext context) {
    Finding finding = Finding.at(object, API_VERSION, message).withRemedy(remedy(entry));
    return repair(object, entry, context).map(finding::withRepair).orElse(finding);
  }

  private static String remedy(ApiLifecycle.Entry entry) {
    String shape = entry.keepsItsShape() ? "" : " (" + entry.shapeChange() + ")";
    return entry
        .replacement()
        .map(gvk -> "Write " + gvk + shape + ".")
        .orElse("There is no replacement" + shape + ".");
  }

  /** One line changes, if nothing else has to and the release serves the replacement. */
  private static Optional<Repair> repair(
      InputObject object, ApiLifecycle.Entry entry, CheckContext context) {
    Optional<GroupVersionKind> replacement =
        entry.replacement().filter(gvk -> gvk.kind().equals(entry.gvk().kind()));
    boolean safe = entry.keepsItsShape() || isBudgetWithSameMeaning(object, entry);
    return replacement
        .filter(gvk -> safe && context.catalog().find(gvk).isPresent())
        .map(gvk -> Repair.inForm().put(API_VERSION, Scalar.of(gvk.apiVersion())));
  }

  /** Of {@code policy/v1beta1} only an empty selector means something else in {@code policy/v1}. */
  private static boolean isBudgetWithSameMeaning(InputObject object, ApiLifecycle.Entry entry) {
    Node selector = object.at(FieldPath.of("spec", "selector"));
    boolean budget =
        entry.gvk().equals(new GroupVersionKind("policy", "v1beta1", "PodDisruptionBudget"));
    return budget
        && (selector.isAbsent()
            || selector.get("matchLabels").size()
                    + selector.get("matchExpressions").size()
                > 0);
  }
}
