package dev.seaworthy.project.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.Mapping;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code kubectl kustomize} of Kustomize 5.5 prints of the same files. */
class KustomizeBuildTest {

  private static final String WEB = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            serviceAccountName: web
            containers:
            - {name: web, image: "nginx:1.0", envFrom: [{configMapRef: {name: conf}}]}
      """;

  private static final String ACCOUNT =
      "{apiVersion: v1, kind: ServiceAccount, metadata: {name: web}}\n";

  private final Map<Path, String> files = new HashMap<>();
  private final Map<Path, Integer> reads = new HashMap<>();

  private void given(String name, String text) {
    files.put(Path.of("/shop").resolve(name), text);
  }

  private KustomizeBuilds builds() {
    return new KustomizeBuilds(this::read, BuiltInCatalog.of(Release.NEWEST), WiderReach.NONE);
  }

  private Optional<byte[]> read(Path file) {
    reads.merge(file, 1, Integer::sum);
    return Optional.ofNullable(files.get(file)).map(t -> t.getBytes(StandardCharsets.UTF_8));
  }

  private Built build(String folder) {
    return builds().of(Path.of("/shop").resolve(folder)).orElseThrow();
  }

  private List<String> objects(String folder) {
    Built built = build(folder);
    assertThat(built.refusal()).isEmpty();
    return built.objects().stream().map(BuiltObject::root).map(Mapping::toJson).toList();
  }

  private void base(String kustomization) {
    given("base/kustomization.yaml", "resources: [web.yaml]\n" + kustomization);
    given("base/web.yaml", WEB);
  }

  @Test
  void theNamespaceOfAnOverlayIsThatOfAllThatLivesInOne() {
    base("");
    given("prod/kustomization.yaml", "namespace: prod\nresources: [../base, more.yaml]");
    given("prod/more.yaml", """
        {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
        ---
        {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: web}}
        """);

    assertThat(objects("prod"))
        .satisfiesExactly(
            web -> assertThat(web).contains("\"namespace\":\"prod\""),
            namespace -> assertThat(namespace).contains("{\"name\":\"prod\"}"),
            role -> assertThat(role).doesNotContain("namespace"));
  }

  @Test
  void whatNamesARenamedObjectFollowsIt() {
    base("configMapGenerator: [{name: conf, literals: [A=b]}]");
    given("prod/account.yaml", ACCOUNT + "---\n" + """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: web}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
        subjects: [{kind: ServiceAccount, name: web}]
        """);
    given(
        "prod/kustomization.yaml",
        "namespace: shop\nnamePrefix: a-\nnameSuffix: -z\nresources: [../base, account.yaml]");

    assertThat(objects("prod"))
        .anySatisfy(web -> assertThat(web)
            .contains("\"configMapRef\":{\"name\":\"a-conf-z-b9t2424hkf\"}")
            .contains("\"serviceAccountName\":\"a-web-z\""))
        .anySatisfy(binding -> assertThat(binding)
            .contains("\"subjects\":[{\"kind\":\"ServiceAccount\",\"name\":\"a-web-z\","
                + "\"namespace\":\"shop\"}]"));
  }

  @Test
  void theHashOfANameIsThatOfWhatIsInIt() {
    given("c/kustomization.yaml", """
        configMapGenerator:
        - {name: literals, literals: [FOO=Bar, 'QUOTED="a <b>"']}
        - {name: file, files: [app.properties, other=app.properties]}
        - {name: variables, envs: [app.properties]}
        - {name: plain, literals: [A=b], options: {disableNameSuffixHash: true}}
        secretGenerator:
        - {name: secret, literals: [password=geheim], type: example.com/x}
        """);
    given("c/app.properties", "# comment\nFOO=Bar\n");

    assertThat(objects("c"))
        .satisfiesExactly(
            literals -> assertThat(literals).contains("literals-85g858fbd6", "\"a <b>\""),
            file -> assertThat(file).contains("file-khb2ggf86f", "\"other\":\"# comment"),
            variables -> assertThat(variables).contains("variables-42cfbf598f"),
            plain -> assertThat(plain).contains("\"name\":\"plain\""),
            secret ->
                assertThat(secret).contains("secret-7d2b85mk6f", "Z2VoZWlt", "example.com/x"));
  }

  @Test
  void anOverlayAddsToWhatItsBaseGenerates() {
    base("configMapGenerator: [{name: conf, literals: [A=b, B=c]}]");
    given("prod/kustomization.yaml", """
        resources: [../base]
        configMapGenerator: [{name: conf, behavior: merge, literals: [B=d]}]
        """);

    assertThat(objects("prod"))
        .anySatisfy(map -> assertThat(map).contains("\"data\":{\"A\":\"b\",\"B\":\"d\"}"));
  }

  @Test
  void imagesReplicasAndLabelsAreThoseOfTheKustomization() {
    base("");
    given("prod/kustomization.yaml", """
        resources: [../base]
        images: [{name: nginx, newName: registry.example.com/nginx, newTag: "1.27"}]
        replicas: [{name: web, count: 3}]
        labels: [{includeSelectors: true, pairs: {team: shop}}]
        commonAnnotations: {note: x}
        """);

    assertThat(objects("prod"))
        .singleElement()
        .satisfies(web -> assertThat(web)
            .contains("\"image\":\"registry.example.com/nginx:1.27\"", "\"replicas\":3")
            .contains("\"matchLabels\":{\"app\":\"web\",\"team\":\"shop\"}")
            .contains("\"metadata\":{\"labels\":{\"app\":\"web\",\"team\":\"shop\"},"
                + "\"annotations\":{\"note\":\"x\"}}"));
  }

  @Test
  void patchesAreMergedByTheTypesOrDoneStepByStep() {
    base("");
    given("prod/kustomization.yaml", """
        resources: [../base]
        patches:
        - patch: |
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec: {template: {spec: {containers: [{name: web, tty: true}]}}}
        - target: {kind: Deploy.*}
          patch: |
            - {op: replace, path: /spec/template/spec/containers/0/image, value: other}
            - {op: replace, path: /spec/template/spec/hostNetwork, value: true}
        """);

    assertThat(objects("prod"))
        .singleElement()
        .satisfies(web -> assertThat(web)
            .contains(
                "\"name\":\"web\",\"image\":\"other\"",
                "\"tty\":true",
                "configMapRef",
                "\"hostNetwork\":true"));
  }

  @Test
  void patchesThatAreFilesAreOfTheOlderForm() {
    base("");
    given("prod/kustomization.yaml", "resources: [../base]\npatches: [more.yaml]");
    given("prod/more.yaml", """
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: 3}}
        """);

    assertThat(objects("prod")).singleElement().asString().contains("\"replicas\":3");
  }

  @Test
  void aFieldThatAPatchDeletesIsGone() {
    given("base/kustomization.yaml", "resources: [web.yaml]");
    given("base/web.yaml", """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, annotations: {note: x}}
        spec:
          containers:
          - {name: web, image: nginx, livenessProbe: {periodSeconds: 3, httpGet: {port: 80}}}
        """);
    given("prod/kustomization.yaml", """
        resources: [../base]
        patches:
        - patch: |
            apiVersion: v1
            kind: Pod
            metadata: {name: web, annotations: {$patch: delete}, labels: {$patch: delete}}
            spec:
              containers:
              - {name: web, livenessProbe: {httpGet: {$patch: delete}, exec: {command: [look]}}}
        """);

    assertThat(objects("prod"))
        .containsExactly("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"web\"},"
            + "\"spec\":{\"containers\":[{\"name\":\"web\",\"image\":\"nginx\","
            + "\"livenessProbe\":{\"periodSeconds\":3,\"exec\":{\"command\":[\"look\"]}}}]}}");
  }

  @Test
  void aComponentChangesWhatTheOtherResourcesAre() {
    base("");
    given("part/kustomization.yaml", """
        apiVersion: kustomize.config.k8s.io/v1alpha1
        kind: Component
        namePrefix: part-
        """);
    given("prod/kustomization.yaml", "resources: [../base]\ncomponents: [../part]");

    assertThat(objects("prod"))
        .singleElement()
        .satisfies(web -> assertThat(web).contains("\"metadata\":{\"name\":\"part-web\"}"));
    assertThat(build("part").isComponent()).isTrue();
  }

  @Test
  void replacementsCopyValues() {
    base("");
    given("prod/kustomization.yaml", """
        resources: [../base, account.yaml]
        replacements:
        - source: {kind: ServiceAccount, name: web, fieldPath: .metadata.name}
          targets:
          - select: {kind: Deployment}
            fieldPaths: ["spec.template.spec.containers.[name=web].image"]
            options: {delimiter: ":", index: 1}
          - select: {kind: Deployment}
            fieldPaths: ["metadata.annotations.[example.com/account]"]
            options: {create: true}
        """);
    given("prod/account.yaml", ACCOUNT);

    assertThat(objects("prod"))
        .anySatisfy(
            web -> assertThat(web).contains("\"nginx:web\"", "\"example.com/account\":\"web\""));
  }

  @Test
  void aPlaceInAPatchedObjectIsOfTheObjectsFile() {
    base("");
    given("prod/kustomization.yaml", """
        resources: [../base]
        patches:
        - patch: |
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec: {minReadySeconds: -1}
        """);

    BuiltObject web = build("prod").objects().get(0);

    assertThat(web.file()).isEqualTo(Path.of("/shop/base/web.yaml"));
    assertThat(web.root().at("spec", "minReadySeconds").span().line()).isEqualTo(4);
  }

  @Test
  void aFieldThatKustomizeDoesNotKnowIsRefusedWhereItStands() {
    base("namePrefx: p-");
    given("a/kustomization.yaml", "resource: [../base/web.yaml]");
    given("b/kustomization.yaml", "configMapGenerator:\n- name: conf\n  literal: [A=b]");
    given("over/kustomization.yaml", "resources: [../base]");

    assertThat(build("base").refusal()).get().satisfies(refusal -> {
      assertThat(refusal.why()).isEqualTo("unknown field \"namePrefx\"; did you mean namePrefix?");
      assertThat(refusal.file()).isEqualTo(Path.of("/shop/base/kustomization.yaml"));
      assertThat(refusal.place().line()).isEqualTo(2);
    });
    assertThat(build("a").refusal().orElseThrow().why()).endsWith("did you mean resources?");
    assertThat(build("b").refusal()).get().satisfies(refusal -> {
      assertThat(refusal.why())
          .isEqualTo("unknown field \"literal\" in configMapGenerator; did you mean literals?");
      assertThat(refusal.place().line()).isEqualTo(3);
    });
    assertThat(build("over").refusal().orElseThrow().file())
        .isEqualTo(Path.of("/shop/base/kustomization.yaml"));
  }

  @Test
  void fieldsThatKustomizeGivesUpAndOtherCasesAreKnown() {
    base("NamePrefix: a-");
    given("prod/kustomization.yaml", """
        bases: [../base]
        commonLabels: {tier: web}
        patchesStrategicMerge: []
        patchesJson6902: []
        vars: []
        imageTags: []
        """);

    assertThat(objects("prod"))
        .allSatisfy(web -> assertThat(web).contains("\"name\":\"a-web\"", "\"tier\":\"web\""));
  }

  @Test
  void whatKustomizeRefusesIsToldWithItsPlace() {
    given("a/kustomization.yaml", "resources:\n- gone.yaml");
    given("b/kustomization.yaml", "patches:\n- patch: |\n    " + ACCOUNT);
    given("c/kustomization.yaml", "resources: [../c]");

    assertThat(build("a").refusal()).get().satisfies(refusal -> {
      assertThat(refusal.why()).contains("there is no file gone.yaml");
      assertThat(refusal.place().line()).isEqualTo(2);
    });
    assertThat(build("b").refusal().orElseThrow().why())
        .contains("the patch is for ServiceAccount web, which is not there");
    assertThat(build("c").refusal().orElseThrow().why()).contains("made of itself");
  }

  @Test
  void whatOnlyOthersCanMakeIsAGap() {
    base("helmCharts: [{name: web}]");
    given("prod/kustomization.yaml", "resources: [../base, 'https://example.com/x.yaml']");

    assertThat(build("prod").gaps())
        .extracting(Gap::what)
        .containsExactly("helmCharts", "what lies at https://example.com/x.yaml");
  }

  @Test
  void aPatchOfWhatOnlyOthersCanMakeIsAGapToo() {
    given("a/kustomization.yaml", """
        resources: ['https://example.com/x.yaml']
        patches:
        - patch: '{apiVersion: v1, kind: ServiceAccount, metadata: {name: x}}'
        """);

    assertThat(build("a").refusal()).isEmpty();
    assertThat(build("a").gaps())
        .extracting(Gap::what)
        .containsExactly("what lies at https://example.com/x.yaml", "a patch of ServiceAccount x");
  }

  @Test
  void aPatchWithoutATargetIsPassedOver() {
    base("patches: [{target: {kind: Job}, patch: '[{op: remove, path: /spec}]'}]");

    assertThat(build("base").gaps()).extracting(Gap::kind).containsExactly(Gap.Kind.IDLE);
  }

  @Test
  void anObjectOfFluxIsNoKustomization() {
    given(
        "a/kustomization.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization");

    assertThat(builds().of(Path.of("/shop/a"))).isEmpty();
  }

  private String refusal(String patches) {
    base(patches);
    return build("base").refusal().map(Refusal::why).orElse("");
  }

  @Test
  void aPatchOfOneLineIsNoNameOfAFile() {
    base("patches: [{target: {kind: Deployment}, "
        + "patch: '- {op: replace, path: /spec/replicas, value: 2}'}]");

    assertThat(objects("base"))
        .singleElement()
        .satisfies(web -> assertThat(web).contains("\"replicas\":2"));
  }

  @Test
  void whatAPatchNamesStandsFirstInItsList() {
    base("""
        patches:
        - patch: |
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, finalizers: [a.example/b]}
            spec: {template: {spec: {containers: [{name: side, image: "s:1"}]}}}
        """);

    assertThat(objects("base"))
        .singleElement()
        .satisfies(web -> assertThat(web)
            .contains("\"containers\":[{\"name\":\"side\",\"image\":\"s:1\"},{\"name\":\"web\""));
  }

  @Test
  void whatIsNoPatchIsRefused() {
    assertThat(refusal("patches: [{patch: 'spec: {replicas: 3}', target: {kind: Deployment}}]"))
        .isEqualTo(
            "the patch is neither an object with kind and metadata.name nor a list of operations");
    assertThat(refusal("patches: [{path: web.yaml, patch: '{kind: A, metadata: {name: b}}'}]"))
        .contains("both patch and path");
    assertThat(refusal("patches: [{target: {kind: Deployment}}]"))
        .contains("neither patch nor path");
    assertThat(refusal("patches: [{patch: '- {op: remove, path: /spec}'}]"))
        .contains("must have a target");
    assertThat(refusal("patches: [{patch: '{kind: A, metadata: {name: b}, $patch: frob}'}]"))
        .isEqualTo("$patch: frob is unknown; it is delete, replace or merge");
  }

  @Test
  void aLabelThatWasPutIntoSeveralPlacesIsOneValue() {
    base("labels: [{pairs: {a: b}, includeSelectors: true}]");
    given("prod/kustomization.yaml", "resources: [../base]\nlabels: [{pairs: {a: c, app: d}}]");

    assertThat(objects("prod"))
        .singleElement()
        .satisfies(web -> assertThat(web)
            .contains("\"matchLabels\":{\"app\":\"web\",\"a\":\"c\"}")
            .contains("\"template\":{\"metadata\":{\"labels\":{\"app\":\"web\",\"a\":\"c\"}}")
            .contains("\"labels\":{\"a\":\"c\",\"app\":\"d\"}"));
  }

  @Test
  void variablesOfAFileAreReadLineByLine() {
    given("c/kustomization.yaml", "configMapGenerator: [{name: gen, envs: [a.env, b.env]}]");
    given("c/a.env", "A=1\r\nB=\"q\"\n#c\n C=3 \nD\n=x");
    given("c/b.env", "\uFEFFE=5\n");

    assertThat(objects("c"))
        .singleElement()
        .satisfies(map -> assertThat(map)
            .contains("{\"A\":\"1\",\"B\":\"\\\"q\\\"\",\"C\":\"3 \",\"D\":\"\",\"E\":\"5\"}"));
  }

  @Test
  void whatAGeneratorCannotTakeIsRefused() {
    assertThat(refusal("configMapGenerator: [{name: x, literals: [A=1, A=2]}]"))
        .isEqualTo("ConfigMap x is given the key A twice; leave one of them out");
    assertThat(refusal("configMapGenerator: [{literals: [A=1]}]"))
        .isEqualTo("a generated ConfigMap must have a name");
    assertThat(refusal("secretGenerator: [{name: x, files: [a=b=c]}]"))
        .isEqualTo("'a=b=c' is neither FILE nor KEY=FILE");
  }

  @Test
  void theNameOfAnImageIsAPattern() {
    base("images: [{name: 'n[g]inx', newTag: '2'}, {newTag: '5'}]");

    assertThat(objects("base"))
        .singleElement()
        .satisfies(web -> assertThat(web).contains("\"image\":\"nginx:2\""));
    assertThat(refusal("images: [{name: 'web(', newTag: '2'}]")).contains("'web(' is none");
  }

  @Test
  void anIndexOfAPatchMayCountFromTheEnd() {
    base("patches: [{target: {kind: Deployment}, patch: '[{\"op\": \"add\", "
        + "\"path\": \"/spec/template/spec/containers/-1\", \"value\": {\"name\": \"b\"}}]'}]");

    assertThat(objects("base"))
        .singleElement()
        .satisfies(web -> assertThat(web).contains(",{\"name\":\"b\"}]"));
  }

  @Test
  void fieldsOfAnotherTypeAreRefused() {
    assertThat(refusal("replicas: [{name: web, count: '3'}]"))
        .isEqualTo("replicas.count must be a whole number, without quotes");
    assertThat(refusal("namePrefix: 5"))
        .isEqualTo("namePrefix must be a text; numbers and true stand in quotes");
    assertThat(refusal("commonLabels: {a: 5}"))
        .isEqualTo("commonLabels must be a map of texts; numbers and true stand in quotes");
    assertThat(refusal("components: part")).isEqualTo("components must be a list of texts");
    assertThat(refusal("images: [{name: nginx, newTag: 1.27}]"))
        .startsWith("images.newTag must be");
  }

  @Test
  void whatIsNoKustomizationIsRefused() {
    assertThat(refusal("kind: Frob"))
        .isEqualTo("kind must be Kustomization or Component, and is Frob");
    assertThat(refusal("apiVersion: kustomize.config.k8s.io/v9"))
        .contains("must be kustomize.config.k8s.io/v1beta1, and is kustomize.config.k8s.io/v9");
    given("empty/kustomization.yaml", "resources:\n");
    assertThat(build("empty").refusal().orElseThrow().why()).contains("is empty");
    given("base/kustomization.yml", "resources: [web.yaml]");
    assertThat(refusal("")).isEqualTo("the folder has a kustomization.yaml, too; keep one of them");
  }

  @Test
  void brokenTargetsAreRefused() {
    String patch = ", patch: '- {op: remove, path: /spec}'}]";
    assertThat(refusal("patches: [{target: {labelSelector: 'a in ('}" + patch))
        .startsWith("labelSelector 'a in (' is no selector");
    assertThat(refusal("patches: [{target: {name: '(c+)+$('}" + patch))
        .startsWith("'(c+)+$(' is no pattern");
  }

  @Test
  void aReplacementMustHaveAPlace() {
    String from = "replacements: [{source: {kind: Deployment, fieldPath: metadata.name}";
    assertThat(refusal(from + "}]"))
        .contains("must have a source, or a sourceValue in its place, and targets");
    assertThat(refusal(from + ", targets: [{fieldPaths: [spec.a]}]}]"))
        .contains("must have a select");
    assertThat(refusal(from + ", targets: [{select: {kind: Deployment}, fieldPaths: [spec.a]}]}]"))
        .isEqualTo(
            "Deployment web has no spec.a to replace; options: {create: true} would make it");
    base(from + ", targets: [{select: {kind: Deployment}, options: {create: true}, "
        + "fieldPaths: ['spec.template.spec.containers.[name=b].image']}]}]");
    assertThat(objects("base"))
        .singleElement()
        .satisfies(web -> assertThat(web).contains(",{\"name\":\"b\",\"image\":\"web\"}]"));
  }

  @Test
  void whatIsListedMustBeAnObject() {
    given("a/kustomization.yaml", "resources: [vars.env]");
    given("a/vars.env", "A=1\n");
    given("b/kustomization.yaml", "resources: [data.yaml]");
    given("b/data.yaml", "# none\n---\na: b\n");

    assertThat(build("a").refusal().orElseThrow().why()).contains("must be objects with kind");
    assertThat(build("b").refusal().orElseThrow().why()).contains("must be objects with kind");
    assertThat(build("b").refusal().orElseThrow().place().line()).isEqualTo(3);
  }

  @Test
  void filesOfWhatIsNotDoneMustBeThere() {
    assertThat(refusal("openapi: {path: nope.json}")).isEqualTo("there is no file nope.json");
    assertThat(refusal("crds: [nope.yaml]")).isEqualTo("there is no file nope.yaml");
    assertThat(refusal("validators: [nope.yaml]")).startsWith("there is no file nope.yaml");
    base("crds: [web.yaml]\nvalidators: [web.yaml]");
    assertThat(build("base").gaps()).extracting(Gap::what).containsExactly("validators", "crds");
  }

  @Test
  void filesAreInTheOrderInWhichTheyWereRead() {
    base("");
    given("prod/kustomization.yaml", "resources: [z.yaml, ../base, a.yaml, m.yaml]");
    given("prod/z.yaml", ACCOUNT);
    given("prod/a.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}");
    given("prod/m.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: m}}");

    assertThat(build("prod").files())
        .extracting(file -> Path.of("/shop").relativize(file).toString())
        .containsExactly(
            "prod/kustomization.yaml",
            "prod/z.yaml",
            "base/kustomization.yaml",
            "base/web.yaml",
            "prod/a.yaml",
            "prod/m.yaml");
  }

  @Test
  void whatSeveralAreMadeOfIsBuiltOnce() {
    base("configMapGenerator: [{name: conf, literals: [A=b]}]\nlabels: [{pairs: {tier: web}}]");
    given("base/more/kustomization.yaml", "resources: [a.yaml]");
    given("base/more/a.yaml", ACCOUNT);
    given(
        "base/kustomization.yaml",
        files
            .getOrDefault(Path.of("/shop/base/kustomization.yaml"), "")
            .replace("web.yaml", "web.yaml, more"));
    KustomizeBuilds run = builds();
    List<Built> overlays = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      given(
          i + "/kustomization.yaml",
          "resources: [../base]\nnamePrefix: p" + i + "-\nlabels: [{pairs: {tier: t" + i + "}}]");
      overlays.add(run.of(Path.of("/shop/" + i)).orElseThrow());
    }
    Built base = run.of(Path.of("/shop/base")).orElseThrow();

    assertThat(reads.get(Path.of("/shop/base/web.yaml"))).isEqualTo(1);
    assertThat(reads.get(Path.of("/shop/base/more/a.yaml"))).isEqualTo(1);
    assertThat(base.files()).contains(Path.of("/shop/base/more/kustomization.yaml"));
    assertThat(base.objects().toString()).doesNotContain("p1-");
    for (int i = 0; i < 20; i++) {
      assertThat(overlays.get(i).objects()).isEqualTo(build(Integer.toString(i)).objects());
      assertThat(overlays.get(i).files()).containsAll(base.files());
    }
  }

  @Test
  void whatCannotBeBuiltIsToldOfAllThatAreMadeOfIt() {
    base("patches: [{path: gone.yaml}]");
    KustomizeBuilds run = builds();
    for (int i = 0; i < 3; i++) {
      given(i + "/kustomization.yaml", "resources: [../base]");
      Built built = run.of(Path.of("/shop/" + i)).orElseThrow();
      assertThat(built.refusal().orElseThrow().why()).contains("there is no patch gone.yaml");
      assertThat(built.files()).contains(Path.of("/shop/base/web.yaml"));
    }
  }

  @Test
  void aValueThatIsWrittenOutReplacesOthers() {
    base("""
        replacements:
        - sourceValue: two
          targets:
          - {select: {kind: Deployment}, fieldPaths: [metadata.annotations.x], options: {create: true}}
        """);
    assertThat(objects("base")).first().asString().contains("\"x\":\"two\"");

    base("replacements: [{sourceValue: two, source: {kind: Deployment}, targets: []}]");
    assertThat(build("base").refusal().orElseThrow().why())
        .contains("a source, or a sourceValue in its place");
  }

  /** Patterns are for those that are selected. */
  @Test
  void theSourceOfAReplacementIsCalledExactlySo() {
    base("""
        replacements:
        - source: {kind: Deployment, name: w.b}
          targets: [{select: {kind: Deployment}}]
        """);

    assertThat(build("base").refusal().orElseThrow().why())
        .contains("the source of the replacement is 0 objects");
  }

  /** It keeps what it knows of an object in annotations while it builds. */
  @Test
  void anAnnotationIsAddedByAJsonPatchWhereThereIsNone() {
    base("patches: [{target: {kind: Deployment}, patch: '[{op: add, path: /metadata/annotations/a,"
        + " value: b}]'}]");

    assertThat(objects("base")).first().asString().contains("\"annotations\":{\"a\":\"b\"}");
  }

  @Test
  void anOlderJsonPatchAddsNoAnnotationWhereThereIsNone() {
    base("patchesJson6902: [{target: {kind: Deployment, name: web}, patch: '[{op: add,"
        + " path: /metadata/annotations/a, value: b}]'}]");

    assertThat(build("base").refusal()).isPresent();
  }

  @Test
  void toRetainKeysIsAFieldThatServersRefuse() {
    base("patches: [{target: {kind: Deployment}, patch: '{kind: Deployment, metadata: {name: web},"
        + " spec: {strategy: {$retainKeys: [type], type: Recreate}}}'}]");

    assertThat(objects("base")).first().asString().contains("\"$retainKeys\":[\"type\"]");
  }

  @Test
  void whatABuildIsToTellOfItselfIsAskedOfTheOutermostOnly() {
    base("buildMetadata: [managedByLabel]");
    given(
        "prod/kustomization.yaml", "resources: [../base]\nbuildMetadata: [transformerAnnotations]");

    assertThat(build("prod").gaps())
        .extracting(Gap::what)
        .containsExactly("transformerAnnotations of buildMetadata");
  }

  @Test
  void whatAGeneratorTakesFromElsewhereIsAGap() {
    base("configMapGenerator: [{name: c, files: ['https://example.com/a.sh', web.yaml]}]");

    assertThat(build("base").refusal()).isEmpty();
    assertThat(build("base").gaps())
        .extracting(Gap::what)
        .containsExactly("what lies at https://example.com/a.sh");
  }

  @Test
  void ofAPatchThatDoesNotFitTheOperationIsNamed() {
    base("patches: [{target: {kind: Deployment}, patch: '[{op: add, path: /spec/x, value: 1},"
        + " {op: add, path: /spec/nowhere/y, value: 1}]'}]");

    assertThat(build("base").refusal().orElseThrow().why())
        .isEqualTo("the patch does not fit Deployment web, which has no place for its add at"
            + " /spec/nowhere/y");
  }
}
