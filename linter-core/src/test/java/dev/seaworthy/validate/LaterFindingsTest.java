package dev.seaworthy.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.Mend;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Beside the server's answer stands all that it would come to afterwards, and nothing that only
 * follows from what it could not read.
 */
class LaterFindingsTest {

  private static final ApiServer SERVER = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));

  private static final String DEPLOYMENT = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers: [{name: web, image: nginx}]
      """;

  @Test
  void tellsAllTypeErrorsAndTheServerOnlyTheFirst() {
    Verdict verdict =
        answer(deployment("template:\n", "replicas: '3'\n  paused: 1\n  template:\n"));

    assertThat(told(verdict)).containsExactly("type spec.replicas");
    assertThat(later(verdict)).containsExactly("type spec.paused");
  }

  @Test
  void tellsOfNodePortsThatADryRunDoesNotAllocate() {
    String service = """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {type: NodePort, ports: [{port: 80, nodePort: %d}]}
        """;

    Verdict outside = answer(service.formatted(80));

    assertThat(outside.accepted()).as("as --dry-run=server answers").isTrue();
    assertThat(later(outside)).containsExactly("FieldValueInvalid spec.ports[0].nodePort");
    assertThat(answer(service.formatted(30_080)).later()).isEmpty();
  }

  @Test
  void looksIntoTheTemplateOfASelectorThatSelectsNothing() {
    Verdict verdict = answer(
        deployment("matchLabels: {app: web}", "matchLabels: {app: 'a b'}").replace("nginx", "''"));

    assertThat(verdict.causes())
        .extracting(cause -> cause.field().toString())
        .containsExactlyInAnyOrder("spec.selector", "spec.selector.matchLabels");
    assertThat(later(verdict))
        .containsExactly("FieldValueRequired spec.template.spec.containers[0].image");
  }

  @Test
  void readsOnWhereTheServerGivesUp() {
    Verdict verdict = answer(deployment(
        "image: nginx",
        "image: nginx, resources: {limits: {memory: 1XY}}, env: [{name: A, value: 1}], foo: 1"));

    assertThat(told(verdict))
        .containsExactly("quantity spec.template.spec.containers[0].resources.limits[memory]");
    assertThat(later(verdict))
        .containsExactly(
            "type spec.template.spec.containers[0].env[0].value",
            "unknown spec.template.spec.containers[0].foo");
  }

  @Test
  void validatesWhatCanBeRead() {
    Verdict verdict = answer(deployment("name: web, image", "name: We_b, tty: 1, image"));

    assertThat(verdict.code()).isEqualTo(400);
    assertThat(later(verdict))
        .containsExactly("FieldValueInvalid spec.template.spec.containers[0].name");
  }

  @Test
  void saysNothingOfAValueThatCannotBeRead() {
    assertThat(later(answer(deployment("metadata: {name: web}", "metadata: [web]"))))
        .isEmpty();
    assertThat(later(answer(deployment("[{name: web, image: nginx}]", "none")))).isEmpty();
    assertThat(later(answer(deployment("image: nginx", "image: {a: b}")))).isEmpty();
  }

  @Test
  void concludesNothingFromAValueThatCannotBeRead() {
    // Labels that no selector is known for neither match nor fail to.
    assertThat(later(answer(deployment("{matchLabels: {app: web}}", "app")))).isEmpty();
    assertThat(later(answer(deployment("{matchLabels: {app: web}}", "{matchLabels: {app: [a]}}"))))
        .isEmpty();
  }

  @Test
  void concludesNothingFromTheAbsenceOfAMisspeltOrMisplacedField() {
    assertThat(later(answer(deployment("selector:", "selectr:")))).isEmpty();
    assertThat(later(answer(deployment("{matchLabels: {app: web}}", "{app: web}"))))
        .isEmpty();
    assertThat(later(answer(deployment("containers:", "contaners:")))).isEmpty();
  }

  @Test
  void asksForQuotesWhereYamlReadsNoText() {
    Verdict verdict = answer(deployment("{name: web}", "{name: web, annotations: {a: true}}"));

    assertThat(verdict.decode()).extracting(DecodeError::mend).containsExactly(Mend.QUOTE);
  }

  @Test
  void asksForNoQuotesWhereANumberIsWanted() {
    Verdict verdict = answer(deployment("template:\n", "replicas: '3'\n  template:\n"));

    assertThat(verdict.decode()).extracting(DecodeError::mend).containsExactly(Mend.UNQUOTE);
  }

  @Test
  void saysWhatAFieldOfAFormerVersionIsToday() {
    String ingress = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web}
        spec: {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {%s}}]}}]}
        """;

    assertThat(remedy(ingress.formatted("serviceName: web")))
        .startsWith("Write it as service.name,");
    assertThat(remedy(ingress.formatted("servicePort: 80")))
        .startsWith("Write it as service.port.number,");
    assertThat(remedy(ingress.formatted("servicePort: http")))
        .startsWith("Write it as service.port.name,");
  }

  @Test
  void findsTheRightPlaceOfAFieldThatStandsALevelOff() {
    assertThat(remedy(deployment("metadata: {name: web}", "metadata: {name: web, replicas: 2}")))
        .isEqualTo("Move it to spec (DeploymentSpec), where it belongs.");
    assertThat(remedy(deployment("containers:", "replicas: 2\n      containers:")))
        .isEqualTo("Move it to spec (DeploymentSpec), where it belongs.");
    assertThat(remedy(deployment("containers:", "imagePullPolicy: Always\n      containers:")))
        .isEqualTo(
            "Indent it further: it is a field of spec.template.spec.containers[0] (Container).");
    assertThat(remedy(deployment("{matchLabels: {app: web}}", "{app: web}")))
        .isEqualTo("Write it under matchLabels.");
    assertThat(remedy("{apiVersion: v1, kind: ConfigMap, metadata: , name: a}"))
        .isEqualTo("Move it to metadata (ObjectMeta), where it belongs.");
  }

  @Test
  void aReferenceWithinItsNamespaceNeedsNone() {
    String binding = """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: read, namespace: shop}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: read, %s}
        subjects: [{kind: ServiceAccount, name: web, namespace: shop}]
        """;
    String delete =
        "Delete it: what is named here is of the namespace that this object is in, or of none.";

    assertThat(remedy(binding.formatted("namespace: shop"))).isEqualTo(delete);
    assertThat(remedy(deployment(
            "image: nginx", "image: nginx, envFrom: [{secretRef: {name: a, namespace: shop}}]")))
        .isEqualTo(delete);
  }

  @Test
  void nobodyIsSentToAnItemOfAListElsewhere() {
    assertThat(remedy(deployment(
            "image: nginx}]",
            "image: nginx, emptyDir: {}}]\n      volumes: [{name: tmp, hostPath: {path: /tmp}}]")))
        .isEmpty();
  }

  @Test
  void tellsHowAListIsWrittenAndWhichUnitsThereAre() {
    assertThat(remedy(deployment("image: nginx", "image: nginx, env: {A: b}")))
        .isEqualTo("Write an item for each: '- name: A', with its value: below.");
    assertThat(remedy(deployment("image: nginx", "image: nginx, command: sleep 10")))
        .isEqualTo("Write a list: [\"sleep\", \"10\"].");
    assertThat(remedy(deployment("image: nginx", "image: nginx, ports: 80")))
        .isEqualTo(
            "Put it on a line of its own, with '- ' before it: each item of a list begins so.");
    assertThat(remedy(deployment("{app: web}}\n    spec", "'app:web'}\n    spec")))
        .isEqualTo("Put a space behind the colon: app: web");
    assertThat(remedy(
            deployment("image: nginx", "image: nginx, resources: {limits: {memory: 512MB}}")))
        .isEqualTo("Write 512Mi, or 512M for the unit of thousands.");
    assertThat(remedy("{apiVersion: v1, kind: Secret, metadata: {name: a}, data: {a: 'b!'}}"))
        .isEqualTo("Encode it (base64 -w0), or write a as plain text under stringData.");
  }

  private static String deployment(String written, String instead) {
    assertThat(DEPLOYMENT).contains(written);
    return DEPLOYMENT.replace(written, instead);
  }

  private static Verdict answer(String yaml) {
    Document document = new ManifestReader()
        .read("a.yaml", yaml.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0);
    return SERVER.create(document);
  }

  private static String remedy(String yaml) {
    return answer(yaml).decode().get(0).remedy().orElse("");
  }

  private static List<String> told(Verdict verdict) {
    return verdict.decode().stream()
        .map(error -> error.error() + " " + error.path())
        .toList();
  }

  private static List<String> later(Verdict verdict) {
    return verdict.later().stream()
        .map(later -> later.reason() + " " + later.place())
        .toList();
  }
}
