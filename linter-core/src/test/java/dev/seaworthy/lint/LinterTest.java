package dev.seaworthy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.PodTemplatePlace;
import dev.seaworthy.api.Release;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.Layout;
import dev.seaworthy.graph.Unread;
import dev.seaworthy.lint.LintSettings.World;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.manifest.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinterTest {

  private static final RuleCatalog CATALOG = RuleCatalog.load();
  private static final LintSettings SETTINGS = LintSettings.of(Release.NEWEST);

  /** Every object must say its namespace. */
  private static final LintSettings WITH_NAMESPACES = SETTINGS
      .enabling("object-namespace-default")
      .withParameter("object-namespace-default", "unset", Scalar.of(true));

  private static final String MISSING_CONFIG_MAP = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
          - name: web
            image: nginx:1.27
            envFrom:
              - configMapRef: {name: settings}
      """;

  @ParameterizedTest
  @CsvSource({
    "'memory: 100Ki', 'it is less than 1Mi, in which no program starts'",
    "'memory: 512m', 'm is a thousandth of a byte, Mi a mebibyte'",
    "'memory: 5000Ti', 'it is more than nodes have'",
    "'cpu: 500', '500m is half a core, 500 are five hundred'"
  })
  void aQuantityInAnotherUnitSaysWhatIsOddAboutIt(String request, String why) {
    String pod = MISSING_CONFIG_MAP.replace(
        "envFrom:\n        - configMapRef: {name: settings}",
        "resources: {requests: {" + request + "}}");

    assertThat(Lint.with(CATALOG, SETTINGS).run(pod))
        .filteredOn(finding -> finding.code().equals("container-resource-unit-suspicious"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).endsWith(why));
  }

  @Test
  void aMissingTargetIsToldOnlyIfTheInputIsCompleteOrShowsThatItBelongsThere() {
    assertThat(configMapFindings(SETTINGS, MISSING_CONFIG_MAP)).isEmpty();
    assertThat(configMapFindings(SETTINGS.withReferences(World.CLOSED), MISSING_CONFIG_MAP))
        .hasSize(1);
    assertThat(configMapFindings(SETTINGS.withReferences(World.OPEN), MISSING_CONFIG_MAP))
        .isEmpty();
    assertThat(configMapFindings(SETTINGS, withConfigMap("other"))).hasSize(1);
    assertThat(configMapFindings(SETTINGS.withReferences(World.OPEN), withConfigMap("other")))
        .isEmpty();
  }

  @Test
  void aNearMissIsNamedAndPointedAt() {
    assertThat(configMapFindings(SETTINGS, withConfigMap("setings")))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.message()).contains("ConfigMap setings");
          assertThat(finding.related()).extracting(r -> r.place().line()).containsExactly(13);
        });
  }

  @Test
  void whatIsKnownToExistElsewhereIsNotMissing() {
    LintSettings settings = SETTINGS
        .withReferences(World.CLOSED)
        .withExternal(List.of(new ExternalObject("ConfigMap", "*", "set*")));

    assertThat(configMapFindings(settings, MISSING_CONFIG_MAP)).isEmpty();
  }

  @Test
  void whatCouldNotBeReadIsUnknownAndNotMissing() {
    ObjectKey unreadable = new ObjectKey(GroupKind.of("", "ConfigMap"), "", "settings");
    LintInput input =
        new LintInput(List.of(file(MISSING_CONFIG_MAP)), List.of(Unread.anywhere(unreadable)));

    List<Diagnostic> found =
        Lint.linter(CATALOG, SETTINGS.withReferences(World.CLOSED)).lint(input);

    assertThat(found).extracting(Diagnostic::code).doesNotContain("pod-config-map-missing");
  }

  @Test
  void aRuleThatFailsIsToldAndTheOthersRun() {
    List<Diagnostic> found = Lint.recommended().run("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          hostNetwork: true
          containers:
            - name: web
              image: 42
        """);

    assertThat(found)
        .filteredOn(finding -> finding.code().equals(Linter.RULE_FAILED))
        .isNotEmpty()
        .allSatisfy(failure -> assertThat(failure.message()).contains("image-"));
    assertThat(found).extracting(Diagnostic::code).contains("pod-host-network");
  }

  @Test
  void valuesThatNobodyCanJudgeAreNoFailureOfARuleAndTheOthersAreJudged() {
    List<Diagnostic> found =
        Lint.with(CATALOG, SETTINGS.enabling("container-port-privileged")).run("""
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              containers:
                - name: web
                  image: nginx:1.27
                  ports: [{containerPort: "${PORT}"}, {containerPort: 80}]
                  resources: {limits: {memory: "${MEM:=64Mi}"}, requests: {cpu: "${CPU}"}}
                - name: other
                  image: nginx:1.27
            """);

    assertThat(found).extracting(Diagnostic::code).doesNotContain(Linter.RULE_FAILED);
    assertThat(of("container-port-privileged", found)).containsExactly("port 80");
    assertThat(of("container-memory-limit-missing", found)).containsExactly("'other'");
    assertThat(of("container-cpu-request-missing", found)).containsExactly("'other'");
  }

  private static List<String> of(String rule, List<Diagnostic> found) {
    return found.stream()
        .filter(finding -> finding.code().equals(rule))
        .map(finding -> finding.message().replaceAll(".*(port \\d+|'other'|'web').*", "$1"))
        .toList();
  }

  @Test
  void unreadableValuesOfKindsThatNobodyKnowsAreNoFailureOfARule() {
    List<Diagnostic> found = Lint.with(
            CATALOG,
            SETTINGS.withPodTemplates(Map.of(
                GroupKind.of("example.com", "Server"),
                new PodTemplatePlace(FieldPath.of("spec", "template"), false))))
        .run("""
            apiVersion: example.com/v1
            kind: Server
            metadata: {name: web}
            spec:
              template:
                spec:
                  containers:
                    - name: web
                      image: nginx:1.27
                      resources: {limits: {memory: invalid}}
            """);

    assertThat(found).extracting(Diagnostic::code).doesNotContain(Linter.RULE_FAILED);
  }

  @Test
  void settingsChooseRulesAndSeverities() {
    String text = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          hostNetwork: true
          containers:
            - {name: web, image: nginx}
        """;

    assertThat(codes(SETTINGS, text)).contains("pod-host-network", "image-tag-mutable");
    assertThat(codes(SETTINGS.disabling("image-tag-mutable"), text))
        .doesNotContain("image-tag-mutable");
    assertThat(codes(SETTINGS.withProfile(RuleProfile.SECURITY), text))
        .contains("pod-host-network")
        .doesNotContain("image-tag-mutable");
    assertThat(severityOf("pod-host-network", SETTINGS, text)).contains(Severity.WARNING);
    assertThat(severityOf(
            "pod-host-network", SETTINGS.withSeverity("pod-host-network", Severity.INFO), text))
        .contains(Severity.INFO);
    assertThat(severityOf(
            "pod-host-network", SETTINGS.withProfile(RuleProfile.POD_SECURITY_BASELINE), text))
        .contains(Severity.ERROR);
  }

  @Test
  void findingsComeByPlace() {
    List<Diagnostic> found = Lint.recommended().run(MISSING_CONFIG_MAP);

    assertThat(found).isSortedAccordingTo(Diagnostic.ORDER);
  }

  @Test
  void anObjectOfARemovedVersionIsToldOnceAndStillTakesPartInRelations() {
    List<Diagnostic> found = Lint.recommended().run("""
        apiVersion: extensions/v1beta1
        kind: Deployment
        metadata: {name: web}
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              hostNetwork: true
              containers:
                - {name: web, image: nginx}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports:
            - port: 80
        """);

    assertThat(found).extracting(Diagnostic::code).containsExactly("api-version-removed");
    assertThat(found.get(0).fix()).isEmpty();
  }

  @Test
  void serialNamesAreNotOfferedForEachOther() {
    String text = MISSING_CONFIG_MAP.replace("settings", "app-00000") + """
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: app-00002}
        """;

    assertThat(configMapFindings(SETTINGS, text)).singleElement().satisfies(finding -> {
      assertThat(finding.message()).doesNotContain("app-00002");
      assertThat(finding.related()).isEmpty();
    });
  }

  @ParameterizedTest(name = "{1} of {0}")
  @CsvSource({
    "resource.k8s.io/v1, DeviceClass",
    "networking.k8s.io/v1, ServiceCIDR",
    "storage.k8s.io/v1, VolumeAttributesClass"
  })
  void aKindOutsideNamespacesNeedsNone(String apiVersion, String kind) {
    assertThat(codes(WITH_NAMESPACES, object(apiVersion, kind)))
        .doesNotContain("object-namespace-default");
    assertThat(codes(WITH_NAMESPACES, object("v1", "ConfigMap")))
        .contains("object-namespace-default");
  }

  @Test
  void aDefinitionInTheInputTellsTheScopeOfItsKind() {
    String definition = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: fleets.example.com}
        spec: {group: example.com, names: {kind: Fleet, plural: fleets}, scope: Cluster}
        ---
        """;
    String fleet = object("example.com/v1", "Fleet");

    assertThat(codes(WITH_NAMESPACES, definition + fleet))
        .doesNotContain("object-namespace-default");
    assertThat(codes(WITH_NAMESPACES, fleet)).contains("object-namespace-default");
  }

  @Test
  void findingsDoNotDependOnWhichFileIsJudgedFirst() {
    Linter linter = Lint.linter(CATALOG, SETTINGS);
    LintedFile pods = linter.judge(file(MISSING_CONFIG_MAP));
    LintedFile others = linter.judge(file("""
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: setings}
        """));

    List<Diagnostic> one = linter
        .relate(List.of(pods, others), List.of(), List.of(), Layout.FOLDERS)
        .findings(pods)
        .told();
    List<Diagnostic> other = linter
        .relate(List.of(others, pods), List.of(), List.of(), Layout.FOLDERS)
        .findings(pods)
        .told();

    assertThat(one).extracting(Diagnostic::code).contains("pod-config-map-missing");
    assertThat(other).isEqualTo(one);
  }

  @Test
  void everyRuleHasAReadme() {
    assertThat(CATALOG.all())
        .isNotEmpty()
        .allSatisfy(rule ->
            assertThat(CATALOG.documentation(rule)).contains("**Instead:**", "**Leave it alone**"));
  }

  private static String withConfigMap(String name) {
    return MISSING_CONFIG_MAP + """
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: %s}
        """.formatted(name);
  }

  private static String object(String apiVersion, String kind) {
    return """
        apiVersion: %s
        kind: %s
        metadata: {name: one}
        """.formatted(apiVersion, kind);
  }

  private static List<Diagnostic> configMapFindings(LintSettings settings, String text) {
    return Lint.with(CATALOG, settings).run(text).stream()
        .filter(finding -> finding.code().equals("pod-config-map-missing"))
        .toList();
  }

  private static List<String> codes(LintSettings settings, String text) {
    return Lint.with(CATALOG, settings).run(text).stream().map(Diagnostic::code).toList();
  }

  private static Optional<Severity> severityOf(String rule, LintSettings settings, String text) {
    return Lint.with(CATALOG, settings).run(text).stream()
        .filter(finding -> finding.code().equals(rule))
        .map(Diagnostic::severity)
        .findFirst();
  }

  private static LintInput.File file(String text) {
    Reading reading = new ManifestReader().read("test.yaml", text.getBytes(StandardCharsets.UTF_8));
    return new LintInput.File(
        reading.documents().stream().map(d -> new LintInput.Item(d, false)).toList(),
        reading::source);
  }
}
