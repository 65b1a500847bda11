package dev.seaworthy.validate.check.core.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PodWarningsTest {

  @Test
  void oldNodeLabelsAndVolumesAreNamed() {
    assertThat(Judged.warnings(
            "nodeSelector: {beta.kubernetes.io/os: linux}\nvolumes: [{name: v, gitRepo:"
                + " {repository: r}}]"))
        .containsExactly(
            "old-node-label spec.nodeSelector[beta.kubernetes.io/os]",
            "old-volume spec.volumes[0].gitRepo");
  }

  @Test
  void aVariableThatHidesAnotherIsNamedUnlessItBuildsOnIt() {
    String pod =
        "containers: [{name: a, image: i, env: [{name: A, value: x}, {name: A, value: %s}]}]";
    assertThat(Judged.warnings(pod.formatted("'$(A)y'"))).isEmpty();
    assertThat(Judged.warnings(pod.formatted("other")))
        .containsExactly("variable-once spec.containers[0].env[1]");
  }

  @Test
  void partsOfBytesAreNamed() {
    assertThat(Judged.warnings(
            "containers: [{name: a, image: i, resources: {requests: {memory: 100m}}}]"))
        .containsExactly("whole-bytes spec.containers[0].resources.requests[memory]");
  }

  @Test
  void oneNameForTwoPortsIsNamed() {
    assertThat(Judged.warnings("""
                containers:
                  - {name: a, image: i, ports: [{name: web, containerPort: 1}]}
                  - {name: b, image: i, ports: [{name: web, containerPort: 2}]}
                """)).containsExactly("port-name-once spec.containers[1].ports[0]");
  }

  @Test
  void aSelectorThatMatchesNothingIsNamed() {
    assertThat(Judged.warnings(
            "topologySpreadConstraints: [{maxSkew: 1, topologyKey: z, whenUnsatisfiable:"
                + " ScheduleAnyway}]"))
        .containsExactly(
            "selector-matches-nothing spec.topologySpreadConstraints[0].labelSelector");
  }
}
