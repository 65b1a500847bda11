package dev.seaworthy.simulate;

import dev.seaworthy.diagnostic.Severity;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which fields this cluster plays: one row a type of the API. What a manifest sets and no row covers
 * is told to people as not played, so that nobody takes an outcome for more than it is. Whoever
 * teaches a controller, the scheduler or the kubelet a field moves it to {@code played} here.
 */
public final class PlayedFields {

  /**
   * The fields of a type.
   *
   * @param played something in this cluster heeds them
   * @param unseen only the program in a container could tell the difference, and none runs here
   * @param minor not played, but pods come up all the same; what is in no set may keep them from it
   */
  private record Row(Set<String> played, Set<String> unseen, Set<String> minor) {}

  private static final Map<String, Row> ROWS = Map.of(
      "core/v1.PodSpec",
      row(
          "affinity containers hostNetwork nodeName nodeSelector overhead preemptionPolicy priority"
              + " priorityClassName readinessGates resources restartPolicy schedulerName"
              + " schedulingGates terminationGracePeriodSeconds tolerations"
              + " topologySpreadConstraints volumes",
          "automountServiceAccountToken dnsConfig dnsPolicy enableServiceLinks hostAliases hostIPC"
              + " hostPID hostUsers hostname hostnameOverride imagePullSecrets os securityContext"
              + " serviceAccount serviceAccountName setHostnameAsFQDN shareProcessNamespace"
              + " subdomain",
          "ephemeralContainers runtimeClassName"),
      "core/v1.Container",
      row(
          "image name ports readinessProbe resources startupProbe",
          "args command env envFrom imagePullPolicy securityContext stdin stdinOnce"
              + " terminationMessagePath terminationMessagePolicy tty volumeDevices volumeMounts"
              + " workingDir",
          "lifecycle livenessProbe resizePolicy"),
      "core/v1.Probe",
      row(
          "initialDelaySeconds periodSeconds successThreshold",
          "exec failureThreshold grpc httpGet tcpSocket terminationGracePeriodSeconds timeoutSeconds",
          ""),
      "core/v1.ResourceRequirements",
      row("requests", "limits", ""),
      "core/v1.Volume",
      row("name", "configMap downwardAPI emptyDir projected secret", "gitRepo hostPath image"),
      "core/v1.ServiceSpec",
      row(
          "clusterIP clusterIPs ports publishNotReadyAddresses selector",
          "",
          "allocateLoadBalancerNodePorts externalIPs externalName externalTrafficPolicy"
              + " healthCheckNodePort internalTrafficPolicy ipFamilies ipFamilyPolicy"
              + " loadBalancerClass loadBalancerIP loadBalancerSourceRanges sessionAffinity"
              + " sessionAffinityConfig trafficDistribution type"),
      "apps/v1.DeploymentSpec",
      row(
          "minReadySeconds paused progressDeadlineSeconds replicas revisionHistoryLimit selector"
              + " strategy template",
          "",
          ""),
      "apps/v1.ReplicaSetSpec",
      row("minReadySeconds replicas selector template", "", ""),
      "core/v1.ReplicationControllerSpec",
      row("minReadySeconds replicas selector template", "", ""));

  private PlayedFields() {}

  private static Row row(String played, String unseen, String minor) {
    return new Row(words(played), words(unseen), words(minor));
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
  }

  /**
   * How much it matters that a field is not played: a warning where pods may fail to come up because
   * of it or come up later; empty where it is played or could not be seen anyway.
   *
   * @param type as the API's structure names it, {@code core/v1.PodSpec}
   */
  public static Optional<Severity> unplayed(String type, String field) {
    Row row = ROWS.get(type);
    if (row == null || row.played().contains(field) || row.unseen().contains(field)) {
      return Optional.empty();
    }
    return Optional.of(row.minor().contains(field) ? Severity.INFO : Severity.WARNING);
  }
}
