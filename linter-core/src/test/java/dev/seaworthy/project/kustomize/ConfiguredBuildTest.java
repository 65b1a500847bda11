package dev.seaworthy.project.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * {@code configurations}, {@code vars} and {@code buildMetadata} as {@code kubectl kustomize} of Kustomize
 * 5.5 has them.
 */
class ConfiguredBuildTest {

  private static final String APP = """
      apiVersion: shop.example/v1
      kind: App
      metadata: {name: app}
      spec: {image: "web:1", conf: cm, size: 1, host: "$(HOST).x", parts: [{conf: cm, image: web}]}
      """;

  private static final String SERVICE = """
      apiVersion: v1
      kind: Service
      metadata: {name: web, annotations: {app: app}}
      spec: {selector: {a: b}, ports: [{port: 8080, targetPort: "$(PORT)"}]}
      """;

  private final Map<Path, String> files = new HashMap<>();

  private void given(String name, String text) {
    files.put(Path.of("/shop").resolve(name), text);
  }

  private Optional<byte[]> read(Path file) {
    return Optional.ofNullable(files.get(file)).map(t -> t.getBytes(StandardCharsets.UTF_8));
  }

  private Built build(String folder) {
    return new KustomizeBuilds(this::read, BuiltInCatalog.of(Release.NEWEST), WiderReach.NONE)
        .of(Path.of("/shop").resolve(folder))
        .orElseThrow();
  }

  private List<String> objects(String folder) {
    Built built = build(folder);
    assertThat(built.refusal()).isEmpty();
    return built.objects().stream().map(BuiltObject::root).map(Mapping::toJson).toList();
  }

  private String refusal(String folder) {
    return build(folder).refusal().orElseThrow().why();
  }

  private void app(String kustomization, String configuration) {
    given(
        "kustomization.yaml",
        "resources: [app.yaml]\nconfigurations: [conf.yaml]\n"
            + "configMapGenerator: [{name: cm, literals: [a=b]}]\n" + kustomization);
    given("app.yaml", APP);
    given("conf.yaml", configuration);
  }

  @Test
  void aNameIsFollowedInFieldsThatConfigurationsName() {
    app("namePrefix: p-", """
        nameReference:
        - kind: ConfigMap
          version: v1
          fieldSpecs:
          - {kind: App, path: spec/conf}
          - {kind: App, group: shop.example, path: spec/parts/conf}
        """);

    assertThat(objects("").get(0))
        .contains("\"conf\":\"p-cm-4h2mbtbbt6\"")
        .contains("\"parts\":[{\"conf\":\"p-cm-4h2mbtbbt6\"");
  }

  @Test
  void aReferenceIsToTheKindThatConfigurationsName() {
    app("namePrefix: p-", """
        nameReference:
        - {kind: ConfigMap, version: v2, fieldSpecs: [{kind: App, path: spec/conf}]}
        - {kind: Secret, fieldSpecs: [{kind: App, path: spec/parts/conf}]}
        """);

    assertThat(objects("").get(0)).contains("\"conf\":\"cm\"").contains("[{\"conf\":\"cm\"");
  }

  @Test
  void imagesSizesLabelsAndNamespacesStandInFieldsOfOnesOwn() {
    app("""
        images: [{name: web, newTag: "2"}]
        replicas: [{name: app, count: 5}]
        commonLabels: {l: m}
        namespace: ns
        """, """
        images: [{kind: App, path: spec/image}, {kind: App, path: "spec/parts[]/image"}]
        replicas: [{kind: App, path: spec/size}]
        commonLabels: [{kind: App, path: spec/selects, create: true}]
        namespace: [{kind: App, path: spec/at, create: true}]
        """);

    assertThat(objects("").get(0))
        .contains("\"image\":\"web:2\"", "\"image\":\"web:2\"}]", "\"size\":5")
        .contains("\"selects\":{\"l\":\"m\"}", "\"at\":\"ns\"");
  }

  @Test
  void theFieldsOfABaseAreKnownToItsOverlays() {
    app("", "images: [{kind: App, path: spec/image}]");
    given("prod/kustomization.yaml", "resources: [..]\nimages: [{name: web, newTag: '3'}]");

    assertThat(objects("prod").get(0)).contains("\"image\":\"web:3\"");
  }

  @Test
  void whatKustomizeKnowsOfAFieldIsNotSaidOtherwise() {
    app("commonLabels: {a: b}", "commonLabels: [{kind: App, path: metadata/labels}]");

    assertThat(refusal("")).contains("metadata/labels", "create: true");
  }

  @Test
  void aTableOfUnknownNameIsRefused() {
    app("", "nameReferences: []");

    assertThat(refusal("")).isEqualTo("unknown field \"nameReferences\" in configurations");
  }

  private void service(String vars) {
    given("base/kustomization.yaml", "resources: [web.yaml, app.yaml]\n" + vars);
    given("base/web.yaml", SERVICE);
    given("base/app.yaml", APP);
    given("kustomization.yaml", "namePrefix: p-\nresources: [base]");
  }

  @Test
  void aVariableIsTheValueThatAFieldHasInTheEnd() {
    service("""
        vars:
        - {name: HOST, objref: {kind: Service, name: web, apiVersion: v1}}
        - name: PORT
          objref: {kind: Service, name: web, version: v1}
          fieldref: {fieldPath: "spec.ports[0].port"}
        configurations: [conf.yaml]
        """);
    given("base/conf.yaml", "varReference: [{kind: App, path: spec/host}]");

    assertThat(objects(""))
        .anySatisfy(web -> assertThat(web).contains("\"targetPort\":8080"))
        .anySatisfy(app -> assertThat(app).contains("\"host\":\"p-web.x\""));
  }

  @Test
  void aVariableOfNothingIsRefused() {
    service("vars: [{name: HOST, objref: {kind: Service, name: web}}]");

    assertThat(refusal("")).contains("the variable HOST is of an object, or a field of one");
  }

  @Test
  void aVariableThatTwoPartsDeclareIsRefused() {
    service("vars: [{name: HOST, objref: {kind: Service, name: web, apiVersion: v1}}]");
    given("a/kustomization.yaml", "namePrefix: a-\nresources: [../base]");
    given("b/kustomization.yaml", "namePrefix: b-\nresources: [../base]");
    given("both/kustomization.yaml", "resources: [../a, ../b]");

    assertThat(refusal("both")).contains("the variable HOST is declared twice");
  }

  @Test
  void twoDollarSignsAreOneAndUnknownNamesStay() {
    VariableTexts texts = new VariableTexts(Map.of("A", Scalar.of("x")));

    assertThat(texts.filled(Scalar.of("$(A)-$$(A)-$(B)-$y-$")).text())
        .isEqualTo("x-$(A)-$(B)-$y-$");
  }

  @Test
  void anObjectTellsWhereItComesFrom() {
    given("base/kustomization.yaml", """
        resources: [sub/web.yaml]
        configMapGenerator: [{name: cm, literals: [a=b]}]
        """);
    given("base/sub/web.yaml", SERVICE);
    given("prod/kustomization.yaml", "resources: [../base]\nbuildMetadata: [originAnnotations]");

    assertThat(objects("prod"))
        .anySatisfy(web -> assertThat(web)
            .contains("\"config.kubernetes.io/origin\":\"path: ../base/sub/web.yaml\\n\""))
        .anySatisfy(cm -> assertThat(cm)
            .contains("\"configuredIn: ../base/kustomization.yaml\\nconfiguredBy:\\n"
                + "  apiVersion: builtin\\n  kind: ConfigMapGenerator\\n\""));
  }

  @Test
  void theLabelOfTheManagerIsThatOfKustomizeWhichKubectlGivesOtherwise() {
    given("web.yaml", SERVICE);
    given("kustomization.yaml", "resources: [web.yaml]\nbuildMetadata: [managedByLabel]");

    assertThat(objects("").get(0))
        .contains("\"app.kubernetes.io/managed-by\":\"kustomize-v5.5.0\"");
    assertThat(build("").gaps()).singleElement().satisfies(gap -> {
      assertThat(gap.what()).contains("kubectl apply -k gives kustomize-(devel)");
      assertThat(gap.isUnsure()).isFalse();
    });
  }

  @Test
  void whoReplacesAGeneratedMapSaysWhetherItsNameHasAHash() {
    given("base/kustomization.yaml", "configMapGenerator: [{name: cm, literals: [a=b]}]");
    given("kustomization.yaml", """
        resources: [base]
        generatorOptions: {disableNameSuffixHash: true}
        configMapGenerator: [{name: cm, behavior: replace, literals: [c=d]}]
        """);

    assertThat(objects("").get(0)).contains("\"name\":\"cm\"");
  }
}
