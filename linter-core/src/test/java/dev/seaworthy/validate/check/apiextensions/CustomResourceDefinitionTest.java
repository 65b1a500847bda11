package dev.seaworthy.validate.check.apiextensions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may define a kind, and what not; fields under the names that the server gives them. */
class CustomResourceDefinitionTest {

  private static final ApiServer SERVER = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));

  private static final String WIDGET = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: widgets.example.com}
      spec:
        group: example.com
        scope: Namespaced
        names: {plural: widgets, kind: Widget}
        versions:
          - name: v1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object, properties: {spec: SPEC}}}
      """;

  @Test
  void aPlainDefinitionIsTakenWithTheNamesThatFollowFromItsKind() {
    Verdict verdict = answer(widget("{type: object}"));

    assertThat(causes(verdict)).isEmpty();
    assertThat(verdict.result().orElseThrow().at("spec", "names", "listKind").text())
        .isEqualTo("WidgetList");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scope: Namespaced | scope: namespaced | FieldValueNotSupported spec.scope",
        "kind: Widget | kind: Widget, listKind: Widget | FieldValueInvalid spec.names.listKind",
        "served: true | deprecationWarning: gone |"
            + " FieldValueInvalid spec.versions[0].deprecationWarning",
      })
  void namesAndVersionsAreJudged(String good, String bad, String cause) {
    assertThat(causes(answer(widget("{type: object}").replace(good, bad)))).containsExactly(cause);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}| FieldValueRequired SPEC.type",
        "{type: array}| FieldValueRequired SPEC.items",
        "{type: thing}| FieldValueNotSupported SPEC.type",
        "{type: string, default: 1}| FieldValueTypeInvalid SPEC.default",
        "{type: string, pattern: '['}| FieldValueInvalid SPEC.pattern",
        "{type: string, anyOf: [{type: string}]}| FieldValueForbidden SPEC.anyOf[0].type",
        "{type: object, id: x}| FieldValueForbidden SPEC.id",
        "{type: string, x-kubernetes-list-type: set}| FieldValueInvalid SPEC.type",
      })
  void schemasMustBeStructural(String schema, String cause) {
    String named = cause.replace("SPEC", "spec.validation.openAPIV3Schema.properties[spec]");

    assertThat(causes(answer(widget(schema)))).containsExactly(named);
  }

  @Test
  void aCauseThatTheServerNamesOtherwiseIsPlacedWhereItIsWritten() {
    Verdict verdict = answer(widget("{}"));

    assertThat(verdict.causes().get(0).place())
        .hasToString("spec.versions[0].schema.openAPIV3Schema.properties[spec].type");
  }

  @Test
  void scopeAndGroupStayAsTheyAre() {
    Document old = read(widget("{type: object}"));
    Document changed = read(widget("{type: object}")
        .replace("scope: Namespaced", "scope: Cluster")
        .replace("group: example.com", "group: other.example.com"));

    assertThat(causes(SERVER.update(changed, old.root())))
        .containsExactly("FieldValueInvalid spec.scope", "FieldValueInvalid spec.group");
  }

  @Test
  void rulesComparePartsOfMapsAndOfListsWithKeysOnly() {
    String schema = """
        {type: object, x-kubernetes-map-type: TYPE, properties: {size: {type: integer,
         x-kubernetes-validations: [{rule: self >= oldSelf}]}}}\
        """;

    assertThat(causes(answer(widget(schema.replace("TYPE", "granular"))))).isEmpty();
    assertThat(causes(answer(widget(schema.replace("TYPE", "atomic"))))).isEmpty();
    String list = "{type: array, maxItems: 9, items: " + schema.replace("TYPE", "atomic") + "}";
    assertThat(causes(answer(widget("{type: object, properties: {sizes: " + list + "}}"))))
        .singleElement()
        .asString()
        .endsWith("items.properties[size].x-kubernetes-validations[0].rule");
  }

  @Test
  void rulesBesideAnEmptyOneAreNotCompiled() {
    assertThat(causes(answer(widget("""
        {type: object, x-kubernetes-validations: [{rule: ""}, {rule: self + 1}]}\
        """))))
        .singleElement()
        .asString()
        .startsWith("FieldValueRequired");
  }

  private static String widget(String specSchema) {
    return WIDGET.replace("SPEC", specSchema);
  }

  private static Verdict answer(String text) {
    return SERVER.create(read(text));
  }

  private static Document read(String text) {
    return new ManifestReader()
        .read("a.text", text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0);
  }

  private static List<String> causes(Verdict verdict) {
    return verdict.causes().stream()
        .map(cause -> cause.type().word() + " " + cause.field())
        .toList();
  }
}
