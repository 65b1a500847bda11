package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pre-commit hook's options, as a hook of a real git repository runs them on a commit. */
class HookTest {

  private static final String REFUSED =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, dta: {}}";

  private static final String PODS = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: orders, labels: {app: orders}}
      spec:
        replicas: 2
        selector: {matchLabels: {app: orders}}
        template:
          metadata: {labels: {app: orders, tier: backend}}
          spec:
            automountServiceAccountToken: false
            containers:
              - name: orders
                image: registry.example.com/orders:2.3.0
                readinessProbe: {tcpSocket: {port: 80}}
                resources: {requests: {cpu: 10m, memory: 64Mi}, limits: {memory: 64Mi}}
                securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, runAsNonRoot: true}
      """;

  private static final String SERVICE = """
      apiVersion: v1
      kind: Service
      metadata: {name: orders}
      spec:
        selector: {app: orders, tier: backend}
        ports: [{port: 80}]
      """;

  private static final String MISTAKEN = SERVICE.replace("backend", "back-end");

  private static final String SETTINGS =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {a: b}}";

  private static final String PODS_WITH_SETTINGS =
      PODS + "          envFrom: [{configMapRef: {name: settings}}]\n";

  private static final String RULE = """
      id: config-owner
      title: A ConfigMap has an owner
      severity: warning
      profiles: [recommended]
      kinds: [ConfigMap]
      holds: 'false'
      message: nobody owns it
      remedy: say who does
      """;

  @TempDir
  Path repository;

  @Test
  void aRefusedManifestStopsTheCommit() throws Exception {
    givenRepositoryWithHook();
    givenFile("web.yaml", REFUSED);

    assertThat(commitAll()).contains("dta is not a field of ConfigMap");
    assertThat(commits()).isZero();
  }

  @Test
  void aGoodManifestIsCommitted() throws Exception {
    givenRepositoryWithHook();
    givenFile("web.yaml", REFUSED.replace("dta", "data"));

    commitAll();

    assertThat(commits()).isOne();
  }

  @Test
  void theMistakeOfTheReadmeStopsTheCommit() throws Exception {
    givenRepositoryWithHook();
    givenFile(
        "orders.yaml",
        Files.readString(Path.of("../examples/mistakes/service-selects-nothing.yaml")));

    assertThat(commitAll()).contains("its label is tier=backend");
    assertThat(commits()).isZero();
  }

  @Test
  void aCommitMayHoldHalfOfAPairThatIsCommittedAlready() throws Exception {
    givenRepositoryWithHook("--fail-on", "info");
    givenFile("k8s/orders.yaml", PODS);
    git("add", ".");
    commit("--no-verify");
    givenFile("services/orders.yaml", SERVICE);

    assertThat(commitAll()).contains("Nothing found", "Seen with 1 other file of the commit");
    assertThat(commits()).isEqualTo(2);
  }

  @Test
  void aMistakeTowardsWhatIsCommittedAlreadyIsFound() throws Exception {
    givenRepositoryWithHook();
    givenFile("k8s/orders.yaml", PODS);
    git("add", ".");
    commit("--no-verify");
    givenFile("services/orders.yaml", MISTAKEN);

    assertThat(commitAll()).contains("services/orders.yaml:5:3: warning: no pods");
    assertThat(commits()).isOne();
  }

  @Test
  void whatIsNotStagedIsNoPartOfIt() throws Exception {
    givenRepositoryWithHook();
    givenFile("orders.yaml", PODS);
    givenFile("service.yaml", MISTAKEN);
    git("add", ".");
    givenFile("service.yaml", SERVICE);

    assertThat(commit()).contains("its label is tier=backend");
    assertThat(commits()).isZero();
  }

  @Test
  void aRightManifestIsCommittedThoughWorkOnItGoesOn() throws Exception {
    givenRepositoryWithHook();
    givenFile("orders.yaml", PODS);
    givenFile("service.yaml", SERVICE);
    git("add", ".");
    givenFile("service.yaml", MISTAKEN);

    commit();

    assertThat(commits()).isOne();
  }

  @Test
  void withoutNamesTheStagedFilesAreJudged() throws Exception {
    givenRepository();
    givenHook(entryOptions());
    givenFile("orders.yaml", PODS);
    givenFile("service.yaml", MISTAKEN);
    git("add", ".");
    givenFile("untracked.yaml", REFUSED);

    assertThat(commit()).contains("its label is tier=backend").doesNotContain("untracked");
    assertThat(commits()).isZero();
  }

  @Test
  void aFileThatIsNamedIsSeenWithItsFolder() throws Exception {
    givenRepository();
    givenFile("k8s/service.yaml", MISTAKEN);
    givenFile("k8s/orders.yaml", PODS);

    Run run = Run.of("lint", repository.resolve("k8s/service.yaml").toString());

    assertThat(run.out()).contains("its label is tier=backend", "Seen with 1 other file of ");
  }

  @Test
  void whatOthersStillUseIsNotTakenAway() throws Exception {
    givenRepositoryWithHook();
    givenCommitted("settings.yaml", SETTINGS);
    givenCommitted("app/orders.yaml", PODS_WITH_SETTINGS);
    git("rm", "--quiet", "settings.yaml");

    assertThat(commit()).contains("app/orders.yaml:", "with this commit, no ConfigMap 'settings'");
    assertThat(commits()).isEqualTo(2);
  }

  @Test
  void whatIsStillUsedIsNotCalledOtherwise() throws Exception {
    givenRepositoryWithHook();
    givenCommitted("app/orders.yaml", PODS);
    givenCommitted("app/service.yaml", SERVICE);
    givenFile("app/orders.yaml", PODS.replace("tier: backend", "tier: orders"));

    assertThat(commitAll()).contains("app/service.yaml:5:3: warning: with this commit, no pods");
    assertThat(commits()).isEqualTo(2);
  }

  @Test
  void aTwinInAnotherFolderIsNoEvidenceThatSomethingIsStillThere() throws Exception {
    givenRepositoryWithHook();
    givenCommitted("prod/settings.yaml", SETTINGS);
    givenCommitted("prod/orders.yaml", PODS_WITH_SETTINGS);
    givenCommitted("test/settings.yaml", SETTINGS);
    givenCommitted("test/orders.yaml", PODS_WITH_SETTINGS);
    git("rm", "--quiet", "prod/settings.yaml");

    assertThat(commit())
        .contains("prod/orders.yaml:", "with this commit, no ConfigMap 'settings'")
        .contains("test/settings.yaml:1:52: has that name, and is applied apart from it")
        .doesNotContain("test/orders.yaml:");
    assertThat(commits()).isEqualTo(4);
  }

  @Test
  void norIsOneThatHasTheLabelsWhichTheCommitChanges() throws Exception {
    givenRepositoryWithHook();
    givenCommitted("prod/orders.yaml", PODS);
    givenCommitted("prod/service.yaml", SERVICE);
    givenCommitted("test/orders.yaml", PODS);
    givenFile("prod/orders.yaml", PODS.replace("tier: backend", "tier: orders"));

    assertThat(commitAll()).contains("prod/service.yaml:5:3: warning: with this commit, no pods");
    assertThat(commits()).isEqualTo(3);
  }

  @Test
  void whatAKustomizationListsIsNotTakenAway() throws Exception {
    givenRepositoryWithHook();
    givenCommitted("app/settings.yaml", SETTINGS);
    givenCommitted("app/kustomization.yaml", "resources:\n- settings.yaml\n");
    git("rm", "--quiet", "app/settings.yaml");

    assertThat(commit())
        .contains("app/kustomization.yaml:2:3: error: with this commit, kustomize builds nothing:"
            + " there is no file settings.yaml");
    assertThat(commits()).isEqualTo(2);
  }

  @Test
  void whatAKustomizationListsIsCommittedWithIt() throws Exception {
    givenRepository();
    givenHook(entryOptions());
    givenFile("app/kustomization.yaml", "configMapGenerator: [{name: conf, files: [a.txt]}]\n");
    git("add", ".");
    givenFile("app/a.txt", "a");

    assertThat(commit())
        .contains("there is no file a.txt", "not part of the commit: git add a.txt");
    assertThat(commits()).isZero();
  }

  @Test
  void aFileThatIsNotThereIsAnErrorUnlessTheCommitTakesItAway() throws Exception {
    givenRepository();
    givenCommitted("settings.yaml", SETTINGS);
    givenHook(entryOptions() + " settings.yaml setings.yaml");
    git("rm", "--quiet", "settings.yaml");

    assertThat(commit())
        .contains("setings.yaml: error: there is no such file or folder")
        .doesNotContain("\nsettings.yaml: error");
    assertThat(commits()).isOne();

    givenHook(entryOptions() + " settings.yaml");
    commit();
    assertThat(commits()).isEqualTo(2);
  }

  @Test
  void whatOnlyMovesIsStillThere() throws Exception {
    givenRepositoryWithHook();
    givenCommitted("prod/settings.yaml", SETTINGS);
    givenCommitted("prod/orders.yaml", PODS_WITH_SETTINGS);
    Files.createDirectories(repository.resolve("common"));
    git("mv", "prod/settings.yaml", "common/settings.yaml");

    assertThat(commit()).doesNotContain("with this commit");
    assertThat(commits()).isEqualTo(3);
  }

  @Test
  void whatGoesWithAllThatUseItMayGo() throws Exception {
    givenRepositoryWithHook();
    givenCommitted("settings.yaml", SETTINGS);
    givenCommitted("app/orders.yaml", PODS_WITH_SETTINGS);
    git("rm", "--quiet", "settings.yaml", "app/orders.yaml");

    commit();

    assertThat(commits()).isEqualTo(3);
  }

  @Test
  void whatWasMissingBeforeIsNoFaultOfTheCommit() throws Exception {
    givenRepositoryWithHook();
    givenCommitted("others.yaml", SETTINGS.replace("settings", "others"));
    givenCommitted("app/orders.yaml", PODS_WITH_SETTINGS);
    git("rm", "--quiet", "others.yaml");

    commit();

    assertThat(commits()).isEqualTo(3);
  }

  @Test
  void withoutARepositoryItSaysWhatIsMissing() throws Exception {
    givenFile("orders.yaml", PODS);

    Run run = Run.in(repository, "lint", "--staged");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--staged needs a git repository");
  }

  @Test
  void theConfigurationIsThatWhichIsToBeCommitted() throws Exception {
    givenRepository();
    givenFile("orders.yaml", PODS);
    givenFile(".seaworthy.yaml", "profile: recommended\n");
    git("add", ".");
    givenFile(".seaworthy.yaml", "nonsense: 1\n");

    assertThat(Run.in(repository, "lint", "--staged").status()).isNotEqualTo(2);

    git("add", ".");
    Run staged = Run.in(repository, "lint", "--staged");
    assertThat(staged.err()).contains(".seaworthy.yaml:1:1: error: 'nonsense'");
    assertThat(staged.status()).isEqualTo(2);
  }

  @Test
  void soIsThatOfFilesWhichTheHookNames() throws Exception {
    givenRepositoryWithHook();
    givenFile("shop/orders.yaml", SETTINGS);
    givenFile(".seaworthy.yaml", "profile: recommended\n");
    git("add", ".");
    givenFile(".seaworthy.yaml", "nonsense: 1\n");

    assertThat(commit()).doesNotContain("nonsense");
    assertThat(commits()).isOne();
  }

  @Test
  void aConfigurationThatGitDoesNotKnowDoesNotCount() throws Exception {
    givenRepository();
    givenFile("web.yaml", REFUSED);
    git("add", ".");
    givenFile(".seaworthy.yaml", "exclude: [web.yaml]\n");

    Run run = Run.in(repository, "lint", "--staged");

    assertThat(run.out()).contains("dta is not a field of ConfigMap");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void soIsTheBaselineThatItNames() throws Exception {
    givenRepositoryWithHook();
    givenFile("orders.yaml", PODS);
    givenFile("service.yaml", MISTAKEN);
    givenFile(".seaworthy.yaml", "baseline: known.yaml\n");
    Run.in(repository, "lint", "--update-baseline", repository.toString());
    String known = Files.readString(repository.resolve("known.yaml"));
    givenFile("known.yaml", "findings: {}\n");
    git("add", ".");
    givenFile("known.yaml", known);

    assertThat(commit()).contains("its label is tier=backend");

    git("add", ".");
    givenFile("known.yaml", "findings: {}\n");
    commit();
    assertThat(commits()).isOne();
  }

  @Test
  void aBaselineThatIsALinkIsCalledOne() throws Exception {
    givenRepositoryWithHook();
    givenFile("orders.yaml", PODS);
    givenFile(".seaworthy.yaml", "baseline: known.yaml\n");
    givenFile("true.yaml", "findings: {}\n");
    Files.createSymbolicLink(repository.resolve("known.yaml"), Path.of("true.yaml"));
    git("add", ".");

    assertThat(Run.in(repository, "lint", "--staged").err())
        .contains("known.yaml, which the configuration names, is a link")
        .doesNotContain("git add it");
  }

  @Test
  void soAreTheRules() throws Exception {
    givenRepositoryWithHook();
    givenFile("settings.yaml", SETTINGS);
    givenFile(".seaworthy.yaml", "ruleFolders: [lint-rules]\n");
    givenFile("lint-rules/config-owner/rule.yaml", RULE);
    git("add", ".");
    givenFile("lint-rules/config-owner/rule.yaml", RULE.replace("holds: 'false'", "holds: 'true'"));

    assertThat(commit()).contains("config-owner", "nobody owns it");
    assertThat(commits()).isZero();
  }

  @Test
  void whatTheConfigurationNamesAndGitDoesNotKnowIsTold() throws Exception {
    givenRepositoryWithHook();
    givenFile("settings.yaml", SETTINGS);
    givenFile(".seaworthy.yaml", "ruleFolders: [lint-rules]\nbaseline: known.yaml\n");
    git("add", ".");
    givenFile("known.yaml", "findings: {}\n");
    givenFile("lint-rules/config-owner/rule.yaml", RULE);

    assertThat(commit())
        .contains(
            "lint-rules, which the configuration names, is not part of what git is to commit",
            "known.yaml, which the configuration names, is not part of what git is to commit",
            "nobody owns it");
  }

  @Test
  void aFileOfAnUnfinishedMergeDoesNotPassAsGreen() throws Exception {
    givenConflict("k8s/settings.yaml");

    Run run = Run.in(repository, "lint", "--staged");

    assertThat(run.out())
        .contains("k8s/settings.yaml: error: its merge is not finished", "git add it");
    assertThat(run.status()).isEqualTo(2);

    git("add", ".");
    assertThat(Run.in(repository, "lint", "--staged").out()).doesNotContain("its merge is not");
  }

  @Test
  void soDoesNotAConfigurationOfIt() throws Exception {
    givenConflict(".seaworthy.yaml");

    Run run = Run.in(repository, "lint", "--staged");

    assertThat(run.err()).contains(".seaworthy.yaml: error:", "its merge is not finished");
    assertThat(run.status()).isEqualTo(2);
  }

  private void givenConflict(String file) throws Exception {
    givenRepository();
    givenCommitted("first.yaml", SETTINGS);
    git("checkout", "--quiet", "-b", "theirs");
    givenCommitted(file, SETTINGS);
    git("checkout", "--quiet", "-b", "ours", "HEAD~1");
    givenCommitted(file, SETTINGS.replace("a: b", "c: d"));
    git("-c", "user.name=test", "-c", "user.email=test@example.com", "merge", "theirs");
  }

  private void givenFile(String name, String content) throws IOException {
    Path file = repository.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private void givenCommitted(String name, String content) throws Exception {
    givenFile(name, content);
    git("add", ".");
    commit("--no-verify");
  }

  private void givenRepository() throws Exception {
    git("init", "--quiet");
  }

  /** As pre-commit runs it: with the names of the staged files behind the options. */
  private void givenRepositoryWithHook(String... more) throws Exception {
    givenRepository();
    givenHook(entryOptions() + " " + String.join(" ", more) + " $(git diff --cached --name-only)");
  }

  private void givenHook(String arguments) throws IOException {
    Path hook = repository.resolve(".git/hooks/pre-commit");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, """
        #!/bin/sh
        exec "%s" -cp "%s" dev.seaworthy.cli.Main %s
        """.formatted(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            System.getProperty("java.class.path"),
            arguments));
    assertThat(hook.toFile().setExecutable(true)).isTrue();
  }

  /** What the hook's definition says behind {@code ./seaworthy}. */
  private static String entryOptions() throws IOException {
    return Files.readAllLines(Path.of("../.pre-commit-hooks.yaml")).stream()
        .filter(line -> line.strip().startsWith("entry: ./seaworthy "))
        .map(line -> line.strip().substring("entry: ./seaworthy ".length()))
        .findFirst()
        .orElseThrow();
  }

  private String commitAll() throws Exception {
    git("add", ".");
    return commit();
  }

  private String commit(String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(
        "-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "-m", "try"));
    arguments.addAll(List.of(more));
    return git(arguments.toArray(String[]::new));
  }

  private int commits() throws Exception {
    return Integer.parseInt(git("rev-list", "--all", "--count").strip());
  }

  private String git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command)
        .directory(repository.toFile())
        .redirectErrorStream(true)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
