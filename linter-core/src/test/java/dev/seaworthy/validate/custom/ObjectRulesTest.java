package dev.seaworthy.validate.custom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.api.catalog.LayeredCatalog;
import dev.seaworthy.api.crd.CrdCatalog;
import dev.seaworthy.conformance.Answer;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Endpoint;
import dev.seaworthy.validate.Submission;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a definition asks of its objects, with the fields as the server names them. */
class ObjectRulesTest {

  private static final String DEFINITION = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: gadgets.test.example}
      spec:
        group: test.example
        scope: Namespaced
        names: {plural: gadgets, singular: gadget, kind: Gadget, listKind: GadgetList}
        versions:
        - name: v1
          served: true
          storage: true
          subresources:
            scale:
              specReplicasPath: .spec.size
              statusReplicasPath: .status.size
              labelSelectorPath: .status.selector
          schema:
            openAPIV3Schema:
              type: object
              x-kubernetes-validations: [{rule: "self.metadata.name != 'bad'"}]
              properties:
                spec:
                  type: object
                  properties:
                    size: {type: integer, nullable: true}
                    asn: {type: integer, format: int32, maximum: 4294967295}
                    half: {type: integer, minimum: 0.5}
                    wide: {type: integer, format: uint32}
                    even: {type: integer, multipleOf: 2}
                    never: {type: integer, multipleOf: -1}
                    rough: {type: number, multipleOf: 2.5}
                    long: {type: string, pattern: "^(LONG)*$"}
                    listed: {type: array, format: cidr, items: {type: string}}
                    one:
                      type: object
                      maxProperties: 1
                      properties: {a: {type: string}, b: {type: string}}
                status:
                  type: object
                  properties: {size: {type: integer}, selector: {type: string}}
      """;

  private final ApiServer server = server(Release.NEWEST);

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "spec: {size: 3} | ",
        "spec: {} | ",
        "spec: {size: -1} | FieldValueInvalid .spec.size",
        "spec: {size: 2147483648} | FieldValueInvalid .spec.size",
        "spec: {size: null} | FieldValueInvalid .spec.size",
        "status: {size: -1} | FieldValueInvalid .status.size",
      })
  void aNumberOfReplicasMustFitAScale(String fields, String cause) {
    assertThat(causes("web", fields)).isEqualTo(cause == null ? List.of() : List.of(cause));
  }

  @Test
  void aPatternThatIsTooMuchWorkForATextIsToldAndNotTried() {
    assertThat(causes("web", "spec: {long: " + "a".repeat(20_000) + "}")).isNotEmpty();
    assertThat(causes("web", "spec: {long: " + "a".repeat(40_000) + "}"))
        .containsExactly("FieldValueInvalid spec.long");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "spec: {even: 4} | ",
        "spec: {even: -4} | ",
        "spec: {even: 3} | FieldValueInvalid spec.even",
        "spec: {never: 3} | FieldValueInvalid spec.never",
        "spec: {never: 0} | FieldValueInvalid spec.never",
        "spec: {rough: 7.5} | ",
        "spec: {rough: 6.5} | FieldValueInvalid spec.rough",
        "spec: {rough: 6} | ",
        "spec: {rough: 5} | FieldValueInvalid spec.rough",
      })
  void aMultipleIsOneOfAFactorAboveZero_forWholeNumbersOfItsWholePart(String fields, String cause) {
    assertThat(causes("web", fields)).isEqualTo(cause == null ? List.of() : List.of(cause));
  }

  @Test
  void whatIsNoMappingOnTheWayToReplicasIsToldBesideItsType() {
    assertThat(causes("web", "status: text"))
        .containsExactly(
            "FieldValueInvalid .status.selector",
            "FieldValueInvalid .status.size",
            "FieldValueInvalid <nil>",
            "FieldValueTypeInvalid status");
  }

  @Test
  void aBoundThatItsOwnFormatCannotHoldIsToldOfEveryNumber() {
    assertThat(causes("web", "spec: {asn: 1}")).containsExactly("FieldValueInvalid <nil>");
    assertThat(causes("web", "spec: {half: 1}")).containsExactly("FieldValueInvalid <nil>");
    assertThat(causes("web", "spec: {half: 0}"))
        .containsExactly("FieldValueInvalid <nil>", "FieldValueInvalid spec.half");
  }

  /** Until 1.35 the whole part of a bound counted, and a number had to fit no format. */
  @Test
  void olderReleasesHoldNumbersToTheBoundAlone() {
    ApiServer older = server(new Release(35));

    assertThat(causes(older, "web", "spec: {asn: 1}")).isEmpty();
    assertThat(causes(older, "web", "spec: {half: 0}")).isEmpty();
    assertThat(causes(older, "web", "spec: {asn: 4294967296}"))
        .containsExactly("FieldValueInvalid spec.asn");
  }

  @Test
  void aFormatThatIsNotOfTheTypeSaysNothing() {
    assertThat(causes("web", "spec: {wide: -1, listed: [any]}")).isEmpty();
  }

  @Test
  void aMappingWithTooManyFieldsIsLookedIntoAllTheSame() {
    assertThat(causes("web", "spec: {one: {a: 1, b: x}}"))
        .containsExactly(
            "FieldValueInvalid <nil>",
            "FieldValueTooMany spec.one",
            "FieldValueTypeInvalid spec.one.a");
  }

  @Test
  void aRuleAboutTheWholeObjectNamesNoField() {
    assertThat(causes("bad", "spec: {}")).containsExactly("FieldValueInvalid <nil>");
  }

  @Test
  void missingMetadataKeepsTheRulesFromBeingAsked() {
    assertThat(causes("''", "spec: {}"))
        .containsExactly("FieldValueInvalid <nil>", "FieldValueRequired metadata.name");
  }

  private List<String> causes(String name, String fields) {
    return causes(server, name, fields);
  }

  private static List<String> causes(ApiServer server, String name, String fields) {
    Node object = node("""
        apiVersion: test.example/v1
        kind: Gadget
        metadata: {name: %s}
        %s
        """.formatted(name, fields));
    return Answer.of(server.judge(Submission.create(object)
            .to(new Endpoint(GroupVersionKind.of("test.example/v1", "Gadget"), "default"))))
        .causes();
  }

  private static ApiServer server(Release release) {
    ApiCatalog builtIn = BuiltInCatalog.of(release);
    return ApiServer.of(new LayeredCatalog(
        builtIn,
        CrdCatalog.of(List.of(node(DEFINITION.replace("LONG", "a".repeat(40_000)))), builtIn)));
  }

  private static Node node(String text) {
    return new ManifestReader()
        .read("test.yaml", text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
  }
}
