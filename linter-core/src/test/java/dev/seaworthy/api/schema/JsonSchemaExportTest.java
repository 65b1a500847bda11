package dev.seaworthy.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class JsonSchemaExportTest {

  @Test
  void describesAKindWithAllThatItNeeds() {
    JsonNode schema = schemaOf("v1", "Pod");

    assertThat(schema.at("/properties/kind/enum/0").stringValue()).isEqualTo("Pod");
    assertThat(schema.at("/properties/spec/$ref").stringValue())
        .isEqualTo("#/definitions/core.v1.PodSpec");
    assertThat(schema.at("/additionalProperties").booleanValue()).isFalse();
    JsonNode container = schema.at("/definitions/core.v1.Container");
    assertThat(container.at("/required/0").stringValue()).isEqualTo("name");
    assertThat(container.at("/properties/imagePullPolicy/enum/0").stringValue())
        .isEqualTo("Always");
  }

  @Test
  void everyReferenceLeadsToADefinition() {
    JsonNode schema = schemaOf("apiextensions.k8s.io/v1", "CustomResourceDefinition");

    List<String> references = schema.findValues("$ref").stream()
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .toList();
    assertThat(references)
        .isNotEmpty()
        .allSatisfy(reference -> assertThat(schema.at(reference.substring(1)).isMissingNode())
            .as(reference)
            .isFalse());
  }

  @Test
  void writesAFileForEachKindThatIsServed(@TempDir Path folder) throws IOException {
    List<Path> files = JsonSchemaExport.write(
        BuiltInCatalog.of(new Release(34)), TypeConstraints.NONE, TypeDescriptions.NONE, folder);

    assertThat(files).hasSize(65).doesNotHaveDuplicates();
    assertThat(folder.resolve("deployment-apps-v1.json")).content().contains("\"Deployment\"");
  }

  private static JsonNode schemaOf(String apiVersion, String kind) {
    return JsonSchemaExport.of(
        BuiltInCatalog.of(Release.NEWEST)
            .find(GroupVersionKind.of(apiVersion, kind))
            .orElseThrow(),
        TypeConstraints.NONE,
        TypeDescriptions.NONE);
  }
}
