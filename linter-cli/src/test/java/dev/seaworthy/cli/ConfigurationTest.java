package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a project's {@code .seaworthy.yaml} and its baseline change, as a user sees it. */
class ConfigurationTest {

  private static final String POD = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec:
        containers:
          - {name: web, image: nginx}
      """;

  @TempDir
  Path folder;

  @BeforeEach
  void aRepositoryWithAnUntidyPod() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    given("k8s/pod.yaml", POD);
  }

  @Test
  void itIsFoundFromThePathUpwards() throws IOException {
    given(".seaworthy.yaml", "rules: {image-tag-mutable: error}\n");

    Run run = Run.of("lint", folder.resolve("k8s/pod.yaml").toString());

    assertThat(run.out()).contains("error: 'nginx' can be another image tomorrow");
    assertThat(run.status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere.yaml", ".seaworthy.yaml"})
  void aLinkThatLeadsNowhereIsTold(String target) throws IOException {
    Files.createSymbolicLink(folder.resolve(".seaworthy.yaml"), Path.of(target));

    Run run = lint();

    assertThat(run.err() + run.out())
        .contains("the configuration cannot be read: it is a link that leads to no file");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILURE);
  }

  @Test
  void aFolderOfItsNameIsTold() throws IOException {
    Files.createDirectory(folder.resolve(".seaworthy.yaml"));

    Run run = lint();

    assertThat(run.err() + run.out()).contains(".seaworthy.yaml", "cannot be read: it is a folder");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILURE);
    assertThat(Run.of("lint", "--no-config", folder.toString()).status())
        .isNotEqualTo(ExitStatus.FAILURE);
  }

  @Test
  void itIsNoManifestAndNotCounted() throws IOException {
    given(".seaworthy.yaml", "profile: recommended\n");

    assertThat(lint().out()).doesNotContain("Passed over");
  }

  @Test
  void rulesAboutPodsSeeCustomKindsThatItNames() throws IOException {
    given("k8s/worker.yaml", """
        apiVersion: example.com/v1
        kind: Worker
        metadata: {name: worker}
        spec:
          pod:
            spec:
              containers:
                - {name: worker, image: worker}
        """);
    assertThat(lint().out()).doesNotContain("'worker' can be another image");

    given(
        ".seaworthy.yaml", "podTemplates: [{group: example.com, kind: Worker, path: spec.pod}]\n");

    assertThat(lint().out()).contains("'worker' can be another image");
  }

  @Test
  void optionsGoBeforeIt() throws IOException {
    given(".seaworthy.yaml", "kubernetes: \"1.30\"\nfailOn: warning\nrules: {pod-bare: off}\n");

    assertThat(lint().status()).isEqualTo(1);
    assertThat(lint().out()).contains("Kubernetes 1.30").doesNotContain("[pod-bare]");
    Run otherwise = lint("-k", "1.34", "--fail-on", "error", "--enable", "pod-bare");
    assertThat(otherwise.status()).isZero();
    assertThat(otherwise.out()).contains("Kubernetes 1.34", "[pod-bare]");
  }

  @Test
  void itCanBeNamedOrLeftOut() throws IOException {
    given(".seaworthy.yaml", "failOn: warning\n");
    Path other = given("other.yaml", "rules: {image-tag-mutable: off}\n");

    assertThat(lint("--no-config").status()).isZero();
    assertThat(lint("--config", other.toString()).out()).doesNotContain("[image-tag-mutable]");
    assertThat(lint("--config", other.toString(), "--no-config").err())
        .contains("--config and --no-config contradict each other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lint", "validate", "dry-run"})
  void whatIsWrongInItEndsTheRunWithItsPlace(String command) throws IOException {
    given(".seaworthy.yaml", "kubernetes: soon\nprofil: strict\n");

    Run run = Run.of(command, folder.resolve("k8s").toString());

    assertThat(run.err())
        .contains(".seaworthy.yaml:1:13: error: 'kubernetes' must be a release from")
        .contains(
            ".seaworthy.yaml:2:1: error: 'profil' is not known here; did you mean 'profile'?");
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void pathsOfTwoProjectsAreNotMixed() throws IOException {
    given("k8s/.seaworthy.yaml", "failOn: info\n");
    given("other/.seaworthy.yaml", "failOn: error\n");

    Run run =
        Run.of("lint", folder.resolve("k8s").toString(), folder.resolve("other").toString());

    assertThat(run.err()).contains("the paths belong to several projects", "--config");
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void itLeavesFilesOutFromItsOwnFolder() throws IOException {
    given(".seaworthy.yaml", "exclude: [/k8s/old/]\n");
    given("k8s/old/bad.yaml", "bad: [\n");

    assertThat(lint().out()).contains("1 excluded file");
    assertThat(lint().status()).isZero();
  }

  @Test
  void itKeepsARuleQuietInSomeFilesForAReason() throws IOException {
    given(".seaworthy.yaml", """
        suppressions:
          - {paths: [k8s/], rules: [image-tag-mutable], reason: a sandbox}
        """);
    given("prod/pod.yaml", POD.replace("name: web, namespace: shop", "name: api, namespace: shop"));

    Run run = Run.of("lint", folder.toString());

    assertThat(run.out()).contains("prod/pod.yaml:6:26").doesNotContain("k8s/pod.yaml:6:26");
  }

  @Test
  void aSuppressionByPathThatKeepsNothingQuietIsTold() throws IOException {
    given(".seaworthy.yaml", """
        suppressions:
          - {paths: [k8s/], rules: [image-tag-mutable], reason: a sandbox}
          - {paths: [k9s/], rules: [image-tag-mutable], reason: a slip}
          - {paths: [k8s/], rules: [pod-host-pid], reason: an old one}
        """);

    assertThat(Run.of("lint", folder.toString()).out())
        .contains(
            ".seaworthy.yaml:3:5: info: no file that is judged matches these paths",
            ".seaworthy.yaml:4:5: info: pod-host-pid finds nothing in these files")
        .doesNotContain(".seaworthy.yaml:2:");
    assertThat(Run.of("lint", folder.resolve("k8s/pod.yaml").toString()).out())
        .as("of one file of many")
        .doesNotContain(".seaworthy.yaml");
  }

  @Test
  void aBaselineKeepsQuietWhatIsOldAndNothingElse() throws IOException {
    given(".seaworthy.yaml", "profile: all\nfailOn: info\nbaseline: known.yaml\n");
    assertThat(lint("--update-baseline").status()).isZero();

    assertThat(lint().status()).isZero();
    assertThat(lint().out()).contains("known already").doesNotContain("Nothing found");

    given("k8s/pod.yaml", "# moved down by a line\n" + POD);
    assertThat(lint().status()).isZero();

    given("k8s/pod.yaml", POD + "  hostPID: true\n");
    assertThat(lint().out()).contains("[pod-host-pid]").doesNotContain("[image-tag-mutable]");
    assertThat(lint().status()).isEqualTo(1);
  }

  @Test
  void aBaselineThatNobodyNamesIsToldOf() throws IOException {
    given(".seaworthy.yaml", "failOn: info\n");
    assertThat(lint().err()).doesNotContain("baseline");
    lint("--update-baseline");

    assertThat(lint().err())
        .contains(".seaworthy-baseline.yaml is here, but not named, so all findings are told")
        .contains("'baseline: .seaworthy-baseline.yaml' in .seaworthy.yaml, or give --baseline");

    given(".seaworthy.yaml", "failOn: info\nbaseline: .seaworthy-baseline.yaml\n");
    assertThat(lint().err()).doesNotContain("not named");
  }

  @Test
  void tellsWhatOfTheBaselineIsGone() throws IOException {
    given(".seaworthy.yaml", "baseline: known.yaml\n");
    lint("--update-baseline");
    given("k8s/pod.yaml", POD.replace("nginx", "nginx:1.27.1"));

    assertThat(lint().err()).contains("--update-baseline takes it out");
    lint("--update-baseline");
    assertThat(lint().err()).isEmpty();
  }

  @Test
  void updatingOneFileKeepsWhatIsKnownOfOthers() throws IOException {
    given(".seaworthy.yaml", "failOn: info\nbaseline: known.yaml\n");
    Path other =
        given("k8s/other.yaml", POD.replace("name: web, namespace", "name: api, namespace"));
    lint("--update-baseline");

    Run.of("lint", "--update-baseline", other.toString());

    assertThat(lint().status()).isZero();
  }

  @Test
  void aBaselineThatIsNotThereIsAMistake() {
    Run run = lint("--baseline", folder.resolve("known.yaml").toString());

    assertThat(run.err()).contains("there is no baseline", "--update-baseline writes it");
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void initWritesOneThatChangesNothingAndNeverOverwrites() throws IOException {
    String before = lint().out();

    assertThat(Run.of("init", folder.toString()).status()).isZero();
    assertThat(lint().out()).isEqualTo(before);
    Run again = Run.of("init", folder.toString());
    assertThat(again.err()).contains("is there already and stays as it is");
    assertThat(again.status()).isEqualTo(2);
  }

  /** Each line that is commented out is one that can be used. */
  @Test
  void whatInitShowsIsRight() throws IOException {
    Run.of("init", folder.toString());
    Path file = folder.resolve(".seaworthy.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replaceAll("(?m)^#(?! )", "")
            .replaceAll("(?m)^(baseline|crds|schemaLoc.*|  - (crds|my-kinds)/).*$", ""));
    Files.createDirectory(folder.resolve("crds"));

    assertThat(lint().err()).isEmpty();
  }

  @Test
  void itsSchemaIsPrintedForEditors() {
    assertThat(Run.of("schema", "config").out()).contains("\"image-tag-mutable\"", "\"failOn\"");
  }

  private Run lint(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "lint";
    System.arraycopy(options, 0, args, 1, options.length);
    args[args.length - 1] = folder.resolve("k8s").toString();
    return Run.of(args);
  }

  private Path given(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
