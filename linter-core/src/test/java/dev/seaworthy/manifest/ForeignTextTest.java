package dev.seaworthy.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no whole object is told apart from what is a broken one. */
class ForeignTextTest {

  private static final String DEPLOYMENT =
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n";

  @Test
  void whatGitCryptHasEncryptedIsNoMistake() {
    assertThat(codes("\0GITCRYPT\0\u0001\u0002\u0003", FileRole.MANIFEST))
        .containsExactly("encrypted");
    assertThat(codes("\0GIT", FileRole.MANIFEST)).containsExactly("encoding");
  }

  @Nested
  class Patches {

    @Test
    void thatAKustomizationListsAreNoObjects() {
      assertThat(codes(DEPLOYMENT + "spec: {replicas: 3}\n", FileRole.PATCH))
          .containsExactly("patch");
    }

    @Test
    void ofSeveralDocumentsAreToldOnce() {
      assertThat(codes(DEPLOYMENT + "---\n" + DEPLOYMENT, FileRole.PATCH)).containsExactly("patch");
    }

    @Test
    void thatAreBrokenAreMistakes() {
      assertThat(codes("spec: [\n", FileRole.PATCH)).containsExactly("yaml-syntax");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "$patch: delete\n",
          "spec: {template: {spec: {containers: [{$patch: delete, name: web}]}}}\n",
          "spec: {$deleteFromPrimitiveList/finalizers: [a]}\n"
        })
    void areKnownByTheirDirectives(String rest) {
      assertThat(codes(DEPLOYMENT + rest)).containsExactly("patch");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {text: '$patch: delete'}\n",
          "apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: {name: a}\n"
              + "spec: {mutate: {$patch: delete}}\n"
        })
    void areNotSeenInTextAndInOtherKindsData(String text) {
      assertThat(read(text, FileRole.MANIFEST).documents()).hasSize(1);
    }

    @Test
    void inJsonPatchsFormAreNoLists() {
      assertThat(codes("- {op: replace, path: /spec/replicas, value: 3}\n"))
          .containsExactly("patch");
    }
  }

  @Nested
  class Templates {

    private static final String QUOTED =
        DEPLOYMENT + "spec: {replicas: \"{{ .Values.replicas }}\"}\n";

    @Test
    void ofAChartAreKnownWhereTheyAreYamlToo() {
      assertThat(codes(QUOTED, FileRole.CHART_TEMPLATE)).containsExactly("template");
    }

    @Test
    void ofAnAnsibleRoleAreKnownByTheirMarks() {
      assertThat(codes(QUOTED, FileRole.ROLE_TEMPLATE)).containsExactly("template");
      assertThat(read(DEPLOYMENT, FileRole.ROLE_TEMPLATE).documents()).hasSize(1);
    }

    @Test
    void thatFillNothingInAreObjects() {
      assertThat(read(DEPLOYMENT, FileRole.CHART_TEMPLATE).documents()).hasSize(1);
    }

    @Test
    void areNotSeenInQuotesOutsideAChart() {
      assertThat(read(QUOTED, FileRole.MANIFEST).documents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{{- if .Values.on }}\na: b\n{{- end }}\n",
          "metadata:\n  name: {{ .Release.Name }}\n",
          "args: [{{ .Values.arg }}]\n",
          "containers:\n- {{ toYaml . }}\n"
        })
    void areKnownByMarksWhereAValueBelongs(String text) {
      assertThat(TemplateMarks.in(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "text: |\n  {{ range .Alerts }}\n  {{ .Labels.alertname }}\n  {{ end }}\n",
          "summary: \"{{ $labels.pod }} restarts\"\n",
          "summary: it's {{ $value }} of {{ $labels.all }}\n",
          "legend: '{{pod}}'\n",
          "a: b # {{ .Values.a }}\n"
        })
    void areNotSeenInAlertsAndDashboards(String text) {
      assertThat(TemplateMarks.in(text.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "a: b\n%{ if internal ~}\nc: d\n%{ endif ~}\n",
          "a:\n  %{ for s in subnets ~}\n  - b\n  %{ endfor ~}\n",
          "a: %{ if internal }b%{ else }c%{ endif }\n",
          "a: ${on ? \"b: c\" : \"d\"}\n",
          "a: \"${on ? \"b\" : \"c\"}\"\n",
          "a: ${env == \"prod\" ? 3 : 1}\n",
          "a:\n  ${indent(2, yamlencode(b))}\n  c: d\n"
        })
    void ofTerraformAreKnownByTheirDirectives(String text) {
      assertThat(codes(text)).containsExactly("template");
    }

    @Test
    void areKnownByWhatStandsWhereYamlWantsAKey() {
      assertThat(codes("a: b\n{{ gt . 0 }}\n")).containsExactly("template");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$CERTIFICATE", "${CERTIFICATE}"})
    void ofEnvsubstAreKnownByVariablesThatBecomeLines(String variable) {
      assertThat(codes("a: |\n" + variable + "\n")).containsExactly("template");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "# {{ if eq .Cluster.Name \"a\" }}\n" + DEPLOYMENT + "# {{ end }}\n",
          DEPLOYMENT + "spec:\n  #{{- range .Parts }}\n  replicas: 2\n",
          "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \"{{{APPLICATION}}}\"}\n"
        })
    void areKnownWhereYamlHasNothingAgainstTheirMarks(String text) {
      assertThat(codes(text)).containsExactly("template");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name: '{{ .Name }}-web'", "namespace: \"{{ .Namespace }}\""})
    void areKnownWhereTheySayWhoAnObjectIs(String who) {
      assertThat(codes("apiVersion: v1\nkind: Secret\nmetadata:\n  " + who + "\n"))
          .containsExactly("template");
    }

    @Test
    void areNotSeenInCommentsThatOnlyNameAValue() {
      assertThat(read("# see {{ .Values.a }}\n# {{ .Values.b }}\n" + DEPLOYMENT, FileRole.MANIFEST)
              .documents())
          .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%TARGET%.%ZONE%", "@IMAGE@", "%%%", "%s"})
    void ofScriptsAreKnownByValuesThatYamlCannotRead(String value) {
      assertThat(codes("hosts:\n- " + value + "\n")).containsExactly("template");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2", "@web", "`a`"})
    void otherValuesThatYamlCannotReadAreMistakes(String value) {
      assertThat(codes("hosts:\n- " + value + "\n")).doesNotContain("template");
    }

    @Test
    void ofJinjaAreKnownByTheirStatements() {
      assertThat(codes("a: b\n{% if internal %}\nc: d\n{% endif %}\n")).containsExactly("template");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "#@ load(\"@ytt:data\", \"data\")\n" + DEPLOYMENT,
          DEPLOYMENT + "spec:\n  replicas: #@ data.values.replicas\n",
          DEPLOYMENT + "spec:\n  #@ if data.values.on:\n  replicas: 2\n  #@ end\n",
          DEPLOYMENT + "spec:\n  args:\n  - #@ data.values.arg\n",
          DEPLOYMENT + "---\n#@overlay/match by=overlay.all\n---\nspec: {replicas: 2}\n",
          "#@ def labels():\na: b\n#@ end\n",
          "#@ name = data.values.name\n" + DEPLOYMENT,
          "#@data/values\n---\nreplicas: 2\n"
        })
    void ofYttAreKnownByTheirCodeInComments(String text) {
      assertThat(read(text, FileRole.MANIFEST).problems()).singleElement().satisfies(problem -> {
        assertThat(problem.code()).isEqualTo("template");
        assertThat(problem.message()).contains("ytt");
      });
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "#@ for the on-call team: see the runbook\n",
          "#@author somebody\n",
          "spec: {replicas: 2} #@ as agreed\n",
          "data:\n  overlay.yaml: |\n    #@overlay/match by=overlay.all\n    a: #@ data.values.a\n"
        })
    void ofYttAreNotSeenInOrdinaryCommentsAndInText(String rest) {
      assertThat(read(DEPLOYMENT + rest, FileRole.MANIFEST).documents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "a: ${NAME}\nb: [\n",
          "a: ${NAME:=it is}\nb: [\n",
          "a: |\n  ${x.y}\nb: [\n",
          "a: b # ${x.y}\nc: [\n"
        })
    void areNoExcuseForABrokenTextWithVariables(String text) {
      assertThat(codes(text)).containsExactly("yaml-syntax");
    }

    @Test
    void ofTerraformMayBeQuoted() {
      assertThat(codes("a: |\n  %{ if on }\nb: [\n")).containsExactly("yaml-syntax");
    }

    @Test
    void areNoExcuseForAConfigMapThatIsBroken() {
      assertThat(codes("""
          apiVersion: v1
          kind: ConfigMap
          data:
            alerts.tmpl: |
              {{ range .Alerts }}{{ .Labels.alertname }}{{ end }}
           name: [
          """)).containsExactly("yaml-syntax");
    }
  }

  @Nested
  class OtherTools {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        values.yaml             | kind: DaemonSet                      | helm-chart
        api.json                | kind: "discovery#restDescription"    | not-kubernetes
        metrics.yaml            | kind: CustomResourceStateMetrics     | not-kubernetes
        manifest.yaml           | {kind: Addons, metadata: {name: a}}  | not-kubernetes
        watchdog.yaml           | {apiVersion: v1alpha1, kind: Watch}  | not-kubernetes
        ci/daemonset-values.yml | kind: DaemonSet                      | helm-chart
        prod/values-eu.yaml     | replicas: 3                          | helm-chart
        index.yaml              | {apiVersion: v1, entries: {}}        | helm-chart
        Chart.yaml              | {apiVersion: v2, name: a, version: 1} | helm-chart
        kustomization.yaml      | resources: [a.yaml]                  | kustomization
        part.yaml               | {apiVersion: kustomize.config.k8s.io/v1alpha1, kind: Component} | kustomization
        prefix.yaml             | {apiVersion: builtin, kind: PrefixTransformer} | kustomization
        datasources.yaml        | {apiVersion: 1, datasources: []}     | not-kubernetes
        scenario.yaml           | {cluster: {nodes: 3}, steps: [{wait: settled}]} | not-kubernetes
        runbooks.json           | {"kind":[1],"runbook":[2]}           | not-kubernetes
        columns.yaml            | {kind: {width: 3}, name: {width: 9}} | not-kubernetes
        notes.yaml              | a text                               | not-kubernetes
        note.yaml               | {apiVersion: release-notes/v2, kind: bug-fix, area: ui} | not-kubernetes
        """)
    void areKnownByNameAndContent(String file, String text, String code) {
      Reading reading = new ManifestReader().read(file, text.getBytes(StandardCharsets.UTF_8));

      assertThat(reading.documents()).isEmpty();
      assertThat(reading.problems())
          .extracting(Diagnostic::code, Diagnostic::severity)
          .containsExactly(tuple(code, Severity.INFO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind: [Pod]\nmetadata: {name: a}", "kind: 1\nspec: {}"})
    void areNoExcuseForAnObjectWithoutAUsableKind(String text) {
      assertThat(codes(text)).contains("not-an-object").doesNotContain("not-kubernetes");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{apiVersion: app/v1, kind: Deployment, metadata: {name: web}}",
          "{apiVersion: app/v1, kind: Deployment, spec: {replicas: 1}}",
          "{apiVersion: apps/v1, kind: Deploymnet}",
          "{apiVersion: v1, kind: ConfigMap}",
          "{apiVersion: example.com/v1, kind: Widget}"
        })
    void areNoExcuseForAnObjectWhoseKindIsMisspelt(String text) {
      assertThat(read(text, FileRole.MANIFEST).documents()).hasSize(1);
    }

    @Test
    void mayWriteCommentsIntoTheirJson() {
      String text = """
          // what the compiler does
          {"compilerOptions": {"strict": true, /* always */ "lib": ["a // b", "c"],},}
          """;

      assertThat(codes("tsconfig.json", text)).containsExactly("not-kubernetes");
    }

    @Test
    void mayNotBreakTheirJsonOtherwise() {
      assertThat(codes("tsconfig.json", "// one\n{\"a\": [}"))
          .isNotEmpty()
          .doesNotContain("not-kubernetes");
    }

    @Test
    void areNoExcuseForAnObjectWithComments() {
      assertThat(codes("web.json", "{\"apiVersion\": \"v1\", // newest\n\"kind\": \"Pod\"}"))
          .isNotEmpty()
          .doesNotContain("not-kubernetes");
    }

    @ParameterizedTest
    @CsvSource({
      "'{\n  // newest\n\"apiVersion\": \"v1\", \"kind\": \"Pod\"}', 2:3",
      "'{\"apiVersion\": \"v1\", /* newest */\n\"kind\": \"Pod\"}', 1:22",
      "'\n// newest\n{\"apiVersion\": \"v1\",\n\"kind\": \"Pod\"}', 2:1",
    })
    void areToldWhereTheJsonOfAnObjectHasAComment(String text, String place) {
      Reading reading = new ManifestReader()
          .read("web.json", text.getBytes(StandardCharsets.UTF_8), FileRole.MANIFEST);

      assertThat(reading.problems()).singleElement().satisfies(problem -> {
        assertThat(problem.message()).isEqualTo("JSON knows no comments");
        assertThat(problem.place().line() + ":" + problem.place().column()).isEqualTo(place);
      });
    }

    @Test
    void haveFilesThatAKustomizationPutsIntoConfigMaps() {
      assertThat(codes("a: [\n", FileRole.GENERATOR_INPUT)).containsExactly("generator-input");
    }
  }

  @Nested
  class Losses {

    @Test
    void ofAListOfObjectsAreTold() {
      Reading reading = read("[{\"apiVersion\": \"v1\", \"kind\": \"Pod\"}]", FileRole.MANIFEST);

      assertThat(reading.problems()).singleElement().satisfies(problem -> {
        assertThat(problem.severity()).isEqualTo(Severity.ERROR);
        assertThat(problem.remedy()).hasValueSatisfying(text -> assertThat(text).contains("List"));
      });
    }

    @Test
    void behindTheEndOfADocumentAreTold() {
      Reading reading = read(DEPLOYMENT + "...\n# more\n" + DEPLOYMENT, FileRole.MANIFEST);

      assertThat(reading.documents()).hasSize(1);
      assertThat(reading.problems())
          .extracting(Diagnostic::code, problem -> problem.place().line())
          .containsExactly(tuple("after-document-end", 6));
    }

    @Test
    void areNoneWhereASeparatorFollows() {
      Reading reading = read(DEPLOYMENT + "...\n---\n" + DEPLOYMENT + "...\n", FileRole.MANIFEST);

      assertThat(reading.documents()).hasSize(2);
      assertThat(reading.problems()).isEmpty();
    }

    @Test
    void ofASpaceBehindAColonAreTold() {
      assertThat(codes("apiVersion:v1\nkind:Pod\n")).containsExactly("not-an-object");
    }
  }

  private static List<String> codes(String text) {
    return codes(text, FileRole.MANIFEST);
  }

  private static List<String> codes(String file, String text) {
    return new ManifestReader()
        .read(file, text.getBytes(StandardCharsets.UTF_8)).problems().stream()
            .map(Diagnostic::code)
            .toList();
  }

  private static List<String> codes(String text, FileRole role) {
    return read(text, role).problems().stream().map(Diagnostic::code).toList();
  }

  private static Reading read(String text, FileRole role) {
    return new ManifestReader().read("a.yaml", text.getBytes(StandardCharsets.UTF_8), role);
  }
}
