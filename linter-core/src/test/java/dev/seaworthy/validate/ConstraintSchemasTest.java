package dev.seaworthy.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.api.schema.JsonSchemaExport;
import dev.seaworthy.api.schema.TypeDescriptions;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.constraint.ConstraintSchemas;
import dev.seaworthy.validate.schema.JsonSchemaValidator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the words of the constraint files say, said by exported schemas and by the walk alike. */
class ConstraintSchemasTest {

  private static final Release NEWEST = Release.NEWEST;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "containers: [{name: a, image: i, ports: [{containerPort: 70000}]}]",
        "containers: [{name: a, image: i, ports: [{containerPort: 0}]}]",
        "containers: [{name: a}]",
        "containers: [{name: a, image: ''}]",
        "containers: [{name: A_B, image: i}]",
        "containers: []",
        "containers: [{name: a, image: i}]\n  restartPolicy: Sometimes",
        "containers: [{name: a, image: i}]\n  activeDeadlineSeconds: 0",
        "containers: [{name: a, image: i}]\n"
            + "  volumes: [{name: v, emptyDir: {}, hostPath: {path: /}}]",
        "containers: [{name: a, image: i}]\n  nodeSelector: {a b: c}",
        "containers: [{name: a, image: i}]\n  nodeSelector: {a: b c}",
        "containers: [{name: a, image: i, livenessProbe: {periodSeconds: 5}}]",
        "containers: [{name: a, image: i, livenessProbe: {tcpSocket: {port: '8080'}}}]",
        "containers: [{name: a, image: i, securityContext: {seccompProfile: {type: Localhost}}}]",
        "containers: [{name: a, image: i}]\n"
            + "  initContainers: [{name: b, image: i, livenessProbe: {tcpSocket: {port: 1}}}]",
      })
  void bothRefuse(String spec) throws IOException {
    assertThat(walkTakes(pod(spec), NEWEST)).as("the walk").isFalse();
    assertThat(schemaTakes(pod(spec), NEWEST)).as("the schema").isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "containers: [{name: a, image: i, ports: [{containerPort: 65535, protocol: ''}]}]",
        "containers: [{name: a, image: i, imagePullPolicy: ''}]",
        "containers: [{name: a, image: i, livenessProbe: null, lifecycle: {preStop: null}}]",
        "containers: [{name: a, image: i, livenessProbe: {httpGet: {port: web, scheme: ''}}}]",
        "containers: [{name: a, image: i}]\n  volumes: [{name: v}]",
        "containers: [{name: a, image: i}]\n  hostname: null",
        "containers: [{name: a, image: i}]\n"
            + "  initContainers: [{name: b, image: i, lifecycle: {stopSignal: SIGTERM}}]",
      })
  void bothTakeWhatTheServerFillsInOrDrops(String spec) throws IOException {
    assertThat(walkTakes(pod(spec), NEWEST)).as("the walk").isTrue();
    assertThat(schemaTakes(pod(spec), NEWEST)).as("the schema").isTrue();
  }

  /** Draft 7 asks for it, and evaluators refuse to read the whole schema otherwise. */
  @Test
  void enumerationsNameNoValueTwice() {
    ApiCatalog catalog = BuiltInCatalog.of(NEWEST);
    ConstraintSchemas constraints = new ConstraintSchemas(NEWEST);

    for (GroupVersionKind kind : catalog.kinds()) {
      JsonNode schema =
          JsonSchemaExport.of(catalog.find(kind).orElseThrow(), constraints, TypeDescriptions.NONE);
      assertThat(schema.findValues("enum"))
          .as(kind.toString())
          .filteredOn(JsonNode::isArray)
          .allSatisfy(values -> assertThat(values.valueStream()).doesNotHaveDuplicates());
    }
  }

  @Test
  void schemasAreThoseOfTheirRelease() throws IOException {
    Document pod = pod("containers: [{name: a, image: i, env: [{name: a b, value: c}]}]");

    assertThat(schemaTakes(pod, new Release(31))).isFalse();
    assertThat(walkTakes(pod, new Release(31))).isFalse();
    assertThat(schemaTakes(pod, new Release(32))).isTrue();
    assertThat(walkTakes(pod, new Release(32))).isTrue();
  }

  private static Document pod(String spec) throws IOException {
    String text = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  " + spec + "\n";
    return new ManifestReader()
        .read("pod.yaml", text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0);
  }

  private static boolean walkTakes(Document object, Release release) {
    return ApiServer.of(BuiltInCatalog.of(release)).create(object).accepted();
  }

  private static boolean schemaTakes(Document object, Release release) throws IOException {
    Node root = object.root();
    ApiCatalog catalog = BuiltInCatalog.of(release);
    GroupVersionKind pod = GroupVersionKind.of("v1", "Pod");
    return JsonSchemaValidator.of(
            "memory:pod-" + release,
            JsonSchemaExport.of(
                catalog.find(pod).orElseThrow(),
                new ConstraintSchemas(release),
                TypeDescriptions.NONE))
        .judge(root)
        .isEmpty();
  }
}
