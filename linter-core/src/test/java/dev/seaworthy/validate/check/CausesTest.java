package dev.seaworthy.validate.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.conformance.Answer;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.ApiServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which causes silence others, and which do not. */
class CausesTest {

  private static final ApiServer SERVER = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));

  @Test
  void metadataOfABudgetIsJudgedWhereAllElseIsWell() {
    assertThat(causes("""
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: b, labels: {a: '/'}}
        spec: {selector: {}, minAvailable: 1, maxUnavailable: 1}
        """)).containsExactly("FieldValueInvalid spec");
    assertThat(causes("""
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: b, labels: {a: '/'}}
        spec: {selector: {}, minAvailable: 1}
        """)).containsExactly("FieldValueInvalid metadata.labels");
  }

  @Test
  void portsOfASliceAreJudgedThoughTheirNamesAreTheSame() {
    assertThat(causes("""
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: s}
        addressType: IPv4
        endpoints: []
        ports: [{name: a, port: 1, protocol: X}, {name: a, port: 2, protocol: TCP}]
        """))
        .containsExactly(
            "FieldValueDuplicate ports[1].name", "FieldValueNotSupported ports[0].protocol");
  }

  @Test
  void tooManyRequestsOfAClaimAreNotLookedThrough() {
    assertThat(causes("""
        apiVersion: resource.k8s.io/v1
        kind: ResourceClaim
        metadata: {name: c}
        spec: {devices: {requests: [%s]}}
        """.formatted("{name: r, exactly: {deviceClassName: d}}, ".repeat(33))))
        .containsExactly("FieldValueTooMany spec.devices.requests");
  }

  @Test
  void aSourceOfMetricsBesideTheFirstIsOnlyForbidden() {
    assertThat(causes("""
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: h}
        spec:
          maxReplicas: 2
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: d}
          metrics:
            - type: Resource
              pods: {metric: {name: m}, target: {type: AverageValue, averageValue: 1}}
              resource: {name: cpu, target: {}}
        """)).containsExactly("FieldValueForbidden spec.metrics[0].pods");
  }

  @Test
  void portsOfOneNumberShareAPortOfTheNodes() {
    String service = """
        apiVersion: v1
        kind: Service
        metadata: {name: s}
        spec:
          type: %s
          ports: [{name: a, port: 80}, {name: b, port: 80%s}]
        """;

    assertThat(causes(service.formatted("NodePort", "")))
        .containsExactly(
            "FieldValueDuplicate spec.ports[1]", "FieldValueDuplicate spec.ports[1].nodePort");
    assertThat(causes(service.formatted("ClusterIP", "")))
        .containsExactly("FieldValueDuplicate spec.ports[1]");
    assertThat(causes(service.formatted("NodePort", ", protocol: UDP"))).isEmpty();
  }

  @Test
  void anEmptyPolicyOfPreemptionIsMissing() {
    assertThat(causes("""
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: {name: p}
        value: 1
        preemptionPolicy: ''
        """)).containsExactly("FieldValueRequired preemptionPolicy");
  }

  @Test
  void anEmptyPolicyOfReclaimingIsNone() {
    assertThat(causes("""
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: s}
        provisioner: a/b
        reclaimPolicy: ''
        """)).isEmpty();
  }

  private static List<String> causes(String yaml) {
    Node object = new ManifestReader()
        .read("test.yaml", yaml.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
    return Answer.of(SERVER.create(object)).causes();
  }
}
