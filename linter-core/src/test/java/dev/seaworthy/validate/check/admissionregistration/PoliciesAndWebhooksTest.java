package dev.seaworthy.validate.check.admissionregistration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.validate.ApiServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the server asks of policies that change objects, their bindings, and webhooks. */
class PoliciesAndWebhooksTest {

  private static final ApiServer SERVER = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));

  private static final String POLICY = """
      apiVersion: admissionregistration.k8s.io/v1
      kind: MutatingAdmissionPolicy
      metadata: {name: labels}
      spec:
        reinvocationPolicy: Never
        matchConstraints:
          resourceRules:
            - {apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources: [pods]}
        mutations: [{patchType: JSONPatch, jsonPatch: {expression: "EXPRESSION"}}]
      """;

  private static final String WEBHOOK = """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata: {name: checks}
      webhooks:
        - name: check.example.com
          clientConfig: {url: https://hook.example.com/check}
          sideEffects: None
          admissionReviewVersions: [v1]
      """;

  @Test
  void aPatchIsAListOfOperations() {
    assertThat(patch("[JSONPatch{op: 'add', path: '/metadata/labels/a', value: 'b'}]"))
        .isEmpty();
    assertThat(patch("has(object.spec) ? [JSONPatch{op: 'remove', path: '/spec'}] : []"))
        .isEmpty();
    assertThat(patch("[]"))
        .containsExactly("FieldValueInvalid spec.mutations[0].jsonPatch.expression");
    assertThat(patch("[JSONPatch{operation: 'remove'}]"))
        .containsExactly("FieldValueInvalid spec.mutations[0].jsonPatch.expression");
  }

  @Test
  void whichOverloadIsMeantMayBeKnownOnlyWhenItRuns() {
    assertThat(patch("cidr('10.0.0.0/8').containsIP(object.spec.ip)"
            + " && [object.spec.a].sum() == 1 ? [JSONPatch{op: 'remove', path: '/spec'}] : []"))
        .isEmpty();
  }

  @Test
  void whatIsAppliedIsAnObjectOfAnyFields() {
    assertThat(
            applied("Object{spec: Object.spec{containers: [Object.spec.containers{name: 'x'}]}}"))
        .isEmpty();
    assertThat(applied("{'spec': 1}"))
        .containsExactly("FieldValueInvalid spec.mutations[0].applyConfiguration.expression");
  }

  @Test
  void thePatchIsTheOneThatItsTypeNames() {
    String other = POLICY.replace("patchType: JSONPatch", "patchType: ApplyConfiguration");

    assertThat(causes(other))
        .containsExactlyInAnyOrder(
            "FieldValueRequired spec.mutations[0].applyConfiguration",
            "FieldValueInvalid spec.mutations[0].jsonPatch");
  }

  @Test
  void whatGoesAwayCannotBeChanged() {
    assertThat(causes(withExpression("[JSONPatch{op: 'remove', path: '/spec'}]")
            .replace("operations: [CREATE]", "operations: [CREATE, DELETE]")))
        .containsExactly("FieldValueNotSupported spec.matchConstraints.resourceRules.operations");
  }

  @Test
  void aBindingNamesOneParameterOrSelectsThem() {
    assertThat(causes("""
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingAdmissionPolicyBinding
        metadata: {name: everywhere}
        spec:
          policyName: labels
          paramRef: {name: a, selector: {}, parameterNotFoundAction: Deny}
        """))
        .containsExactlyInAnyOrder(
            "FieldValueForbidden spec.paramRef.name", "FieldValueForbidden spec.paramRef.selector");
  }

  @Test
  void aWebhookIsAskedByHttpsAndSaysWhatItUnderstands() {
    assertThat(causes(WEBHOOK)).isEmpty();
    assertThat(causes(WEBHOOK.replace("https://hook.example.com/check", "http://a:b@c/d?e")))
        .containsOnly("FieldValueInvalid webhooks[0].clientConfig.url")
        .hasSize(3);
    assertThat(causes(WEBHOOK.replace("https://hook.example.com/check", "https://hook:https/")))
        .containsExactly("FieldValueRequired webhooks[0].clientConfig.url");
    assertThat(causes(WEBHOOK.replace("[v1]", "[v9]")))
        .containsExactly("FieldValueInvalid webhooks[0].admissionReviewVersions");
    assertThat(causes(WEBHOOK.replace("check.example.com", "check")))
        .containsExactly("FieldValueInvalid webhooks[0].name");
  }

  @Test
  void whatAnUpdateFindsWrongItLeaves() {
    String harmful = WEBHOOK.replace("sideEffects: None", "sideEffects: Some");

    assertThat(causes(harmful)).containsExactly("FieldValueNotSupported webhooks[0].sideEffects");
    assertThat(SERVER.update(document(harmful), document(harmful).root()).accepted())
        .isTrue();
  }

  private static List<String> patch(String expression) {
    return causes(withExpression(expression));
  }

  private static List<String> applied(String expression) {
    return causes(withExpression(expression)
        .replace(
            "patchType: JSONPatch, jsonPatch",
            "patchType: ApplyConfiguration, applyConfiguration"));
  }

  private static String withExpression(String expression) {
    return POLICY.replace("EXPRESSION", expression);
  }

  private static List<String> causes(String manifest) {
    return SERVER.create(document(manifest)).causes().stream()
        .map(cause -> cause.type().word() + " " + cause.field())
        .toList();
  }

  private static Document document(String manifest) {
    return new ManifestReader()
        .read("policy.yaml", manifest.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0);
  }
}
