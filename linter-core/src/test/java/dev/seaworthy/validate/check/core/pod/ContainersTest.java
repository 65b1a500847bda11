package dev.seaworthy.validate.check.core.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import org.junit.jupiter.api.Test;

class ContainersTest {

  @Test
  void aPodNeedsAContainerWithNameAndImage() {
    assertThat(Judged.causes("containers: []")).containsExactly("Required spec.containers");
    assertThat(Judged.causes("containers: [{}]"))
        .containsExactly("Required spec.containers[0].name", "Required spec.containers[0].image");
  }

  @Test
  void namesAreUniqueAmongRegularAndInitContainers() {
    assertThat(Judged.causes("""
                initContainers: [{name: a, image: i}]
                containers: [{name: a, image: i}, {name: a, image: i}]
                """))
        .containsExactly(
            "Duplicate spec.containers[1].name", "Duplicate spec.initContainers[0].name");
  }

  @Test
  void onlySidecarsHaveProbesAmongInitContainers() {
    assertThat(Judged.causes("""
                initContainers:
                  - {name: plain, image: i, livenessProbe: {exec: {command: [a]}}}
                  - {name: sidecar, image: i, restartPolicy: Always, livenessProbe: {exec: {command: [a]}}}
                """))
        .containsExactly("Forbidden spec.initContainers[0].livenessProbe");
  }

  @Test
  void restartRulesNeedAPolicyOfTheContainer() {
    String rules = """
        containers:
          - name: main
            image: i
            restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [1]}}]
        """;
    assertThat(Judged.causes(rules)).containsExactly("Required spec.containers[0].restartPolicy");
    assertThat(Judged.pod(new Release(34), rules).accepted())
        .as("what was behind a gate is dropped")
        .isTrue();
  }

  @Test
  void aPortOfTheNodeIsTakenOnce() {
    assertThat(Judged.causes("""
                containers:
                  - {name: a, image: i, ports: [{containerPort: 1, hostPort: 80}]}
                  - {name: b, image: i, ports: [{containerPort: 2, hostPort: 80}]}
                  - {name: c, image: i, ports: [{containerPort: 3, hostPort: 80, protocol: UDP}]}
                """))
        .containsExactly("Duplicate spec.containers[1].ports[0].hostPort");
  }

  @Test
  void onTheNodesNetworkHostPortsAreContainerPorts() {
    String ports = "hostNetwork: true\ncontainers: [{name: a, image: i, ports: [%s]}]";
    assertThat(Judged.causes(ports.formatted("{containerPort: 80}"))).isEmpty();
    assertThat(Judged.causes(ports.formatted("{containerPort: 80, hostPort: 81}")))
        .containsExactly("Invalid spec.containers[0].ports[0].hostPort");
  }

  @Test
  void debuggersAreAddedToPodsThatRun() {
    assertThat(Judged.causes("ephemeralContainers: [{name: d, image: d}]"))
        .containsExactly("Forbidden spec.ephemeralContainers");
  }
}
