package dev.seaworthy.simulate.dryrun;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.simulate.outcome.OutcomeRecorder;
import dev.seaworthy.simulate.outcome.OverwrittenObjects;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * In which order manifests are applied, and which of them: where one object stands several times, the
 * last counts.
 */
final class ApplyOrder {

  private static final List<GroupKind> FIRST = List.of(
      Kinds.NAMESPACE,
      GroupKind.of("apiextensions.k8s.io", "CustomResourceDefinition"),
      Kinds.STORAGE_CLASS,
      Kinds.PERSISTENT_VOLUME,
      Kinds.PERSISTENT_VOLUME_CLAIM,
      Kinds.PRIORITY_CLASS,
      Kinds.RUNTIME_CLASS,
      Kinds.SERVICE_ACCOUNT);

  private final OverwrittenObjects overwritten = new OverwrittenObjects();
  private final List<AppliedManifest> manifests;

  /** {@code keyOf}: which object in the cluster a manifest is about. */
  ApplyOrder(List<AppliedManifest> manifests, Function<InputObject, ObjectKey> keyOf) {
    this.manifests = manifests;
    manifests.forEach(
        manifest -> overwritten.add(keyOf.apply(manifest.object()), manifest.object()));
  }

  /** The same, where {@code recorder} is told what stands there several times. */
  ApplyOrder telling(OutcomeRecorder recorder) {
    overwritten.tell().ifPresent(recorder::remark);
    return this;
  }

  /**
   * What others live in or are made with comes first, as kustomize, Helm and whatever else applies
   * folders sort it; the rest as it is written.
   */
  List<AppliedManifest> manifests() {
    return counting().stream()
        .sorted(Comparator.comparingInt(ApplyOrder::place))
        .toList();
  }

  private List<AppliedManifest> counting() {
    Set<InputObject> covered = overwritten.covered();
    return covered.isEmpty()
        ? manifests
        : manifests.stream()
            .filter(manifest -> !covered.contains(manifest.object()))
            .toList();
  }

  private static int place(AppliedManifest manifest) {
    int place = FIRST.indexOf(manifest.object().kind());
    return place < 0 ? FIRST.size() : place;
  }
}
