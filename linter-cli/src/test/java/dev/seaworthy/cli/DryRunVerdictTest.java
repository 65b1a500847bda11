package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it comes to stands first, whatever else is to be said, and says what was never applied. */
class DryRunVerdictTest {

  private static final String POD = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec: {containers: [{name: web, image: 'web:1'}]}
      """;

  @TempDir
  Path folder;

  private List<String> lines(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    String file = folder.resolve(name).toString();
    return Run.of("dry-run", file)
        .out()
        .lines()
        .map(line -> line.replace(file, name))
        .toList();
  }

  @Test
  void aKindThatNobodyHasDefinedIsNotCalledRefused() throws IOException {
    List<String> lines = lines("a.yaml", POD + """
        ---
        apiVersion: example.com/v1
        kind: Widget
        metadata: {name: one}
        """);

    assertThat(lines)
        .startsWith(
            "1 object is not played, as nobody has defined Widget in example.com",
            "Of the others: web is ready");
    assertThat(lines).noneMatch(line -> line.contains("refused"));
  }

  @Test
  void podsOfAnotherFolderSayNothingOfAServiceWhosePodsComeFromElsewhere() throws IOException {
    Files.createDirectories(folder.resolve("web"));
    Files.createDirectories(folder.resolve("accounts"));
    Files.writeString(folder.resolve("web/pod.yaml"), POD);
    Files.writeString(folder.resolve("accounts/service.yaml"), """
        apiVersion: v1
        kind: Service
        metadata: {name: accounts}
        spec: {selector: {app: accounts}, ports: [{port: 80}]}
        """);

    Run apart = Run.of("dry-run", folder.toString());

    assertThat(apart.out()).contains("warning: Service accounts leads to nobody");
    assertThat(apart.status()).isZero();

    Files.writeString(folder.resolve("accounts/pod.yaml"), POD.replace("web", "worker"));

    assertThat(Run.of("dry-run", folder.toString()).out())
        .contains("error: Service accounts leads to nobody");
  }

  @Test
  void whoIsReachedIsSaidFirstAndAlsoInBrief() throws IOException {
    Path file = folder.resolve("a.yaml");
    Files.writeString(file, POD.replace("'web:1'", "'web:1', ports: [{containerPort: 80}]") + """
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: all}
        spec: {podSelector: {}, ingress: [{}]}
        """);
    String[] asked = {"dry-run", "--reach", "pod/web:80", file.toString()};
    String[] brief = {"dry-run", "-q", "--reach", "pod/web:80", file.toString()};

    String answer = "pod/web:80 is reached from outside: 1 pod answers";
    assertThat(Run.of(asked).out()).startsWith(answer).doesNotContain("not played");
    assertThat(Run.of(brief).out()).startsWith(answer);
    Files.writeString(
        folder.resolve("b.yaml"),
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: one}}");
    assertThat(Run.of("dry-run", "--reach", "pod/web:80", folder.toString()).out())
        .contains(answer, "Of the others: web is ready")
        .doesNotContain("All is well");
    assertThat(lines("a.yaml", Files.readString(file)))
        .anyMatch(line -> line.contains("taken, but not played"));
  }

  @Test
  void whatIsRefusedIsNamedBeforeItIsExplained() throws IOException {
    List<String> lines = lines("a.yaml", POD + """
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {ports: [{port: 99999}]}
        """);

    assertThat(lines)
        .startsWith(
            "1 object is refused and not played: Service web (a.yaml:8)",
            "Of the others: web is ready");
    assertThat(lines).anyMatch(line -> line.startsWith("a.yaml:9:"));
  }

  @Test
  void aFileThatCannotBeReadIsNoInputOfNothing() throws IOException {
    assertThat(lines("a.yaml", "kind: {Pod"))
        .startsWith("Not applied: a '{' is not closed, or a ',' is missing (a.yaml:2)")
        .doesNotContain("Nothing of this runs pods");
  }

  @Test
  void aNamespaceThatComesLateIsMadeFirstAndThatIsSaid() throws IOException {
    String namespace = "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}\n";
    String pod = POD.replace("{name: web}\nspec", "{name: web, namespace: shop}\nspec");
    String late =
        "a.yaml:3:34: info: Namespace shop is made first here, as kustomize, Helm and GitOps tools"
            + " sort it; kubectl apply -f takes Pod shop/web before it, and is refused the first"
            + " time";

    assertThat(lines("a.yaml", pod + "---\n" + namespace))
        .startsWith("All is well: web is ready")
        .contains(late);
    assertThat(lines("b.yaml", namespace + "---\n" + pod))
        .noneMatch(line -> line.contains("is made first here"));
  }

  @Test
  void whatHasDoneItsWorkIsNotCalledReady() {
    String job = """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: once}
        spec:
          completions: COUNT
          template:
            spec: {restartPolicy: Never, containers: [{name: main, image: "once:1"}]}
        """;

    assertThat(Run.withInput(job.replace("COUNT", "1"), "dry-run", "--image", "once:1=ends", "-")
            .out())
        .startsWith("All is well: once has 1 pod, which has done its work\n");
    assertThat(Run.withInput(job.replace("COUNT", "3"), "dry-run", "--image", "once:1=ends", "-")
            .out())
        .startsWith("All is well: once has 3 pods, which have done their work\n");
  }

  @Test
  void aJobThatIsRemovedAfterItsEndHasDoneItsWork() {
    String job = """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: once}
        spec:
          ttlSecondsAfterFinished: 10
          template:
            spec: {restartPolicy: Never, containers: [{name: main, image: "once:1"}]}
        """;

    assertThat(Run.withInput(job, "dry-run", "--image", "once:1=ends", "-").out())
        .startsWith("All is well: 1 pod has done its work and is gone again\n")
        .contains("images can be pulled and their programs run");
  }
}
