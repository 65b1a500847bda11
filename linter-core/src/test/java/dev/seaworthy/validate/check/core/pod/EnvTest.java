package dev.seaworthy.validate.check.core.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvTest {

  private static List<String> causes(String variable) {
    return Judged.causes("containers: [{name: main, image: i, env: [" + variable + "]}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "a.b-c", "1A", "'with space'"})
  void nearlyAnyPrintableNameIsTaken(String name) {
    assertThat(causes("{name: " + name + ", value: x}")).isEmpty();
  }

  @Test
  void aNameHasNoEqualsSign() {
    assertThat(causes("{name: 'A=B', value: x}"))
        .containsExactly("Invalid spec.containers[0].env[0].name");
  }

  @Test
  void aVariableHasOneSource() {
    String from = "Invalid spec.containers[0].env[0].valueFrom";
    assertThat(causes("{name: A, valueFrom: {}}")).containsExactly(from);
    assertThat(causes("{name: A, value: x, valueFrom: {secretKeyRef: {name: s, key: k}}}"))
        .containsExactly(from);
    assertThat(causes(
            "{name: A, valueFrom: {secretKeyRef: {name: s, key: k}, configMapKeyRef: {name: c,"
                + " key: k}}}"))
        .containsExactly(from);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "metadata.name, ",
    "metadata.labels['app'], ",
    "metadata.labels, NotSupported",
    "spec.bogus, Invalid",
    "status.phase, NotSupported",
    "metadata.uid['a'], Invalid"
  })
  void someFieldsOfThePodCanBeAskedFor(String field, String cause) {
    String path = "spec.containers[0].env[0].valueFrom.fieldRef.fieldPath";
    assertThat(causes("{name: A, valueFrom: {fieldRef: {fieldPath: \"" + field + "\"}}}"))
        .isEqualTo(cause == null ? List.of() : List.of(cause + " " + path));
  }

  @Test
  void aDivisorFitsItsResource() {
    String variable = "{name: A, valueFrom: {resourceFieldRef: {resource: %s, divisor: %s}}}";
    assertThat(causes(variable.formatted("limits.cpu", "1m"))).isEmpty();
    assertThat(causes(variable.formatted("limits.memory", "1Mi"))).isEmpty();
    assertThat(causes(variable.formatted("limits.cpu", "1Mi")))
        .containsExactly("Invalid spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor");
  }

  @Test
  void aFileWithVariablesLiesInAnEmptyDir() {
    assertThat(Judged.causes("""
                volumes: [{name: v, hostPath: {path: /x}}]
                containers:
                  - name: main
                    image: i
                    env:
                      - {name: A, valueFrom: {fileKeyRef: {volumeName: v, path: p, key: K}}}
                      - {name: B, valueFrom: {fileKeyRef: {volumeName: w, path: p, key: K}}}
                """))
        .containsExactly(
            "Invalid spec.containers[0].env[0].valueFrom.fileKeyRef.volumeName",
            "NotFound spec.containers[0].env[1].valueFrom.fileKeyRef.volumeName");
  }

  @Test
  void allOfASourceComesFromOneObject() {
    assertThat(Judged.causes(
            "containers: [{name: main, image: i, envFrom: [{configMapRef: {name: c}, secretRef:"
                + " {name: s}}]}]"))
        .containsExactly("Invalid spec.containers[0].envFrom");
  }
}
