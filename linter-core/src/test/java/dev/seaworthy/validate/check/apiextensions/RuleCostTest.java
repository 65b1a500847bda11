package dev.seaworthy.validate.check.apiextensions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.validate.ApiServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that may cost more than a server lets them, by the sizes that their schemas allow. */
class RuleCostTest {

  private static final ApiServer SERVER = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));

  private static final String RULE =
      "spec.validation.openAPIV3Schema.properties[x]" + ".x-kubernetes-validations[0].rule";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "type: string | self.contains('x')",
        "type: array, items: {type: integer} | self.sum() < 100",
        "type: array, maxItems: 10, items: {type: string, maxLength: 10}"
            + " | self.all(a, self.all(b, self.all(c, a != b && b != c)))",
        "type: object, maxProperties: 20, additionalProperties: {type: string, maxLength: 50}"
            + " | self.all(k, self[k].matches('^[a-z]+$'))",
        "x-kubernetes-int-or-string: true | int(string(self).replace('%', '')) <= 100",
        "type: integer | lists.range(3).size() == self",
        "type: string, maxLength: 9 | self.matches('^[!#-[\\\\\\\\]-~]+$')",
      })
  void rulesWithinTheBudgetAreTaken(String schema, String rule) {
    assertThat(causes(schema, rule)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "type: array, maxItems: 100, items: {type: string, maxLength: 10}"
            + " | self.all(a, self.all(b, self.all(c, a != b && b != c)))",
        "type: array, maxItems: 50, items: {type: integer}"
            + " | self.all(a, self.all(b, self.all(c, self.all(d, a + b + c + d >= 0))))",
      })
  void aRuleBeyondItsOwnBudgetIsRefused(String schema, String rule) {
    assertThat(causes(schema, rule)).containsExactly("FieldValueForbidden " + RULE);
  }

  @Test
  void whatTogetherIsTooMuchIsSaidOfTheSchemaAndOfItsDearestRules() {
    assertThat(
            causes("type: array, items: {type: string}", "self.all(a, self.exists_one(b, a == b))"))
        .containsExactly(
            "FieldValueForbidden " + RULE,
            "FieldValueForbidden " + RULE,
            "FieldValueForbidden spec.validation.openAPIV3Schema");
  }

  @Test
  void ofAPartOfAUrlNobodyKnowsHowLongItIs() {
    assertThat(causes(
            "type: string, maxLength: 9", "url(self).getEscapedPath().matches('^/v[0-9]+$')"))
        .containsExactly(
            "FieldValueForbidden " + RULE,
            "FieldValueForbidden " + RULE,
            "FieldValueForbidden spec.validation.openAPIV3Schema");
    assertThat(causes("type: string, maxLength: 9", "url(self).getScheme() == 'https'"))
        .isEmpty();
  }

  @Test
  void toCompareWholeNumbersForEqualityCostsNothingBeyondThem() {
    String list = "type: array, items: {type: integer, x-kubernetes-validations: [{rule: '%s'}]}";

    assertThat(causes(list.formatted("self == 0 || self == 1 || self == 2 || self == 3"), "true"))
        .isEmpty();
    assertThat(causes(list.formatted("self > 0 || self > 1 || self > 2 || self > 3"), "true"))
        .hasSize(1);
  }

  @Test
  void aRuleInsideAnUnboundedListCountsForEachItem() {
    String item = "type: array, items: {type: array, maxItems: 500, items: {type: integer},"
        + " x-kubernetes-validations: [{rule: 'self.all(a, self.all(b, a != b))'}]}";

    assertThat(causes(item, "true")).hasSize(3);
    assertThat(causes("maxItems: 2, " + item, "true")).isEmpty();
  }

  private static List<String> causes(String schema, String rule) {
    return SERVER
        .create(new ManifestReader()
            .read("a.yaml", definition(schema, rule).getBytes(StandardCharsets.UTF_8))
            .documents()
            .get(0))
        .causes()
        .stream()
        .map(cause -> cause.type().word() + " " + cause.field())
        .toList();
  }

  private static String definition(String schema, String rule) {
    return """
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
              schema:
                openAPIV3Schema:
                  type: object
                  properties:
                    x: {%s, x-kubernetes-validations: [{rule: "%s"}]}
        """.formatted(schema, rule);
  }
}
