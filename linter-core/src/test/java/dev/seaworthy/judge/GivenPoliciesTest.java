package dev.seaworthy.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.Input;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.ServerAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies that are named beside the input. */
class GivenPoliciesTest {

  private static final String POLICY = """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata: {name: sizes}
      spec:
        paramKind: {apiVersion: v1, kind: ConfigMap}
        matchConstraints:
          namespaceSelector: {matchLabels: {env: prod}}
          resourceRules:
            - {apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources: [secrets]}
        validations: [{expression: object.data.size() <= int(params.data.most)}]
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata: {name: everywhere}
      spec:
        policyName: sizes
        validationActions: [Deny]
        paramRef: {name: limits, namespace: config, parameterNotFoundAction: Deny}
      """;

  private static final String NAMESPACE = """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop, labels: {env: prod}}
      """;

  private static final String LIMITS = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: limits, namespace: config}
      data: {most: '1'}
      """;

  private static final String SECRET = """
      apiVersion: v1
      kind: Secret
      metadata: {name: keys, namespace: shop}
      data: {a: YQ==, b: Yg==}
      """;

  @TempDir
  Path folder;

  @Test
  void theyJudgeTheInputByParametersAndNamespacesBesideThem() throws IOException {
    ServerAnswer answer = judged(POLICY + "---\n" + NAMESPACE + "---\n" + LIMITS, SECRET);

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.denied())
        .hasValueSatisfying(denied -> assertThat(denied.message()).contains("'sizes'"));
  }

  @Test
  void parametersAndNamespacesOfTheInputCountAsWell() throws IOException {
    assertThat(judged(POLICY, NAMESPACE + "---\n" + LIMITS + "---\n" + SECRET).code())
        .isEqualTo(422);
  }

  @Test
  void aPolicyWhoseParametersNobodyHoldsIsNamed() throws IOException {
    ServerAnswer answer = judged(POLICY + "---\n" + NAMESPACE, SECRET);

    assertThat(answer.accepted()).isTrue();
    assertThat(answer.warnings())
        .singleElement()
        .satisfies(warning ->
            assertThat(warning.message()).contains("not judged", "'sizes'", "parameters"));
  }

  @Test
  void aPolicyThatAServerWouldRefuseIsAnError() {
    assertThatThrownBy(() -> judged(POLICY.replace("object.data", "object.."), SECRET))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("'sizes' would be refused: spec.validations[0].expression");
  }

  @Test
  void aFileWithoutPoliciesIsAnError() {
    assertThatThrownBy(() -> judged(SECRET, SECRET))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("there is no admission policy");
  }

  @Test
  void aBindingOfAPolicyThatIsNowhereIsNamedAtItsPlace() throws IOException {
    List<FileReport> files =
        validated(POLICY.replace("policyName: sizes", "policyName: size"), SECRET);

    assertThat(files.get(files.size() - 1).problems()).singleElement().satisfies(problem -> {
      assertThat(problem.place().inSentence()).endsWith("policies.yaml:16");
      assertThat(problem.message())
          .contains("no ValidatingAdmissionPolicy 'size' is given", "did you mean sizes?");
    });
  }

  @Test
  void aBindingOfAPolicyOfTheInputIsNone() throws IOException {
    String[] both = POLICY.split("---\n");

    assertThat(validated(both[1], both[0])).hasSize(1);
  }

  @Test
  void aFileThatCannotBeReadIsAnErrorAtItsPlace() {
    assertThatThrownBy(() -> judged(POLICY + "---\na: [\n", SECRET))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("policies.yaml:21:1: a value is missing or not closed");
  }

  /** The answer to the last object of {@code input}. */
  private ServerAnswer judged(String policies, String input) throws IOException {
    var objects = validated(policies, input).get(0).objects();
    return objects.get(objects.size() - 1).answer();
  }

  private List<FileReport> validated(String policies, String input) throws IOException {
    Path file = folder.resolve("policies.yaml");
    Files.writeString(file, policies);
    Settings settings = Settings.usual().withPolicies(List.of(file.toString()));
    return Seaworthy.of(settings).validate(Input.text("input.yaml", input));
  }
}
