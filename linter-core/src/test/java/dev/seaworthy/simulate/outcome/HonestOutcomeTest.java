package dev.seaworthy.simulate.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.simulate.dryrun.DryRuns;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** An outcome says what it left out. */
class HonestOutcomeTest {

  private static final String TOO_MUCH_FOR_US = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec:
        hostUsers: false
        initContainers:
        - {name: migrate, image: 'web:1'}
        containers:
        - name: web
          image: web:1
          startupProbe: {httpGet: {port: 80}, initialDelaySeconds: 60}
          livenessProbe: {httpGet: {port: 80}}
          env:
          - name: PASSWORD
            valueFrom: {secretKeyRef: {name: db, key: password}}
          volumeMounts: [{name: data, mountPath: /data}]
        volumes:
        - name: data
          nfs: {server: files, path: /data}
      """;

  @Test
  void aPodWithMoreThanIsPlayedDoesNotLookFine() {
    Outcome outcome = DryRuns.of(TOO_MUCH_FOR_US);

    assertThat(outcome.isFine()).isFalse();
    assertThat(told(outcome))
        .containsExactly(
            "test.yaml:3:34 info: assumed: Namespace shop exists",
            "test.yaml:5:14 info: the pod ran as if hostUsers were not false",
            "test.yaml:15:40 info: assumed: Secret db in shop exists",
            "test.yaml:19:5 warning: the pod ran as if nfs were not there");
  }

  @Test
  void aPodIsReadyNoSoonerThanItsStartupProbeAllows() {
    Outcome outcome = DryRuns.of(TOO_MUCH_FOR_US);

    assertThat(TimelineText.full(outcome.timeline())).contains("01:00.303  pod/web  ready");
  }

  @Test
  void aFieldIsToldOnceForAllPodsAndContainersOfAWorkload() {
    Outcome outcome = DryRuns.of("""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 3
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              os: {name: linux}
              containers:
              - name: web
                image: web:1
                lifecycle: {stopSignal: SIGUSR1}
              - name: log
                image: log:1
                lifecycle: {stopSignal: SIGUSR1}
        """);

    assertThat(told(outcome))
        .containsExactly("test.yaml:14:33 info: 3 pods ran as if stopSignal were not there");
    assertThat(outcome.problems().get(0).related())
        .extracting(related -> related.place().line())
        .containsExactly(17);
  }

  @Test
  void aKeyThatTheConfigMapOfTheInputLacksKeepsTheContainerFromStarting() {
    Outcome outcome = DryRuns.of("""
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: app}
        data: {url: http://db}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
          - name: web
            image: web:1
            env:
            - {name: A, valueFrom: {configMapKeyRef: {name: app, key: url}}}
            - {name: B, valueFrom: {configMapKeyRef: {name: app, key: uri}}}
            - {name: C, valueFrom: {configMapKeyRef: {name: more, key: uri, optional: true}}}
        """);

    assertThat(told(outcome))
        .containsExactly(
            "test.yaml:15:63 error: web never becomes ready: container web can't be made: couldn't"
                + " find key uri in ConfigMap default/app");
  }

  @Test
  void objectsOfAKindThatNobodyPlaysAreToldTogether() {
    String policy = """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: %s}
        spec: {podSelector: {}}
        """;

    Outcome outcome = DryRuns.of(
        policy.formatted("a") + "---\n" + policy.formatted("b") + "---\n" + policy.formatted("c"));

    assertThat(told(outcome))
        .containsExactly(
            "test.yaml:3:18 info: NetworkPolicy a and 2 more of its kind are taken, but"
                + " not played: nothing acts on them here");
    assertThat(outcome.problems().get(0).related())
        .extracting(related -> related.place().line())
        .containsExactly(8, 13);
  }

  @Test
  void aFieldOfManyObjectsIsToldOnce() {
    String service = """
        apiVersion: v1
        kind: Service
        metadata: {name: %s}
        spec: {type: LoadBalancer, ports: [{port: 80}]}
        """;

    assertThat(told(DryRuns.of(service.formatted("a") + "---\n" + service.formatted("b"))))
        .containsExactly(
            "test.yaml:4:14 info: Service a and 1 more of its kind: no load balancer is"
                + " made here, and no address outside the cluster given");
  }

  @Test
  void portsOfNodesArePlayed() {
    assertThat(told(DryRuns.of("""
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {type: NodePort, ports: [{port: 80, nodePort: 30080}]}
        """))).isEmpty();
  }

  private static String custom(String kind) {
    String plural = kind.toLowerCase(Locale.ROOT) + "s";
    return """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: %s.example.com}
        spec:
          group: example.com
          scope: Namespaced
          names: {plural: %s, kind: %s}
          versions:
          - name: v1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object}}
        ---
        apiVersion: example.com/v1
        kind: %s
        metadata: {name: orders}
        """.formatted(plural, plural, kind, kind);
  }

  @Test
  void podsThatAnOperatorMayMakeAreMissedInTheConclusion() {
    assertThat(DryRuns.of(custom("Database")).conclusion())
        .startsWith(
            Outcome.NO_PODS,
            "Database orders is taken, but not played: what an operator makes of it is not here"
                + " (test.yaml:16)");
    assertThat(DryRuns.of(custom("Database") + "---\n" + custom("Queue")).conclusion())
        .startsWith(
            Outcome.NO_PODS,
            "2 objects are taken, but not played: what operators make of them is not here"
                + " (Database, Queue) (test.yaml:16)");
  }

  @Test
  void workloadsWithoutPodsAreToldWithTheReason() {
    String set = """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: exporter}
        spec:
          selector: {matchLabels: {app: exporter}}
          template:
            metadata: {labels: {app: exporter}}
            spec:
              nodeSelector: {kubernetes.io/os: windows}
              containers: [{name: exporter, image: 'exporter:1'}]
        """;
    String none = """
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 0
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: 'web:1'}]}
        """;

    assertThat(DryRuns.of(set).conclusion())
        .startsWith("No pod runs: DaemonSet exporter finds no node that it is for");
    assertThat(DryRuns.of(set + none).conclusion())
        .startsWith("No pod runs: DaemonSet exporter finds no node that it is for;"
            + " Deployment web wants none");
  }

  @Test
  void policiesThatTheServerHeedsAreNoLoss() {
    assertThat(told(DryRuns.of("""
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: baseline}}
        ---
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata: {name: all}
        spec:
          matchConstraints:
            resourceRules:
            - {apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}
          validations: [{expression: "true"}]
        """))).isEmpty();
  }

  @Test
  void aKindThatNobodyPlaysIsToldOf() {
    Outcome outcome = DryRuns.of("""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: web}
        spec: {podSelector: {}}
        """);

    assertThat(told(outcome))
        .containsExactly(
            "test.yaml:3:18 info: NetworkPolicy web is taken, but not played: nothing acts on it"
                + " here");
  }

  @Test
  void whatIsPlayedIsNotToldOf() {
    Outcome outcome = DryRuns.of("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          nodeSelector: {kubernetes.io/os: linux}
          terminationGracePeriodSeconds: 5
          containers:
          - name: web
            image: web:1
            args: [serve]
            resources: {requests: {cpu: 100m}, limits: {memory: 1Gi}}
        """);

    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.isFine()).isTrue();
  }

  @Test
  void aValueThatNothingHereHeedsIsToldOf() {
    Outcome outcome = DryRuns.of("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          os: {name: linux}
          hostUsers: false
          initContainers: []
          securityContext:
            runAsNonRoot: true
            supplementalGroupsPolicy: Strict
            sysctls: [{name: kernel.msgmax, value: '65536'}, {name: net.ipv4.tcp_syncookies, value: '1'}]
            seccompProfile: {type: Localhost, localhostProfile: web.json}
          containers:
          - {name: web, image: 'web:1', imagePullPolicy: Never}
          - {name: log, image: 'log:1', imagePullPolicy: Always}
        """);

    assertThat(told(outcome))
        .containsExactly(
            "test.yaml:6:14 info: the pod ran as if hostUsers were not false",
            "test.yaml:10:31 info: the pod ran as if supplementalGroupsPolicy were not Strict",
            "test.yaml:11:22 warning: the pod ran as if name were not kernel.msgmax",
            "test.yaml:12:57 info: the pod ran as if localhostProfile were not there",
            "test.yaml:14:50 warning: the pod ran as if imagePullPolicy were not Never");
  }

  @Test
  void aNamespaceThatLetsOnlySomePodsInRefusesTheOthers() {
    Outcome outcome = DryRuns.of("""
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels: {team: web, pod-security.kubernetes.io/enforce: baseline}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {hostNetwork: true, containers: [{name: web, image: 'web:1'}]}
        """);

    assertThat(told(outcome))
        .singleElement()
        .asString()
        .contains(
            "web is short of pods: the API server refuses them",
            "violates PodSecurity \"baseline:latest\"");
  }

  @Test
  void aServiceOfTheUsualKindIsPlayedAsItStands() {
    Outcome outcome = DryRuns.of("""
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: ClusterIP
          sessionAffinity: None
          selector: {app: web}
          ports: [{port: 80}]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web, labels: {app: web}}
        spec: {containers: [{name: web, image: 'web:1'}]}
        """);

    assertThat(outcome.problems()).isEmpty();
  }

  @Test
  void aKeyThatAVolumeTakesFromASecretWithoutItKeepsThePodFromStarting() {
    Outcome outcome = DryRuns.of("""
        {apiVersion: v1, kind: Secret, metadata: {name: tls}, stringData: {tls.crt: a}}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers: [{name: web, image: 'web:1'}]
          volumes:
          - name: tls
            secret:
              secretName: tls
              items: [{key: tls.crt, path: a}, {key: tls.key, path: b}]
        """);

    assertThat(told(outcome))
        .containsExactly(
            "test.yaml:12:46 error: web never becomes ready: its volumes can't be mounted:"
                + " MountVolume.SetUp failed for volume \"tls\" : references non-existent secret"
                + " key: tls.key");
  }

  @Test
  void aSchedulerThatIsNotOursIsToldOf() {
    Outcome outcome = DryRuns.of("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          schedulerName: mine
          containers: [{name: web, image: 'web:1'}]
        """);

    assertThat(told(outcome))
        .containsExactly(
            "test.yaml:5:18 warning: web waits for the scheduler mine, which is not played");
  }

  private static List<String> told(Outcome outcome) {
    return outcome.problems().stream().map(HonestOutcomeTest::told).toList();
  }

  private static String told(Diagnostic problem) {
    return problem.place() + " " + problem.severity().word() + ": " + problem.message();
  }
}
