package dev.seaworthy.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.Input;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.ObjectReport;
import dev.seaworthy.report.ServerAnswer.Cause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kinds that CustomResourceDefinitions define, in the input or beside it. */
class DefinedKindsTest {

  private static final String DEFINITION = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: gadgets.test.example}
      spec:
        group: test.example
        scope: Namespaced
        names: {plural: gadgets, singular: gadget, kind: Gadget}
        versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              required: [spec]
              properties:
                spec:
                  type: object
                  required: [port]
                  properties:
                    port: {x-kubernetes-int-or-string: true}
                    level: {type: string, enum: [low, high], default: low}
                    name: {type: string, pattern: '^[a-z]+$', maxLength: 5}
                    free: {type: object, x-kubernetes-preserve-unknown-fields: true}
                    parts:
                      type: array
                      x-kubernetes-list-type: map
                      x-kubernetes-list-map-keys: [id]
                      items: {type: object, required: [id], properties: {id: {type: string}}}
      """;

  @TempDir
  private Path folder;

  /** CustomResourceDefinitions of the old version prune nothing unless they say so. */
  @Test
  void anOldDefinitionKeepsUnknownFieldsAtAnyDepth() {
    String old = """
        apiVersion: apiextensions.k8s.io/v1beta1
        kind: CustomResourceDefinition
        metadata: {name: meshes.test.example}
        spec:
          group: test.example
          scope: Namespaced
          names: {plural: meshes, kind: Mesh}
          version: v1
          validation: {openAPIV3Schema: {properties: {spec: {type: object}}}}
        """;
    String mesh =
        "{apiVersion: test.example/v1, kind: Mesh, metadata: {name: a}, spec: {hub: {x: 1}}}\n";

    assertThat(second(old + "---\n" + mesh).answer().accepted()).isTrue();
    assertThat(second(old.replace("  version: v1", "  preserveUnknownFields: false\n  version: v1")
                + "---\n" + mesh)
            .answer()
            .accepted())
        .isFalse();
  }

  private static ObjectReport second(String text) {
    return Seaworthy.usual()
        .validate(Input.text("mesh.yaml", text))
        .get(0)
        .objects()
        .get(1);
  }

  @Test
  void whatTheStoredVersionLacksIsLostAndTold() {
    String definition = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: parts.test.example}
        spec:
          group: test.example
          scope: Namespaced
          names: {plural: parts, singular: part, kind: Part}
          versions:
          - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {
              spec: {type: object, properties: {size: {type: integer}, form: {type: string, default: round}}}}}}}
          - {name: v2, served: true, storage: false, schema: {openAPIV3Schema: {type: object, properties: {
              spec: {type: object, properties: {size: {type: integer}, form: {type: string},
                colour: {type: string}, weight: {type: integer, default: 1}}}}}}}
        ---
        apiVersion: test.example/v2
        kind: Part
        metadata: {name: wheel}
        spec: {size: 3, colour: red}
        """;

    FileReport file = Seaworthy.of(Settings.usual().withResults())
        .validate(Input.text("a.yaml", definition))
        .get(0);

    assertThat(file.notes()).singleElement().satisfies(note -> {
      assertThat(note.code()).isEqualTo("field-not-stored");
      assertThat(note.place().line()).isEqualTo(18);
      assertThat(note.message()).startsWith("spec.colour is lost");
    });
    assertThat(file.objects().get(1).answer().result().orElseThrow())
        .contains("\"spec\":{\"size\":3,\"form\":\"round\"}");
  }

  @Test
  void whatOneRoleOfAnsibleInstallsSaysNothingOfAnother() throws IOException {
    String wrong = gadget("port: http, lever: low");
    given("roles/operator/tasks/main.yml", "[]");
    given("roles/operator/files/definition.yaml", DEFINITION);
    given("roles/operator/files/gadget.yaml", wrong);

    assertThat(refused("roles/operator")).isOne();

    given("roles/shop/files/gadget.yaml", wrong);

    assertThat(refused("roles")).isZero();
  }

  private void given(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private long refused(String below) {
    return Seaworthy.usual().validate(Input.paths(folder.resolve(below).toString())).stream()
        .flatMap(file -> file.objects().stream())
        .filter(object -> object.answer().code() == 400)
        .count();
  }

  @Test
  void ofAValueOfTheWrongTypeOneThingIsTold() {
    String definition = DEFINITION.replace(
        "port: {x-kubernetes-int-or-string: true}",
        "port: {x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}");
    FileReport file = Seaworthy.usual()
        .validate(Input.text("a.yaml", definition + "---\n" + gadget("port: 3.14")))
        .get(0);

    assertThat(file.objects().get(1).answer().causes()).hasSizeGreaterThan(1);
    assertThat(file.findings()).hasSize(1);
  }

  @Test
  void aDefinitionInTheInputDefinesItsKindWhereverItStands() {
    List<FileReport> files = Seaworthy.usual()
        .validate(Input.text("a.yaml", gadget("port: http, lever: low"))
            .and(Input.text("z.yaml", DEFINITION)));

    assertThat(files.get(0).objects()).singleElement().satisfies(object -> {
      assertThat(object.answer().code()).isEqualTo(400);
      assertThat(object.answer().decode()).extracting(Cause::field).containsExactly("spec.lever");
    });
    assertThat(files.get(0).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.remedy()).contains("Did you mean level?"));
  }

  @Test
  void definitionsAmongTestsYieldToOthers() {
    String old = DEFINITION.replace("x-kubernetes-int-or-string: true", "type: string");
    Input input = Input.text("api/src/test/resources/old.yaml", old)
        .and(Input.text("chart/crds/gadget.yaml", DEFINITION))
        .and(Input.text("examples/gadget.yaml", gadget("port: 1")));

    List<FileReport> files = Seaworthy.usual().validate(input);

    assertThat(files.get(2).findings()).isEmpty();
  }

  @Test
  void thatRulesAreNotAskedIsToldAfterWhatKeepsThemFromIt() {
    String definition = DEFINITION.replace(
        "required: [port]",
        "required: [port]\n            x-kubernetes-validations: [{rule: has(self.port)}]");

    List<FileReport> files = Seaworthy.usual()
        .validate(Input.text("a.yaml", gadget("level: mid, port: true"))
            .and(Input.text("z.yaml", definition)));

    assertThat(files.get(0).findings())
        .extracting(Diagnostic::message)
        .hasSize(3)
        .last()
        .asString()
        .contains("asked only once the other errors of this object are mended");
  }

  @Test
  void whatTheSchemaDoesNotAllowIsRefusedAtItsField() {
    assertThat(causes("port: true")).containsExactly("FieldValueTypeInvalid spec.port");
    assertThat(causes("level: high")).containsExactly("FieldValueRequired spec.port");
    assertThat(causes("port: 1, level: mid")).containsExactly("FieldValueNotSupported spec.level");
    assertThat(causes("port: 1, name: A")).containsExactly("FieldValueInvalid spec.name");
    assertThat(causes("port: 1, name: abcdef")).containsExactly("FieldValueTooLong spec.name");
    assertThat(causes("port: 1, parts: [{id: a}, {id: a}]"))
        .containsExactly("FieldValueDuplicate spec.parts[1]");
  }

  @Test
  void whatTheSchemaKeepsIsAccepted() {
    assertThat(causes("port: 80, free: {any: [1, {of: it}]}, parts: [{id: a}, {id: b}]"))
        .isEmpty();
  }

  @Test
  void defaultsOfTheSchemaAreFilledIn() {
    FileReport file =
        judge(Settings.usual().withResults(), DEFINITION + "---\n" + gadget("port: 1"));

    assertThat(file.objects().get(1).answer().result())
        .hasValueSatisfying(result -> assertThat(result).contains("\"level\":\"low\""));
  }

  @Test
  void definitionsBesideTheInputCountToo() throws IOException {
    Path crds = Files.createDirectory(folder.resolve("crds"));
    Files.writeString(crds.resolve("gadget.yaml"), DEFINITION);
    Files.writeString(crds.resolve("values.yaml"), "replicas: 2\n");

    Settings settings = Settings.usual().withCrds(List.of(crds.toString()));

    assertThat(codes(judge(settings, gadget("port: 1")))).containsExactly(201);
    assertThat(codes(judge(settings, gadget("port: []")))).containsExactly(422);
  }

  @Test
  void aPathWithoutDefinitionsIsAnErrorWithARemedy() throws IOException {
    Files.writeString(folder.resolve("values.yaml"), "replicas: 2\n");

    assertThatThrownBy(() -> Seaworthy.of(Settings.usual().withCrds(List.of(folder.toString()))))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("there is no CustomResourceDefinition");
    assertThatThrownBy(() -> Seaworthy.of(Settings.usual().withCrds(List.of(folder + "/no"))))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("there is no such file or folder");
  }

  @Test
  void aSchemaLocationOfNoUseIsAnErrorWithARemedy() throws IOException {
    Path crd = Files.writeString(folder.resolve("gadget.yaml"), DEFINITION);

    assertThatThrownBy(() -> Seaworthy.of(Settings.usual().withSchemas(List.of(crd.toString()))))
        .hasMessageContaining("--crds " + crd);
    assertThatThrownBy(() -> Seaworthy.of(Settings.usual().withSchemas(List.of(folder + "/no"))))
        .hasMessageContaining("there is no " + folder + "/no");
    assertThatThrownBy(() -> Seaworthy.of(Settings.usual().withSchemas(List.of(folder.toString()))))
        .hasMessageContaining("there is no JSON Schema");
  }

  @Test
  void strictKindsRefuseWhatNobodyHasDefined() {
    assertThat(codes(judge(Settings.usual().withStrictKinds(), gadget("port: 1"))))
        .containsExactly(404);
  }

  @Test
  void aVersionThatTheDefinitionDoesNotServeIsAMistake() {
    FileReport file =
        judge(Settings.usual(), DEFINITION + "---\n" + gadget("port: 1").replace("/v1", "/v2"));

    assertThat(file.findings()).singleElement().satisfies(finding -> {
      assertThat(finding.severity().word()).isEqualTo("error");
      assertThat(finding.remedy()).contains("Kind Gadget is in test.example/v1.");
    });
  }

  @Test
  void aMisspeltGroupOfABuiltInKindIsAMistake() {
    assertThat(codes(judge(Settings.usual(), object("networking.k8s.oi/v1", "Ingress"))))
        .containsExactly(404);
    assertThat(codes(judge(Settings.usual(), object("app/v1", "Deployment")))).containsExactly(404);
    assertThat(codes(judge(Settings.usual(), object("apps/v1", "Deploiment"))))
        .containsExactly(404);
  }

  @Test
  void aKindOfAnotherGroupIsNoSlipForABuiltInOne() {
    FileReport file = judge(Settings.usual(), object("stable.example.com/v1", "CronTab"));

    assertThat(file.objects()).isEmpty();
    assertThat(file.notes())
        .extracting(Diagnostic::remedy)
        .allSatisfy(remedy -> assertThat(remedy)
            .hasValueSatisfying(text -> assertThat(text).doesNotContain("Did you mean")));
  }

  private static List<String> causes(String spec) {
    FileReport file = judge(Settings.usual(), DEFINITION + "---\n" + gadget(spec));
    return file.objects().get(1).answer().causes().stream()
        .map(cause -> cause.reason() + " " + cause.field())
        .toList();
  }

  private static List<Integer> codes(FileReport file) {
    return file.objects().stream()
        .map(ObjectReport::answer)
        .map(answer -> answer.code())
        .toList();
  }

  private static FileReport judge(Settings settings, String text) {
    return Seaworthy.of(settings).validate(Input.text("a.yaml", text)).get(0);
  }

  private static String gadget(String spec) {
    return object("test.example/v1", "Gadget") + "spec: {" + spec + "}\n";
  }

  private static String object(String apiVersion, String kind) {
    return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: one}\n";
  }
}
