package dev.seaworthy.simulate.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pod that names its node has not been sent there by a scheduler; the node of 4 CPUs looks itself. */
class NodeAdmissionTest {

  private static final String OTHER = """
      apiVersion: v1
      kind: Pod
      metadata: {name: other, namespace: default}
      spec:
        nodeName: node-1
        containers:
        - {name: main, image: 'web:1', ports: [{containerPort: 80, hostPort: 80}], resources: {requests: {cpu: '2'}}}
      """;

  private final PodsOnANode node = PodsOnANode.playing(Map.of());

  private void pod(String spec, String container) {
    node.apply(OTHER)
        .afterSeconds(2)
        .pod("nodeName: node-1\n" + spec + "\ncontainers: [{name: main, image: 'web:1', "
            + container + "}]")
        .afterSeconds(2);
  }

  @Test
  void whatFitsIsTaken() {
    pod("", "resources: {requests: {cpu: '2'}}");

    assertThat(node.phase()).isEqualTo("Running");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ''                                 | resources: {requests: {cpu: '3'}}         | OutOfcpu     | Node didn't have enough resource: cpu, requested: 3000, used: 2000, capacity: 4000
      'nodeSelector: {disk: ssd}'        | tty: false                                | NodeAffinity | Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector
      ''                                 | ports: [{containerPort: 1, hostPort: 80}] | NodePorts    | Predicate NodePorts failed: node(s) didn't have free ports for the requested pod ports
      """)
  void whatDoesNotIsRejected(String spec, String container, String reason, String message) {
    pod(spec, container);

    assertThat(node.phase()).isEqualTo("Failed");
    assertThat(node.pod().at("status", "reason").text()).isEqualTo(reason);
    assertThat(node.pod().at("status", "message").text()).isEqualTo("Pod was rejected: " + message);
    assertThat(node.events()).contains(reason + ": " + message);
  }
}
