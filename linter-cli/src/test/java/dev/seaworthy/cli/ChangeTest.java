package dev.seaworthy.cli;

import static dev.seaworthy.cli.ManifestChange.CONFIG;
import static dev.seaworthy.cli.ManifestChange.OLD_SERVICE;
import static dev.seaworthy.cli.ManifestChange.web;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dry-run --previous} and {@code --against}: what merging a change would do. */
class ChangeTest {

  private static final String HOOK = """
      apiVersion: batch/v1
      kind: Job
      metadata: {name: migrate, annotations: {helm.sh/hook: pre-upgrade}}
      spec:
        template:
          spec: {restartPolicy: Never, containers: [{name: migrate, image: "web:1"}]}
      """;

  private final Path folder;
  private final ManifestChange change;

  ChangeTest(@TempDir Path folder) {
    this.folder = folder;
    change = new ManifestChange(folder);
  }

  @Test
  void theStateBeforeMayBeARevision() throws Exception {
    Workspace workspace = new Workspace(folder);
    workspace.given("k8s/web.yaml", web("web:1"));
    git("init", "-q");
    git("add", ".");
    git("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "first");
    workspace.given("k8s/web.yaml", web("web:2"));

    Run run =
        Run.in(folder, "dry-run", "--against", "HEAD", folder.resolve("k8s").toString());

    assertThat(run.out()).contains("The change: Deployment web replaces 4 pods");
  }

  @Test
  void pruningAloneMakesNoSense() {
    Run run = Run.of("dry-run", "--prune", "../examples/pod");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--prune needs to know what was before");
  }

  @Test
  void nothingChangesWhereNothingWasChanged() throws IOException {
    change.from(web("web:1")).to("# a comment\n" + web("web:1"));

    assertThat(change.told()).contains("The change: No pod restarts: nothing changes");
  }

  @Test
  void whatTheServerRefusesStaysAsItWas() throws IOException {
    change.from(web("web:1")).to(web("web:2").replace("app: web", "app: wep"));

    assertThat(change.told())
        .contains("The change: Deployment web is refused and stays as it was: spec.selector");
    assertThat(change.impact().at("/objects/0/fate").asString()).isEqualTo("refused");
    assertThat(change.impact().path("workloads")).isEmpty();
  }

  @Test
  void whatIsRefusedForItsVersionStaysAsItWas() throws IOException {
    change.from(web("web:1", "1"));
    change.to(web("web:1", "1").replace("apps/v1", "extensions/v1beta1"));

    assertThat(change.told())
        .startsWith("The change: Deployment web is refused and stays as it was: Kubernetes 1.37 has"
            + " no kind Deployment in extensions/v1beta1\n")
        .doesNotContain("behind");
  }

  @Test
  void aMoveToTheVersionThatIsServedIsNoOtherObject() throws IOException {
    String old = web("web:1", "1")
        .replace("apps/v1", "extensions/v1beta1")
        .replace("  selector: {matchLabels: {app: web}}\n", "");
    change.from(old + """
        ---
        apiVersion: extensions/v1beta1
        kind: Ingress
        metadata: {name: web}
        spec: {backend: {serviceName: web, servicePort: 80}}
        """);
    change.to(web("web:1", "1") + """
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web}
        spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
        """);

    assertThat(change.told())
        .startsWith("The change: No pod restarts for the change of Deployment web, Ingress web\n")
        .doesNotContain("stay", "is new");
    assertThat(change.impact().at("/objects/0/fields/0").asString())
        .isEqualTo("apiVersion: extensions/v1beta1 → apps/v1");
  }

  @Test
  void aWorkloadThatReadsAChangedConfigMapDoesNotRestartForIt() throws IOException {
    String reader = web("web:1")
        .replace("{name: web, image", "{name: web, envFrom: [{configMapRef: {name: conf}}], image");
    String conf = "{apiVersion: v1, kind: ConfigMap, metadata: {name: conf}, data: {a: %s}}\n";
    change.from(reader, conf.formatted("b")).to(reader, conf.formatted("c"));

    assertThat(change.told())
        .contains("The change: Deployment web does not restart for the change of ConfigMap conf");
  }

  @Test
  void hooksRunAgainThoughNothingChanges() throws IOException {
    change.from(HOOK, web("web:1")).to(HOOK, web("web:1"));

    assertThat(change.told())
        .startsWith("The change: No pod restarts: nothing changes\n"
            + "The change: Job migrate is a hook, deleted and made anew\n");
  }

  /** Its tool deletes a hook before it makes it again, so that nothing of it is immutable. */
  @Test
  void aHookOfAnotherKindIsMadeAnewToo() throws IOException {
    String binding = """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: migrate, annotations: {helm.sh/hook: pre-upgrade}}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
        """;
    change.from(binding).to(binding.replace("view", "edit"));

    Run run = change.play();

    assertThat(run.out())
        .contains("ClusterRoleBinding migrate is a hook, deleted and made anew")
        .doesNotContain("refused");
    assertThat(run.status()).isZero();
  }

  @Test
  void aHookThatIsNoLongerThereIsNotPruned() throws IOException {
    change.from(
        CONFIG.replace("conf}", "conf, annotations: {helm.sh/hook: pre-install}}"), web("web:1"));
    change.to(web("web:1"));

    assertThat(change.told("--prune")).contains("ConfigMap conf stays behind");
  }

  @Test
  void theCommentIsShortOnTopAndFoldsTheRest() throws IOException {
    change.from(OLD_SERVICE, web("web:1")).to(web("web:2"));

    String comment = change.told("-o", "markdown");

    assertThat(comment)
        .startsWith("### ✅ Merging this goes well\n\n- Deployment web replaces 4 pods");
    assertThat(comment)
        .contains("<details><summary>Deployment web: available 3 of 4 at the least (floor 3)")
        .contains("- because of `spec.containers[web].image: web:1 → web:2`")
        .contains("| Service old | left behind |");
    assertThat(comment.substring(0, comment.indexOf("<details>")).lines().count())
        .isLessThan(10);
  }

  /** Whoever opens a pull request writes the manifests: they must not write the comment's markup. */
  @Test
  void hostileNamesStayText() throws IOException {
    String image = "a|b</summary><script>alert(1)</script>`x` @everyone [a](http://b)";
    change.from(web("web:1")).to(web(image));

    String comment = change.told("-o", "markdown");

    assertThat(comment.replaceAll("(?s)(`+)[^`\n].*?\\1", "CODE"))
        .doesNotContain("<script", "@everyone", "[a](http")
        .contains("&lt;script&gt;");
  }

  private void git(String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(args));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
