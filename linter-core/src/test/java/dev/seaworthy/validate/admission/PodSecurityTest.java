package dev.seaworthy.validate.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.field.Warning;
import org.junit.jupiter.api.Test;

/** A namespace's level turns pods away, and warns of workloads that make such pods. */
class PodSecurityTest {

  private static final String DEPLOYMENT = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {hostPID: true, containers: [{name: main, image: "web:1"}]}
      """;

  private static Admitted namespace(String labels) {
    return Admitted.partly(manifest(labels));
  }

  private static String manifest(String labels) {
    return "{apiVersion: v1, kind: Namespace, metadata: {name: default, labels: {" + labels + "}}}";
  }

  private static String enforcing(String level) {
    return "pod-security.kubernetes.io/enforce: " + level;
  }

  @Test
  void aPodThatDoesNotMeetTheLevelIsTurnedAway() {
    Verdict verdict = namespace(enforcing("baseline")).pod("hostPID: true", "hostIPC: true");

    assertThat(verdict.code()).isEqualTo(403);
    assertThat(verdict.causes()).isEmpty();
    assertThat(verdict.denial().orElseThrow().plugin()).isEqualTo(PluginName.POD_SECURITY);
    assertThat(verdict.denial().orElseThrow().asCauses())
        .extracting(cause -> cause.field().toString())
        .containsExactly("spec.hostPID", "spec.hostIPC");
  }

  @Test
  void aPodThatMeetsItIsLetIn() {
    Verdict verdict = namespace(enforcing("baseline")).pod();

    assertThat(verdict.accepted()).isTrue();
    assertThat(verdict.warnings()).isEmpty();
  }

  @Test
  void aWorkloadIsLetInWithAWarning() {
    Verdict verdict = namespace(enforcing("baseline")).create(DEPLOYMENT);

    assertThat(verdict.accepted()).isTrue();
    assertThat(verdict.warnings())
        .extracting(Warning::field)
        .singleElement()
        .hasToString("spec.template.spec");
  }

  @Test
  void aNamespaceThatNobodyKnowsAsksNothing() {
    assertThat(Admitted.partly("").pod("hostPID: true").accepted()).isTrue();
  }

  @Test
  void anUpdateThatLeavesContainersAloneIsNotJudgedAgain() {
    String pod = "{apiVersion: v1, kind: Pod, metadata: {name: web%s}, spec: {hostPID: true,"
        + " containers: [{name: main, image: 'web:%d'}]}}";
    Admitted cluster = namespace(enforcing("baseline"));

    assertThat(cluster
            .update(pod.formatted(", labels: {a: b}", 1), pod.formatted("", 1))
            .accepted())
        .isTrue();
    assertThat(cluster.update(pod.formatted("", 2), pod.formatted("", 1)).accepted())
        .isFalse();
  }

  @Test
  void containersToDebugWithAreJudgedWhenTheyCome() {
    String pod = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec: {containers: [{name: main, image: 'web:1'}], ephemeralContainers: [%s]}
        """;
    Admitted cluster = namespace(enforcing("baseline"));
    String debugger = "{name: debug, image: 'sh:1'}";
    String root = "{name: root, image: 'sh:1', securityContext: {privileged: true}}";

    assertThat(cluster.debug(pod.formatted(debugger), pod.formatted("")).accepted())
        .isTrue();
    assertThat(cluster.debug(pod.formatted(root), pod.formatted("")).code()).isEqualTo(403);
    assertThat(cluster.update(pod.formatted(debugger), pod.formatted("")).code())
        .isEqualTo(422);
  }

  @Test
  void aNamespaceThatComesToAskMoreWarnsOfItsPods() {
    Admitted cluster =
        Admitted.cluster("{apiVersion: v1, kind: Pod, metadata: {name: old, namespace: default},"
            + " spec: {hostPID: true, containers: []}}");

    Verdict verdict = cluster.update(manifest(enforcing("baseline")), manifest(""));

    assertThat(verdict.warnings())
        .extracting(Warning::message)
        .containsExactly(
            "pods of the namespace violate PodSecurity \"baseline:latest\" already",
            "old: hostNamespaces");
  }

  private static String told(Verdict verdict) {
    return verdict.denial().orElseThrow().message();
  }

  @Test
  void whatReachesEventsAndConditionsIsInTheServersWords() {
    assertThat(told(namespace(enforcing("baseline")).pod("hostNetwork: true", "hostPID: true")))
        .isEqualTo("violates PodSecurity \"baseline:latest\": host namespaces (hostNetwork=true,"
            + " hostPID=true)");
    assertThat(told(namespace(enforcing("baseline"))
            .pod("volumes: [{name: disk, hostPath: {path: /data}}]")))
        .isEqualTo("violates PodSecurity \"baseline:latest\": hostPath volumes (volume \"disk\")");
    assertThat(told(namespace(enforcing("restricted")).pod()))
        .isEqualTo("violates PodSecurity \"restricted:latest\": allowPrivilegeEscalation != false"
            + " (container \"main\" must set securityContext.allowPrivilegeEscalation=false),"
            + " unrestricted capabilities (container \"main\" must set"
            + " securityContext.capabilities.drop=[\"ALL\"]), runAsNonRoot != true (pod or"
            + " container \"main\" must set securityContext.runAsNonRoot=true), seccompProfile"
            + " (pod or container \"main\" must set securityContext.seccompProfile.type to"
            + " \"RuntimeDefault\" or \"Localhost\")");
  }

  @Test
  void whatContainersSetIsToldWithTheirNames() {
    Verdict verdict = namespace(enforcing("baseline")).create("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
          - name: main
            image: web:1
            ports: [{containerPort: 80, hostPort: 80}, {containerPort: 443, hostPort: 443}]
            securityContext: {privileged: true}
          - name: side
            image: side:1
            securityContext: {capabilities: {add: [NET_ADMIN]}}
        """);

    assertThat(told(verdict))
        .isEqualTo("violates PodSecurity \"baseline:latest\": non-default capabilities (container"
            + " \"side\" must not include \"NET_ADMIN\" in securityContext.capabilities.add),"
            + " hostPort (container \"main\" uses hostPorts 80, 443), privileged (container"
            + " \"main\" must not set securityContext.privileged=true)");
  }
}
