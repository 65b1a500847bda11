package dev.seaworthy.validate.check.core.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcesTest {

  private static List<String> causes(String resources) {
    return Judged.causes("containers: [{name: main, image: i, resources: {" + resources + "}}]");
  }

  @Test
  void requestsStayWithinLimits() {
    assertThat(causes("requests: {cpu: 1000m}, limits: {cpu: 1}")).isEmpty();
    assertThat(causes("requests: {cpu: 2}, limits: {cpu: 1}"))
        .containsExactly("Invalid spec.containers[0].resources.requests");
  }

  @Test
  void devicesAreNeitherOvercommittedNorSplit() {
    assertThat(causes("requests: {a.b/gpu: 1}, limits: {a.b/gpu: 2}"))
        .containsExactly("Invalid spec.containers[0].resources.requests");
    assertThat(causes("requests: {a.b/gpu: 1}"))
        .containsExactly("Required spec.containers[0].resources.limits");
    assertThat(causes("limits: {a.b/gpu: 500m}"))
        .contains("Invalid spec.containers[0].resources.limits[a.b/gpu]");
  }

  @Test
  void hugePagesComeInWholePagesAndNotAlone() {
    assertThat(causes("limits: {hugepages-2Mi: 4Mi, cpu: 1}")).isEmpty();
    assertThat(causes("limits: {hugepages-2Mi: 3Mi, cpu: 1}"))
        .contains("Invalid spec.containers[0].resources.limits[hugepages-2Mi]");
    assertThat(causes("limits: {hugepages-2Mi: 2Mi}"))
        .containsExactly("Forbidden spec.containers[0].resources");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu", "storage", "cpus"})
  void aContainerHasNoOtherResourcesOfKubernetes(String name) {
    assertThat(causes("limits: {" + name + ": 1}"))
        .contains("Invalid spec.containers[0].resources.limits[" + name + "]");
  }

  @Test
  void aPodAsAWholeCoversItsContainers() {
    assertThat(Judged.causes("""
                resources: {requests: {cpu: 1}, limits: {cpu: 2}}
                containers:
                  - {name: a, image: i, resources: {requests: {cpu: 800m}}}
                  - {name: b, image: i, resources: {requests: {cpu: 300m}, limits: {cpu: 3}}}
                """))
        .containsExactly(
            "Invalid spec.resources.requests[cpu]",
            "Invalid spec.resources.containers[1][cpu].limits");
  }

  @Test
  void initContainersRunOneByOneAndSidecarsOn() {
    assertThat(Judged.causes("""
                resources: {requests: {cpu: 2}}
                initContainers:
                  - {name: side, image: i, restartPolicy: Always, resources: {requests: {cpu: 500m}}}
                  - {name: setup, image: i, resources: {requests: {cpu: 1500m}}}
                containers: [{name: main, image: i, resources: {requests: {cpu: 1500m}}}]
                """)).isEmpty();
  }

  @Test
  void aContainerUsesClaimsThatThePodHas() {
    assertThat(Judged.causes("""
                resourceClaims: [{name: gpu, resourceClaimName: x}]
                containers: [{name: main, image: i, resources: {claims: [{name: gpu}, {name: other}, {name: gpu}]}}]
                """))
        .containsExactly(
            "NotFound spec.containers[0].resources.claims[1]",
            "Duplicate spec.containers[0].resources.claims[2]");
  }

  @Test
  void aContainerAsksForWhatItIsLimitedTo() {
    assertThat(Judged.stored("containers: [{name: main, image: i, resources: {limits: {cpu: 1}}}]")
            .at("spec", "containers")
            .get(0)
            .at("resources", "requests", "cpu")
            .text())
        .isEqualTo("1");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Guaranteed: {limits: {cpu: 1, memory: 1Gi}}",
        "Burstable: {limits: {cpu: 1}}",
        "Burstable: {requests: {cpu: 1, memory: 1Gi}, limits: {cpu: 2, memory: 1Gi}}",
        "BestEffort: {limits: {a.b/gpu: 1}}"
      })
  void theClassOfServiceFollows(String row) {
    String word = row.substring(0, row.indexOf(':'));
    String resources = row.substring(row.indexOf(' '));
    assertThat(Judged.stored("containers: [{name: main, image: i, resources: " + resources + "}]")
            .at("status", "qosClass")
            .text())
        .isEqualTo(word);
  }
}
