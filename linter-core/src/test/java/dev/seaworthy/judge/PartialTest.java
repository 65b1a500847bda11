package dev.seaworthy.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.Input;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.report.FileReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A patch that no kustomization lists is told from an object that somebody got wrong. */
class PartialTest {

  private static final String ENVIRONMENT = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: controller}
      spec:
        template:
          spec:
            containers: [{name: manager, env: [{name: LEVEL, value: debug}]}]
      """;

  private static final String WITHOUT_SELECTOR = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: web, image: "web:1"}]}
      """;

  @TempDir
  Path folder;

  @BeforeEach
  void givenAKustomization() throws IOException {
    Files.writeString(folder.resolve("kustomization.yaml"), "resources: [listed.yaml]\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"env_override.yaml", "more/controller.yaml"})
  void whatLacksAlmostEverythingIsOne(String file) throws IOException {
    FileReport report = judged(file, ENVIRONMENT);

    assertThat(report.isPassedOver()).isTrue();
    assertThat(report.notes()).singleElement().satisfies(note -> {
      assertThat(note.code()).isEqualTo("patch");
      assertThat(note.message()).contains("no kustomization here lists it");
    });
  }

  @Test
  void soIsWhatIsCalledAPatchWhereThereIsNoKustomization() throws IOException {
    Files.delete(folder.resolve("kustomization.yaml"));

    assertThat(judged("patch-controller.yaml", ENVIRONMENT).isPassedOver()).isTrue();
    assertThat(judged("patch-web.yaml", WITHOUT_SELECTOR).findings()).isNotEmpty();
  }

  @Test
  void soIsWhatATestAppliesOverWhatAnOperatorHasMade() throws IOException {
    Files.delete(folder.resolve("kustomization.yaml"));
    Files.writeString(
        folder.resolve("chainsaw-test.yaml"),
        "{apiVersion: chainsaw.kyverno.io/v1alpha1, kind: Test, metadata: {name: a}, spec: {}}");

    assertThat(judged("02-annotate.yaml", ENVIRONMENT).isPassedOver()).isTrue();
  }

  @Test
  void soIsANumberOfReplicasAlone() throws IOException {
    String replicas =
        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: 3}}";

    assertThat(judged("replicas.yaml", replicas).isPassedOver()).isTrue();
  }

  @Test
  void soIsWhatHasTheNameOfAWholeObjectOfTheFolderAbove() throws IOException {
    String chart = """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}}
        """;
    Files.writeString(
        folder.resolve("listed.yaml"),
        chart.replace("{selector", "{ports: [{port: 80}], selector"));

    assertThat(judged("demo/00.yaml", chart).isPassedOver()).isTrue();
    assertThat(judged("demo/01.yaml", chart.replace("name: web", "name: api")).findings())
        .isNotEmpty();
  }

  @Test
  void thatRulesOfItsKindWereNotAskedIsNothingThatItLacks() throws IOException {
    String definition = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: gadgets.test.example}
        spec:
          group: test.example
          scope: Namespaced
          names: {plural: gadgets, singular: gadget, kind: Gadget}
          versions:
            - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {
                spec: {type: object, required: [port, size], x-kubernetes-validations: [{rule: self.port > 0}],
                  properties: {port: {type: integer}, size: {type: integer}}}}}}}
        """;
    Files.writeString(folder.resolve("crd.yaml"), definition);
    Path part = Files.createDirectories(folder.resolve("more")).resolve("gadget.yaml");
    Files.writeString(
        part, "{apiVersion: test.example/v1, kind: Gadget, metadata: {name: a}, spec: {}}");

    assertThat(Seaworthy.usual().validate(Input.paths(folder.toString())).stream()
            .filter(file -> file.name().endsWith("gadget.yaml")))
        .singleElement()
        .satisfies(file -> assertThat(file.isPassedOver()).isTrue());
  }

  @Test
  void whatIsListedIsMeantToBeWhole() throws IOException {
    assertThat(judged("listed.yaml", ENVIRONMENT).findings()).isNotEmpty();
  }

  @Test
  void whatRunsAnImageWithLabelsIsMeantToBeWhole() throws IOException {
    assertThat(judged("web.yaml", WITHOUT_SELECTOR).findings()).isNotEmpty();
  }

  @Test
  void whatHasAFieldThatThereIsNotIsWrong() throws IOException {
    String wrong = ENVIRONMENT.replace("env:", "envs:");

    assertThat(judged("env_override.yaml", wrong).findings()).isNotEmpty();
  }

  @Test
  void elsewhereItIsAnObjectThatLacksSomething() throws IOException {
    Files.delete(folder.resolve("kustomization.yaml"));

    assertThat(judged("env_override.yaml", ENVIRONMENT).findings()).isNotEmpty();
  }

  @Test
  void whoeverWantsObjectsAloneIsToldOfIt() throws IOException {
    Seaworthy strict = Seaworthy.of(Settings.usual().refusingOtherFiles());

    assertThat(judged("env_override.yaml", ENVIRONMENT, strict).findings()).isNotEmpty();
  }

  private FileReport judged(String file, String text) throws IOException {
    return judged(file, text, Seaworthy.usual());
  }

  private FileReport judged(String file, String text, Seaworthy seaworthy) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return seaworthy.validate(Input.paths(path.toString())).get(0);
  }
}
