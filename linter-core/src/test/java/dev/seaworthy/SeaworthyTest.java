package dev.seaworthy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.RelationsReport;
import dev.seaworthy.report.ServerAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program that uses the product as a library writes. */
class SeaworthyTest {

  private static final String POD = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: web
            image: nginx
      """;

  private static final String SERVICE_WITHOUT_PODS = """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {selector: {app: api}, ports: [{port: 80}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, labels: {app: web}}
      spec: {containers: [{name: web, image: "web:1.4"}]}
      """;

  @Test
  void lintsAText() {
    List<Diagnostic> findings =
        Seaworthy.usual().lint(Input.text("pod.yaml", POD)).findings();

    assertThat(findings).anySatisfy(finding -> {
      assertThat(finding.code()).isEqualTo("image-tag-mutable");
      assertThat(finding.place()).hasToString("pod.yaml:8:14");
    });
  }

  @Test
  void lintsAPath(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("pod.yaml"), POD);

    LintReport report = Seaworthy.usual().lint(Input.paths(folder.toString()).relativeTo(folder));

    assertThat(report.files()).extracting(FileReport::name).containsExactly("pod.yaml");
    assertThat(report.findings()).isNotEmpty();
  }

  @Test
  void lintsObjectsInMemory() {
    Map<String, Object> pod = Map.of(
        "apiVersion",
        "v1",
        "kind",
        "Pod",
        "metadata",
        Map.of("name", "web"),
        "spec",
        Map.of("containers", List.of(Map.of("name", "web", "image", "nginx"))));

    List<Diagnostic> findings =
        Seaworthy.usual().lint(Input.objects("generated", List.of(pod, pod))).findings();

    assertThat(findings)
        .filteredOn(finding -> finding.code().equals("image-tag-mutable"))
        .extracting(finding -> finding.field().orElse(""))
        .containsExactly("spec.containers[0].image", "spec.containers[0].image");
  }

  @Test
  void aLargeInputIsToldAlikeByOneThreadAndBySeveral(@TempDir Path folder) throws IOException {
    String service = """
        {apiVersion: v1, kind: Service, metadata: {name: web-%d}, spec: {ports: [{port: 80}],
          selector: {app: web-%d}}}
        """;
    for (int i = 0; i < 300; i++) {
      Path team = Files.createDirectories(folder.resolve("team-" + i % 7));
      Files.writeString(team.resolve(i + "-pod.yaml"), POD.replace("name: web", "name: web-" + i));
      Files.writeString(team.resolve(i + ".yaml"), service.formatted(i, i));
    }
    Settings settings = Settings.usual();
    Input input = Input.paths(folder.toString()).relativeTo(folder);

    List<Diagnostic> byOne = Seaworthy.of(settings.withThreads(1)).lint(input).findings();
    List<Diagnostic> bySeveral =
        Seaworthy.of(settings.withThreads(4)).lint(input).findings();

    assertThat(byOne).anyMatch(finding -> finding.code().equals("service-selector-dangling"));
    assertThat(bySeveral).isEqualTo(byOne);
  }

  @Test
  void saysWhatTheServerWouldAnswerAndStore() {
    Settings settings = Settings.usual().withKubernetes("1.31").withResults();

    ServerAnswer answer = Seaworthy.of(settings)
        .validate(Input.text("pod.yaml", POD))
        .get(0)
        .objects()
        .get(0)
        .answer();

    assertThat(answer.accepted()).isTrue();
    assertThat(answer.result().orElse("")).contains("\"restartPolicy\":\"Always\"");
  }

  @Test
  void judgesAChangeOfWhatWasAppliedBefore() throws UnreadableInput {
    String secret =
        "{apiVersion: v1, kind: Secret, metadata: {name: a}, immutable: true, data: {k: %s}}";

    Seaworthy changing =
        Seaworthy.usual().applyingOver(Input.text("old.yaml", secret.formatted("b2xk")));
    ServerAnswer answer = changing
        .validate(Input.text("new.yaml", secret.formatted("bmV3")))
        .get(0)
        .objects()
        .get(0)
        .answer();

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.causes()).extracting(ServerAnswer.Cause::field).contains("data");
  }

  @Test
  void aFileThatCannotBeReadKeepsRulesQuietInItsFolderOnly(@TempDir Path folder)
      throws IOException {
    for (String name : List.of("one", "two")) {
      Files.createDirectories(folder.resolve(name));
      Files.writeString(folder.resolve(name + "/web.yaml"), SERVICE_WITHOUT_PODS);
    }
    Files.writeString(folder.resolve("two/broken.yaml"), "a: b: c\n");

    LintReport report = Seaworthy.usual().lint(Input.paths(folder.toString()).relativeTo(folder));

    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("service-selector-dangling"))
        .extracting(finding -> finding.place().file())
        .containsExactly("one/web.yaml");
    assertThat(report.notes())
        .extracting(note -> note.place().file())
        .containsExactly("two/broken.yaml");
  }

  @Test
  void whatTheServerWarnsOfAndARuleTellsIsToldOnce() {
    List<Diagnostic> findings =
        Seaworthy.usual().lint(Input.text("web.yaml", """
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {clusterIP: None, sessionAffinity: ClientIP, selector: {app: web}, ports: [{port: 80}]}
            """)).findings();

    assertThat(findings).extracting(Diagnostic::code).containsExactly("service-field-ignored");
  }

  @Test
  void ofAnAnnotationInATemplateTheRuleTellsAlone() {
    List<Diagnostic> findings = Seaworthy.usual()
        .lint(Input.text("web.yaml", DEPLOYMENT.formatted("""
            annotations: {container.apparmor.security.beta.kubernetes.io/web: runtime/default}""")))
        .findings();

    assertThat(findings)
        .filteredOn(finding -> finding.message().contains("is deprecated since 1.30"))
        .extracting(Diagnostic::code)
        .containsExactly("object-annotation-deprecated");
  }

  @Test
  void whatANamespaceEnforcesIsNotWarnedOfToo() {
    String namespace = """
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: team
          labels: {pod-security.kubernetes.io/enforce: %s, pod-security.kubernetes.io/warn: restricted}
        """;
    String workload =
        DEPLOYMENT.formatted("").replace("{name: web}", "{name: web, namespace: team}");

    assertThat(securityOf(workload + namespace.formatted("restricted")))
        .containsOnly("namespace-pod-security-violated");
    assertThat(securityOf(workload + namespace.formatted("privileged")))
        .containsOnly("api-warning");
  }

  private static List<String> securityOf(String text) {
    return Seaworthy.usual().lint(Input.text("web.yaml", text)).findings().stream()
        .filter(finding -> finding.message().contains("allowPrivilegeEscalation"))
        .filter(finding -> finding.message().contains("must be false"))
        .map(Diagnostic::code)
        .toList();
  }

  private static final String DEPLOYMENT = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata:
            labels: {app: web}
            %s
          spec:
            containers: [{name: web, image: "example.com/web:1.0"}]
      """;

  @Test
  void showsWhatObjectsHaveToDoWithEachOther() {
    RelationsReport relations =
        Seaworthy.usual().relations(Input.text("web.yaml", SERVICE_WITHOUT_PODS));

    assertThat(relations.objects())
        .extracting(RelationsReport.Node::name)
        .containsExactly("Service web", "Pod web");
    assertThat(relations.edges()).singleElement().satisfies(edge -> {
      assertThat(edge.verb()).isEqualTo("selects");
      assertThat(edge.to().name()).isEqualTo("Pod labelled app=api");
      assertThat(edge.remark()).isEqualTo("not in the input");
    });
  }

  @Test
  void showsWhatAClusterWouldDo() {
    DryRunReport report =
        Seaworthy.of(Settings.usual().withNodes(1)).dryRun(Input.text("pod.yaml", POD));

    assertThat(report.simulation().problems()).isEmpty();
    assertThat(report.simulation().shown()).contains("web", "Running", "node-1");
  }

  @Test
  void refusesWhatNobodyKnows() {
    assertThatThrownBy(() -> Settings.usual().withKubernetes("1.12"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.29 to");
    assertThatThrownBy(() -> Input.objects("generated", List.of(Map.of("at", new Object()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object");
  }
}
