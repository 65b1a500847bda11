package dev.seaworthy.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.Input;
import dev.seaworthy.Project;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.ObjectReport;
import dev.seaworthy.report.ServerAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of the input answer what admission plug-ins ask about the cluster. */
class InputFactsTest {

  private static final String POD = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        priorityClassName: high
        priority: 5
        containers: [{name: web, image: 'web:1'}]
      """;

  private static final String HIGH = """
      apiVersion: scheduling.k8s.io/v1
      kind: PriorityClass
      metadata: {name: high}
      value: 1000
      """;

  @Test
  void aPodIsHeldToTheClassThatItNames() {
    ServerAnswer pod = answers(POD + "---\n" + HIGH).get(0);

    assertThat(pod.code()).isEqualTo(403);
    assertThat(pod.denied())
        .hasValueSatisfying(denied -> assertThat(denied.field()).isEqualTo("spec.priority"));
  }

  @Test
  void aClassThatTheInputLacksMayBeInTheCluster() {
    assertThat(answers(POD).get(0).accepted()).isTrue();
  }

  @Test
  void classesInOtherFilesAnswerToo(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a-pod.yaml"), POD);
    Files.writeString(folder.resolve("b-class.yaml"), HIGH);

    List<FileReport> files = Seaworthy.usual().validate(Input.paths(folder.toString()));

    assertThat(answers(files).get(0).accepted()).isFalse();
  }

  @Test
  void standardInputIsReadButOnce() {
    Input input = Input.paths(
        List.of("-"),
        new ByteArrayInputStream((POD + "---\n" + HIGH).getBytes(StandardCharsets.UTF_8)));

    List<ServerAnswer> answers = answers(Seaworthy.usual().validate(input));

    assertThat(answers).extracting(ServerAnswer::accepted).containsExactly(false, true);
  }

  @Test
  void ofTwoDefaultClassesTheLaterOneIsRefused() {
    String other = HIGH.replace("high", "low") + "globalDefault: true\n";

    List<ServerAnswer> answers = answers(HIGH + "globalDefault: true\n---\n" + other);

    assertThat(answers).extracting(ServerAnswer::accepted).containsExactly(true, false);
  }

  @Test
  void whatIsFilledInIsShown() {
    Input input = Input.text("objects.yaml", """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
        ---
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: fast
          annotations: {storageclass.kubernetes.io/is-default-class: "true"}
        provisioner: disk.example.com
        """);

    List<ServerAnswer> answers =
        answers(Seaworthy.of(Settings.usual().withResults()).validate(input));

    assertThat(answers.get(0).result())
        .hasValueSatisfying(
            result -> assertThat(result.toString()).contains("storageClassName").contains("fast"));
  }

  private static final String LIMITS = """
      apiVersion: v1
      kind: LimitRange
      metadata: {name: small, namespace: prod}
      spec: {limits: [{type: Container, max: {cpu: 100m}}]}
      """;

  private static final String LARGE_POD = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: prod}
      spec: {containers: [{name: web, image: 'web:1', resources: {limits: {cpu: 1}}}]}
      """;

  @Nested
  class OfSeveralClusters {

    @TempDir
    Path repository;

    @Test
    void countForTheirOwnFoldersAlone() throws IOException {
      given("clusters/lyon/limits.yaml", LIMITS);
      given("clusters/lyon/apps/web.yaml", LARGE_POD);
      given("clusters/oslo/apps/web.yaml", LARGE_POD);

      assertThat(refused()).containsExactly("clusters/lyon/apps/web.yaml");
    }

    @Test
    void areToldOfWhereTheyMightBeOfOne() throws IOException {
      given("limits/limits.yaml", LIMITS);
      given("apps/web.yaml", LARGE_POD);

      assertThat(notes("apps/web.yaml"))
          .singleElement()
          .satisfies(
              note -> assertThat(note.message()).contains("at most 100m (LimitRange small)"));
    }

    @Test
    void areNotToldOfWhereTheyWouldRefuseNothing() throws IOException {
      given("limits/limits.yaml", LIMITS);
      given("apps/web.yaml", POD);

      assertThat(notes("apps/web.yaml")).isEmpty();
    }

    @Test
    void countForWhatTheirKustomizationNames() throws IOException {
      given("lyon/kustomization.yaml", "resources: [../limits, ../apps]");
      given("limits/limits.yaml", LIMITS);
      given("limits/kustomization.yaml", "resources: [limits.yaml]");
      given("apps/web.yaml", LARGE_POD);
      given("apps/kustomization.yaml", "resources: [web.yaml]");

      assertThat(refused()).containsExactly("apps/web.yaml");
    }

    @Test
    void ofTwoWithOneNameTheNearerCounts() throws IOException {
      given("limits.yaml", LIMITS);
      given("oslo/limits.yaml", LIMITS.replace("100m", "4"));
      given("oslo/web.yaml", LARGE_POD);
      given("lyon/web.yaml", LARGE_POD);

      assertThat(refused()).containsExactly("lyon/web.yaml");
    }

    @Test
    void countInTheNamespaceThatTheirKustomizationPutsThemInto() throws IOException {
      String unplaced = LIMITS.replace(", namespace: prod", "");
      String pod = LARGE_POD.replace(", namespace: prod", "");
      given("kustomization.yaml", "resources: [small, large]");
      given("small/kustomization.yaml", "{namespace: small, resources: [limits.yaml, web.yaml]}");
      given("small/limits.yaml", unplaced);
      given("small/web.yaml", pod);
      given("large/kustomization.yaml", "{namespace: large, resources: [web.yaml]}");
      given("large/web.yaml", pod);

      assertThat(refused()).containsExactly("small/web.yaml");
    }

    @Test
    void doNotCountWhileTheyAreYetToBePatched() throws IOException {
      given("kustomization.yaml", "{resources: [all.yaml], patches: [{path: more.yaml}]}");
      given("more.yaml", LIMITS.replace("100m", "4"));
      given("all.yaml", LIMITS + "---\n" + LARGE_POD);

      assertThat(refused()).isEmpty();
    }

    @Test
    void countEverywhereWhereTheConfigurationNamesThem() throws Exception {
      given(".seaworthy.yaml", "policies: [rules]");
      given("rules/policy.yaml", """
          apiVersion: admissionregistration.k8s.io/v1
          kind: ValidatingAdmissionPolicy
          metadata: {name: no-pods}
          spec:
            matchConstraints:
              resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
            validations: [{expression: "false", message: no pods here}]
          ---
          apiVersion: admissionregistration.k8s.io/v1
          kind: ValidatingAdmissionPolicyBinding
          metadata: {name: no-pods}
          spec: {policyName: no-pods, validationActions: [Deny]}
          """);
      given("apps/web.yaml", LARGE_POD);
      Project project = Project.of(repository, repository.resolve(".seaworthy.yaml"));

      assertThat(refused(Seaworthy.of(project.settings()))).containsExactly("apps/web.yaml");
      assertThat(refused()).isEmpty();
    }

    @Test
    void areWhatTheUserSays() throws Exception {
      given("limits/limits.yaml", LIMITS);
      given("apps/web.yaml", LARGE_POD);
      given(".seaworthy.yaml", "units: ['**']");
      Project project = Project.of(repository, repository.resolve(".seaworthy.yaml"));

      assertThat(refused(Seaworthy.of(project.settings()))).containsExactly("apps/web.yaml");
    }

    @Test
    void aTextWithoutAFolderGoesWhereTheOthersGo() throws IOException {
      given("lyon/limits.yaml", LIMITS);
      Input input = Input.paths(
          List.of("-", repository.toString()),
          new ByteArrayInputStream(LARGE_POD.getBytes(StandardCharsets.UTF_8)));

      assertThat(answers(Seaworthy.usual().validate(input)))
          .extracting(ServerAnswer::accepted)
          .containsExactly(false, true);
    }

    private void given(String file, String text) throws IOException {
      Path path = repository.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    }

    private List<String> refused() {
      return refused(Seaworthy.usual());
    }

    private List<String> refused(Seaworthy seaworthy) {
      return seaworthy.validate(Input.paths(repository.toString())).stream()
          .filter(
              file -> file.objects().stream().anyMatch(each -> !each.answer().accepted()))
          .map(FileReport::name)
          .map(file -> repository.relativize(Path.of(file)).toString())
          .toList();
    }

    private List<Diagnostic> notes(String file) {
      return Seaworthy.usual().validate(Input.paths(repository.toString())).stream()
          .filter(report -> report.name().endsWith(file))
          .flatMap(report -> report.notes().stream())
          .toList();
    }
  }

  private static List<ServerAnswer> answers(String text) {
    return answers(Seaworthy.usual().validate(Input.text("objects.yaml", text)));
  }

  private static List<ServerAnswer> answers(List<FileReport> files) {
    return files.stream()
        .flatMap(file -> file.objects().stream())
        .map(ObjectReport::answer)
        .toList();
  }
}
