package dev.seaworthy.validate.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Policies of a cluster, asked of what is written to it. */
class ValidatingAdmissionPolicyTest {

  private static final String CLUSTER = """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop, labels: {env: prod}}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: limits, namespace: shop}
      data: {max: '5'}
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata: {name: replicas}
      spec:
        failurePolicy: Fail
        paramKind: {apiVersion: v1, kind: ConfigMap}
        matchConstraints:
          resourceRules:
            - {apiGroups: [apps], apiVersions: ['*'], operations: [CREATE], resources: [deployments]}
        matchConditions: [{name: not-exempt, expression: "object.metadata.name != 'exempt'"}]
        variables: [{name: most, expression: int(params.data.max)}]
        validations:
          - expression: object.spec.replicas <= variables.most
            messageExpression: "'at most ' + string(variables.most) + ' in ' + namespaceObject.metadata.name"
            reason: Forbidden
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata: {name: everywhere}
      spec:
        policyName: replicas
        validationActions: [ACTION]
        paramRef: {name: limits, parameterNotFoundAction: Deny}
        matchResources: {namespaceSelector: {matchLabels: {env: prod}}}
      """;

  @Test
  void aPolicyDeniesInTheWordsOfItsMessageExpression() {
    Verdict verdict = answer(acting("Deny"), "web", 6);

    assertThat(verdict.code()).isEqualTo(403);
    assertThat(verdict.denial().orElseThrow().message())
        .contains("'replicas' with binding 'everywhere'", "at most 5 in shop");
  }

  @Test
  void whatCannotBeNotedForTheAuditIsDenied() {
    String noting = CLUSTER.replace("failurePolicy: Fail", """
        failurePolicy: Fail
          auditAnnotations: [{key: team, valueExpression: object.metadata.labels.team}]\
        """);

    Verdict verdict = answer(noting.replace("ACTION", "Deny"), "web", 5);

    assertThat(verdict.denial().orElseThrow().message()).contains("object.metadata.labels.team");
  }

  @Test
  void whatFulfilsItIsAccepted() {
    assertThat(answer(acting("Deny"), "web", 5).accepted()).isTrue();
  }

  @Test
  void whatItsConditionsLeaveOutIsAccepted() {
    assertThat(answer(acting("Deny"), "exempt", 6).accepted()).isTrue();
  }

  @Test
  void aBindingMayWarnInstead() {
    Verdict verdict = answer(acting("Warn"), "web", 6);

    assertThat(verdict.accepted()).isTrue();
    assertThat(verdict.warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.message()).contains("at most 5 in shop"));
  }

  private static String acting(String action) {
    return CLUSTER.replace("ACTION", action);
  }

  private static Verdict answer(String cluster, String name, int replicas) {
    List<Resource> standing = read(cluster).stream()
        .map(document -> new Resource((Mapping) document.root()))
        .toList();
    return ApiServer.of(BuiltInCatalog.of(Release.NEWEST))
        .knowing(new GivenObjects(standing, true))
        .create(read("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: %s, namespace: shop}
            spec:
              replicas: %d
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: web, image: nginx}]}
            """.formatted(name, replicas)).get(0));
  }

  private static List<Document> read(String yaml) {
    return new ManifestReader()
        .read("a.yaml", yaml.getBytes(StandardCharsets.UTF_8))
        .documents();
  }
}
