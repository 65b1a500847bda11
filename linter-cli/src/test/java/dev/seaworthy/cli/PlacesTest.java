package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the server names a whole, the mark stands under the part that is wrong. */
class PlacesTest {

  private static final String CONFIG_MAP = """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: web
        labels:
          good: a
          bad: "a b"
          "b d": c
        annotations:
          "x y": b
      """;

  @Test
  void ofLabelsAndAnnotationsTheEntryIsMarked() {
    Run run = Run.withInput(CONFIG_MAP, "validate", "-q", "-");

    assertThat(run.out())
        .contains("<stdin>:7:10: error: labels has the value 'a b', which ")
        .contains("<stdin>:8:5: error: labels has the key 'b d'")
        .contains("<stdin>:10:5: error: annotations has the key 'x y'");
  }

  @Test
  void inJsonThePlaceIsThatOfTheEntryAndTheFieldTheServersOwn() {
    Run run = Run.withInput(CONFIG_MAP, "validate", "-o", "json", "-");

    assertThat(run.out())
        .contains("\"field\": \"metadata.labels\"")
        .contains("\"line\": 7, \"column\": 10");
  }

  @Test
  void ofAFieldThatThereIsNotTheNameIsMarked() {
    String pod = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              imag: nginx
          replicas: 3
        """;

    assertThat(Run.withInput(pod, "validate", "-q", "-").out())
        .contains("<stdin>:7:7: error: imag is not a field of Container")
        .contains("<stdin>:8:3: error: replicas is not a field of PodSpec");
    assertThat(Run.withInput(pod, "validate", "-o", "json", "-").out())
        .contains("\"line\": 7, \"column\": 7", "\"line\": 8, \"column\": 3");
  }

  @Test
  void whatATemplateHasYetToFillInIsSaidToBeThat() {
    String pod = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: "web-{{uid}}"
          labels: {shard: "{{shard}}"}
        spec:
          terminationGracePeriodSeconds: "{{ grace }}"
          containers: [{name: web, image: nginx}]
        """;

    assertThat(Run.withInput(pod, "validate", "-").out().lines())
        .filteredOn(line -> line.contains("remedy"))
        .hasSize(3)
        .allMatch(line -> line.contains("This is a template: judge what it is filled in to"));
  }

  @Test
  void whatIsSaidOfTheObjectAsAWholeNamesIt() {
    String policy = """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata: {name: none}
        spec:
          matchConstraints:
            resourceRules:
              - {apiGroups: [""], apiVersions: [v1], resources: [configmaps], operations: [CREATE]}
          validations: [{expression: "false", message: there must be none}]
        ---
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata: {name: none}
        spec: {policyName: none, validationActions: [Deny]}
        ---
        """;

    Run run = Run.withInput(
        policy + "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}", "validate", "-");

    assertThat(run.out())
        .contains("error: the object is denied by ValidatingAdmissionPolicy 'none'");
  }
}
