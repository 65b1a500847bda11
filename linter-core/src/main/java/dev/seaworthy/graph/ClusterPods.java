package dev.seaworthy.graph;

import dev.seaworthy.api.selector.LabelSelector;
import java.util.Map;
import java.util.Set;

/** Pods of the cluster itself: kubelets start them from files on their nodes, or who installs it does. */
public final class ClusterPods {

  private static final Map.Entry<String, String> OF_CONTROL_PLANE =
      Map.entry("tier", "control-plane");
  private static final Set<String> PROGRAM_LABELS = Set.of("component", "k8s-app");
  private static final Set<String> PROGRAMS = Set.of(
      "etcd",
      "kube-apiserver",
      "kube-controller-manager",
      "kube-dns",
      "kube-proxy",
      "kube-scheduler");

  private ClusterPods() {}

  /** Whether {@code selector} is for such pods, by the labels that kubeadm and others give them. */
  public static boolean areMeantBy(LabelSelector selector) {
    return selector.equalities().entrySet().stream()
        .anyMatch(label -> label.equals(OF_CONTROL_PLANE)
            || PROGRAM_LABELS.contains(label.getKey()) && PROGRAMS.contains(label.getValue()));
  }
}
