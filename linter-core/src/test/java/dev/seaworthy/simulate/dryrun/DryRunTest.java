package dev.seaworthy.simulate.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.simulate.NodeShape;
import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.outcome.PodState;
import dev.seaworthy.simulate.outcome.TimelineText;
import org.junit.jupiter.api.Test;

class DryRunTest {

  private static final DryRunSettings OPTIONS =
      DryRunSettings.of(BuiltInCatalog.of(Release.NEWEST));

  private static final String WEB = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
            - name: web
              image: web:bad
              resources: {requests: {cpu: '%s'}}
      """;

  @Test
  void aDeploymentIsToldFromItsCreationToItsLastReadyPod() {
    Outcome result = dryRun(WEB.formatted("100m"), OPTIONS);

    assertThat(TimelineText.full(result.timeline())).isEqualTo("""
        00:00.000  apply test.yaml
          00:00.000  deployment/web            created, wants 2 pods
          00:00.002  replicaset/web-f8d566b99  created, wants 2 pods, by deployment/web
          00:00.002  deployment/web            Progressing is True (NewReplicaSetCreated); Available is False (MinimumReplicasUnavailable)
          00:00.004  pod/web-f8d566b99-n7vcs   created by replicaset/web-f8d566b99
          00:00.004  pod/web-f8d566b99-mhhnw   created by replicaset/web-f8d566b99
          00:00.008  deployment/web            Progressing is True (ReplicaSetUpdated)
          00:00.307  pod/web-f8d566b99-n7vcs   Running on node-1, 10.0.1.2; ready
          00:00.311  pod/web-f8d566b99-mhhnw   Running on node-2, 10.0.2.2; ready
          00:00.317  deployment/web            Progressing is True (NewReplicaSetAvailable); Available is True (MinimumReplicasAvailable)
        """);
    assertThat(result.isFine()).isTrue();
  }

  @Test
  void whatWasJudgedBeforeComesToTheSame() {
    String objects = WEB.formatted("100m") + """
        ---
        {apiVersion: v1, kind: Service, metadata: {name: web}, spec: {selector: {app: web}, ports: [{port: 80}]}}
        ---
        {apiVersion: v1, kind: ConfigMap, metadata: {name: web, labels: {a: null}}, data: {a: b}}
        ---
        {apiVersion: v1, kind: Pod, metadata: {generateName: p-}, spec: {containers: [{name: c, image: c}]}}
        ---
        {apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {a: c}}
        """;

    Outcome judgedOnce = DryRuns.ofJudged(objects, OPTIONS);
    Outcome judgedTwice = dryRun(objects, OPTIONS);

    assertThat(TimelineText.full(judgedOnce.timeline()))
        .isEqualTo(TimelineText.full(judgedTwice.timeline()));
    assertThat(judgedOnce.problems()).isEqualTo(judgedTwice.problems());
    assertThat(judgedOnce.pods()).isEqualTo(judgedTwice.pods());
  }

  @Test
  void thePodsAreShownAsKubectlShowsThem() {
    Outcome result = dryRun(WEB.formatted("100m"), OPTIONS);

    assertThat(result.shown()).isEqualTo("""
        NAME                  READY   STATUS    RESTARTS   AGE   IP         NODE     NOMINATED NODE   READINESS GATES
        web-f8d566b99-mhhnw   1/1     Running   0          30s   10.0.2.2   node-2   <none>           <none>
        web-f8d566b99-n7vcs   1/1     Running   0          30s   10.0.1.2   node-1   <none>           <none>
        """);
  }

  @Test
  void aPodWithoutRoomSaysWhy() {
    Outcome result = dryRun(WEB.formatted("3"), OPTIONS.withNodes(1, NodeShape.USUAL));

    Diagnostic problem = only(result);
    assertThat(problem.code()).isEqualTo("pod-unschedulable");
    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message())
        .isEqualTo(
            "web has only 1 of 2 pods ready: 1 asks for 3 CPUs; node-1 has the most left, 1 of 4");
    assertThat(problem.place()).hasToString("test.yaml:13:37");
    assertThat(problem.field())
        .contains("spec.template.spec.containers[0].resources.requests[cpu]");
    assertThat(result.isFine()).isFalse();
  }

  @Test
  void whatTheServerRefusesIsTold() {
    Outcome result = dryRun(
        WEB.formatted("100m").replace("app: web}}\n  template", "app: x}}\n  template"), OPTIONS);

    Diagnostic problem = only(result);
    assertThat(problem.code()).isEqualTo("api-rejected");
    assertThat(problem.place()).hasToString("test.yaml:8:16");
    assertThat(problem.field()).contains("spec.template.metadata.labels");
  }

  @Test
  void whatIsTakenToBeThereIsThereInANamespaceOfTheInputToo() {
    String objects = """
        {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop}
        spec:
          containers: [{name: web, image: web, envFrom: [{configMapRef: {name: settings}}]}]
          volumes: [{name: tls, secret: {secretName: cert}}]
        """;

    Outcome result = dryRun(objects, OPTIONS);

    assertThat(result.isFine()).isTrue();
    assertThat(result.pods()).singleElement().matches(PodState::ready);
    assertThat(result.problems())
        .extracting(Diagnostic::message)
        .containsExactly(
            "assumed: ConfigMap settings in shop exists", "assumed: Secret cert in shop exists");
    assertThat(TimelineText.full(result.timeline())).doesNotContain("secret/cert");
  }

  @Test
  void theNodesHaveRoomForFilesAndTheLabelsOfEveryKubelet() {
    Outcome result = dryRun("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          nodeSelector: {beta.kubernetes.io/os: linux, beta.kubernetes.io/arch: amd64}
          containers: [{name: web, image: web, resources: {requests: {ephemeral-storage: 80Gi}}}]
        """, OPTIONS);

    assertThat(result.problems()).isEmpty();
    assertThat(result.pods()).singleElement().matches(PodState::ready);
  }

  @Test
  void theRoomForFilesIsLimited() {
    Outcome result = dryRun("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers: [{name: web, image: web, resources: {requests: {ephemeral-storage: 200Gi}}}]
        """, OPTIONS);

    assertThat(only(result).message()).contains("200 GiB of ephemeral-storage");
  }

  @Test
  void whatIsNotPlayedIsSaid() {
    Outcome result = dryRun("""
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web}
        spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
        """, OPTIONS);

    Diagnostic problem = result.problems().get(0);
    assertThat(problem.code()).isEqualTo("not-played");
    assertThat(problem.message()).startsWith("Ingress web is taken, but not played");
    assertThat(problem.place().line()).isEqualTo(3);
  }

  private static Diagnostic only(Outcome outcome) {
    assertThat(outcome.problems()).hasSize(1);
    return outcome.problems().get(0);
  }

  private static Outcome dryRun(String manifest, DryRunSettings options) {
    return DryRuns.of(manifest, options);
  }
}
