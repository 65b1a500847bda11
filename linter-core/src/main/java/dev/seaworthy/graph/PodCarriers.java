package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.FieldPath;
import java.util.Map;
import java.util.Optional;

/** The kinds that hold a pod template, and where it lies in them. */
public final class PodCarriers {

  private static final FieldPath TEMPLATE = FieldPath.of("spec", "template");
  private static final FieldPath JOB_TEMPLATE =
      FieldPath.of("spec", "jobTemplate", "spec", "template");

  private static final Map<GroupKind, FieldPath> TEMPLATES = Map.ofEntries(
      Map.entry(GroupKind.of("", "Pod"), FieldPath.ROOT),
      Map.entry(GroupKind.of("", "PodTemplate"), FieldPath.of("template")),
      Map.entry(GroupKind.of("", "ReplicationController"), TEMPLATE),
      Map.entry(GroupKind.of("apps", "Deployment"), TEMPLATE),
      Map.entry(GroupKind.of("apps", "ReplicaSet"), TEMPLATE),
      Map.entry(GroupKind.of("apps", "StatefulSet"), TEMPLATE),
      Map.entry(GroupKind.of("apps", "DaemonSet"), TEMPLATE),
      Map.entry(GroupKind.of("batch", "Job"), TEMPLATE),
      Map.entry(GroupKind.of("batch", "CronJob"), JOB_TEMPLATE),
      Map.entry(GroupKind.of("argoproj.io", "Rollout"), TEMPLATE),
      Map.entry(GroupKind.of("apps.openshift.io", "DeploymentConfig"), TEMPLATE),
      Map.entry(
          GroupKind.of("keda.sh", "ScaledJob"), FieldPath.of("spec", "jobTargetRef", "template")),
      Map.entry(GroupKind.of("apps.kruise.io", "CloneSet"), TEMPLATE),
      Map.entry(GroupKind.of("apps.kruise.io", "StatefulSet"), TEMPLATE),
      Map.entry(GroupKind.of("apps.kruise.io", "DaemonSet"), TEMPLATE),
      Map.entry(GroupKind.of("serving.knative.dev", "Service"), TEMPLATE));

  private PodCarriers() {}

  /** Whether objects of the kind hold a pod template. */
  public static boolean isCarrier(GroupKind kind) {
    return TEMPLATES.containsKey(Kinds.canonical(kind));
  }

  /** The pod template of {@code object}; empty if its kind has none or it is left out. */
  public static Optional<PodTemplate> templateOf(InputObject object) {
    FieldPath path = TEMPLATES.get(object.kind());
    if (path == null) {
      return Optional.empty();
    }
    PodTemplate template = new PodTemplate(object, path);
    return template.spec().isMapping() ? Optional.of(template) : Optional.empty();
  }
}
