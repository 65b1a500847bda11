package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.selector.LabelSelector;
import java.util.Map;
import java.util.Set;

/**
 * Labels that pods get once they are made, from controllers or from the program in them, as Vault
 * says which of its pods leads; no template carries them.
 */
public final class RuntimeLabels {

  private static final String POD_NAME = "statefulset.kubernetes.io/pod-name";
  private static final Set<String> JOB_NAMES = Set.of("job-name", "batch.kubernetes.io/job-name");

  private static final Set<String> ALL = Set.of(
      POD_NAME,
      "apps.kubernetes.io/pod-index",
      "job-name",
      "batch.kubernetes.io/job-name",
      "controller-uid",
      "batch.kubernetes.io/controller-uid",
      "pod-template-hash",
      "controller-revision-hash",
      "vault-active",
      "vault-initialized",
      "vault-perf-standby",
      "vault-sealed",
      "vault-version");

  private static final GroupKind STATEFUL_SET = GroupKind.of("apps", "StatefulSet");
  private static final GroupKind JOB = GroupKind.of("batch", "Job");

  private RuntimeLabels() {}

  public static boolean isOne(String key) {
    return ALL.contains(key);
  }

  /** Whether nothing speaks against the run-time labels that {@code selector} asks for. */
  public static boolean mayMatch(LabelSelector selector, String namespace, ResourceGraph graph) {
    for (Map.Entry<String, String> label : selector.equalities().entrySet()) {
      if (label.getKey().equals(POD_NAME)
          && !exists(STATEFUL_SET, ownerOfPod(label.getValue()), namespace, graph)) {
        return false;
      }
      if (JOB_NAMES.contains(label.getKey()) && !exists(JOB, label.getValue(), namespace, graph)) {
        return false;
      }
    }
    return true;
  }

  private static boolean exists(
      GroupKind kind, String name, String namespace, ResourceGraph graph) {
    ObjectKey key = new ObjectKey(kind, namespace, name);
    return graph.isProvided(key) || graph.mayBeMade(key) || graph.mayHaveUnreadablePods(namespace);
  }

  /** {@code db} for the pod {@code db-0}. */
  private static String ownerOfPod(String pod) {
    int dash = pod.lastIndexOf('-');
    return dash < 0 ? pod : pod.substring(0, dash);
  }
}
