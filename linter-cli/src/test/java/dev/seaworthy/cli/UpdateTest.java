package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects that are judged as changes of what was applied before. */
class UpdateTest {

  private static final String CONFIG =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, immutable: true, data: {a: %s}}\n";

  private static final String SERVICE = """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec:
        clusterIP: %s
        selector: {app: web}
        ports: [{port: 80}]
      """;

  private static final String CLAIM = """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data}
      spec: {storageClassName: fast, accessModes: [ReadWriteOnce], resources: {requests: {storage: %s}}}
      """;

  private static final String STORAGE_CLASS = """
      apiVersion: storage.k8s.io/v1
      kind: StorageClass
      metadata: {name: fast}
      provisioner: disks.example.com
      """;

  private static final String HOOK = """
      apiVersion: batch/v1
      kind: Job
      metadata: {name: %s, annotations: {%s}}
      spec:
        template: {spec: {restartPolicy: Never, containers: [{name: c, image: "%s"}]}}
      """;

  @TempDir
  Path folder;

  private Git repository;

  @BeforeEach
  void aRepository() throws Exception {
    repository = Git.init().setDirectory(folder.toFile()).call();
  }

  @Test
  void areComparedWithTheSameFilesOfARevision() throws Exception {
    given("k8s/web.yaml", CONFIG.formatted("b"));
    commit();
    given("k8s/web.yaml", CONFIG.formatted("changed"));

    Run run = Run.in(folder, "validate", "--against", "HEAD", path("k8s"));

    assertThat(run.status()).isOne();
    assertThat(run.out()).contains("web.yaml:1:75: error: data must not be changed");
  }

  @Test
  void areToldOfWhatMergingWouldLose() throws Exception {
    String ports = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
          - name: web
            image: web:1
            ports:
            - {containerPort: 44, hostPort: 443}
        """;
    given("k8s/web.yaml", ports + "    - {containerPort: 44, hostPort: 4443}\n");
    commit();
    given("k8s/web.yaml", ports);

    Run run = Run.in(folder, "validate", "--against", "HEAD", path("k8s"));

    assertThat(run.out())
        .contains("web.yaml:9:7: warning: ports[0] is not brought about by `kubectl apply`");
  }

  @Test
  void haveTheAddressesThatAServerGaveThem() throws Exception {
    given("k8s/web.yaml", SERVICE.replace("  clusterIP: %s\n", ""));
    commit();
    given("k8s/web.yaml", SERVICE.formatted("None"));

    Run run = Run.in(folder, "validate", "--against", "HEAD", path("k8s"));

    assertThat(run.status()).isOne();
    assertThat(run.out()).contains("clusterIPs[0] must not change once it is set");
  }

  @Test
  void giveUpNodePortsTogetherWithAPort() throws Exception {
    String service = """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: %s
          selector: {app: web}
          ports:
          - {name: http, port: 80}
        """;
    given("k8s/web.yaml", service.formatted("LoadBalancer") + "  - {name: https, port: 443}\n");
    commit();
    given("k8s/web.yaml", service.formatted("ClusterIP"));

    Run run = Run.in(folder, "validate", "--against", "HEAD", path("k8s"));

    assertThat(run.status()).isZero();
  }

  @Test
  void letClaimsGrowThatAreBoundByNow() throws Exception {
    given("k8s/claim.yaml", CLAIM.formatted("10Gi"));
    commit();
    given("k8s/claim.yaml", CLAIM.formatted("20Gi"));

    Run run = Run.in(folder, "validate", "--against", "HEAD", path("k8s"));

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("claim.yaml:4:94: info: the claim grows")
        .contains(
            "StorageClass fast has allowVolumeExpansion: true; the class is not in the input");
  }

  @Test
  void letClaimsGrowWithoutAWordWhereTheirClassLetsThem() throws Exception {
    given("k8s/claim.yaml", CLAIM.formatted("10Gi"));
    given("k8s/class.yaml", STORAGE_CLASS + "allowVolumeExpansion: true\n");
    commit();
    given("k8s/claim.yaml", CLAIM.formatted("20Gi"));

    Run growing = Run.in(folder, "validate", "--against", "HEAD", path("k8s"));
    Run played = Run.in(folder, "dry-run", "--against", "HEAD", path("k8s"));
    given("k8s/class.yaml", STORAGE_CLASS);
    Run refused = Run.in(folder, "validate", "--against", "HEAD", path("k8s"));

    assertThat(growing.status()).isZero();
    assertThat(growing.out()).doesNotContain("the claim grows");
    assertThat(played.out())
        .contains("change of PersistentVolumeClaim data")
        .doesNotContain("refused");
    assertThat(refused.status()).isOne();
    assertThat(refused.out()).contains("the claim's StorageClass does not allow it");
  }

  @Test
  void playTheGrowthOfAClaimThatNoPodOfTheFilesUses() throws Exception {
    String waiting =
        STORAGE_CLASS + "allowVolumeExpansion: true\nvolumeBindingMode: WaitForFirstConsumer\n";
    given("k8s/class.yaml", waiting);
    given("k8s/claim.yaml", CLAIM.formatted("10Gi"));
    commit();
    given("k8s/claim.yaml", CLAIM.formatted("20Gi"));

    Run run = Run.in(folder, "dry-run", "--against", "HEAD", path("k8s"));

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("No pod restarts for the change of PersistentVolumeClaim data")
        .doesNotContain("refused");
  }

  @Test
  void doNotLetClaimsShrinkNorGrowThatAreNotBoundAsTheirStatusSays() throws Exception {
    given("k8s/claim.yaml", CLAIM.formatted("10Gi") + "status: {phase: Pending}\n");
    commit();
    given("k8s/claim.yaml", CLAIM.formatted("20Gi"));
    Run unbound = Run.in(folder, "validate", "--against", "HEAD", path("k8s"));
    given("k8s/claim.yaml", CLAIM.formatted("10Gi"));
    commit();
    given("k8s/claim.yaml", CLAIM.formatted("5Gi"));
    Run shrinking = Run.in(folder, "validate", "--against", "HEAD", path("k8s"));

    assertThat(unbound.out()).contains("must not grow before the claim is bound");
    assertThat(shrinking.out()).contains("must be more than the volume has");
  }

  @Test
  void areNoneOfHooksThatTheirToolMakesAnew() throws Exception {
    given("k8s/helm.yaml", HOOK.formatted("helm", "helm.sh/hook: pre-upgrade", "web:1"));
    given("k8s/argo.yaml", HOOK.formatted("argo", "argocd.argoproj.io/hook: PreSync", "web:1"));
    given(
        "k8s/kept.yaml",
        HOOK.formatted(
            "kept", "helm.sh/hook: pre-upgrade, helm.sh/hook-delete-policy: hook-failed", "web:1"));
    commit();
    given("k8s/helm.yaml", HOOK.formatted("helm", "helm.sh/hook: pre-upgrade", "web:2"));
    given("k8s/argo.yaml", HOOK.formatted("argo", "argocd.argoproj.io/hook: PreSync", "web:2"));
    given(
        "k8s/kept.yaml",
        HOOK.formatted(
            "kept", "helm.sh/hook: pre-upgrade, helm.sh/hook-delete-policy: hook-failed", "web:2"));

    Run run = Run.in(folder, "validate", "--against", "HEAD", path("k8s"));

    assertThat(run.out())
        .contains("kept.yaml:5:3: error: template must not be changed")
        .contains("1 error in 1 of 3 files");
  }

  @Test
  void leaveHooksToBePlayedAnewAndTestsOut() throws Exception {
    String helm = HOOK.formatted("helm", "helm.sh/hook: pre-upgrade", "web:%s");
    String test = HOOK.formatted("try", "helm.sh/hook: test", "web:%s");
    given("k8s/helm.yaml", helm.formatted("1"));
    given("k8s/test.yaml", test.formatted("1"));
    commit();
    given("k8s/helm.yaml", helm.formatted("2"));
    given("k8s/test.yaml", test.formatted("2"));

    Run run = Run.in(folder, "dry-run", "--against", "HEAD", path("k8s"));

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("1 object is not played, as hooks that no install, upgrade or sync runs: Job try")
        .contains("not before or after it: Job helm (Helm: pre-upgrade)")
        .contains("job/helm        created")
        .doesNotContain("refused");
  }

  @Test
  void areNewWhereTheRevisionDidNotHaveThem() throws Exception {
    given("k8s/other.yaml", CONFIG.formatted("b").replace("web", "other"));
    commit();
    given("k8s/web.yaml", CONFIG.formatted("b"));

    Run run = Run.in(folder, "validate", "--against", "HEAD", path("k8s/web.yaml"));

    assertThat(run.status()).isZero();
  }

  @Test
  void areFoundByPatternToo() throws Exception {
    given("k8s/web.yaml", CONFIG.formatted("b"));
    commit();
    given("k8s/web.yaml", CONFIG.formatted("changed"));

    Run run = Run.in(folder, "validate", "--against", "HEAD", path("k8s/*.yaml"));

    assertThat(run.out()).contains("data must not be changed");
  }

  @Test
  void areFoundInTheRepositoryOfTheirPath(@TempDir Path elsewhere) throws Exception {
    given("k8s/web.yaml", CONFIG.formatted("b"));
    commit();
    given("k8s/web.yaml", CONFIG.formatted("changed"));
    Git.init().setDirectory(elsewhere.toFile()).call().close();

    Run run = Run.in(elsewhere, "validate", "--against", "HEAD", path("k8s"));

    assertThat(run.out()).contains("data must not be changed");
  }

  @Test
  void areNotThoseOfStandardInput() {
    Run run = Run.in(folder, "validate", "--against", "HEAD", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("standard input is in no git repository");
  }

  @Test
  void areLintedAsWell() throws Exception {
    given("old.yaml", CONFIG.formatted("b"));
    given("web.yaml", CONFIG.formatted("changed"));

    Run run = Run.in(folder, "lint", "--previous", path("old.yaml"), path("web.yaml"));

    assertThat(run.status()).isOne();
    assertThat(run.out()).contains("data must not be changed");
  }

  @Test
  void keepUnderApplyWhatTheServerFilledIn() throws Exception {
    given("old.yaml", SERVICE.formatted("10.96.0.10"));
    given("web.yaml", SERVICE.formatted("10.96.0.10").replace("port: 80", "port: 81"));

    for (String how : new String[] {"apply", "server-side-apply", "replace"}) {
      Run run = Run.in(
          folder, "validate", "--previous", path("old.yaml"), "--update-as", how, path("web.yaml"));
      assertThat(run.status()).as(how + run.out()).isZero();
    }
  }

  @Test
  void mayNotChangeAnAddress() throws Exception {
    given("old.yaml", SERVICE.formatted("10.96.0.10"));
    given("web.yaml", SERVICE.formatted("10.96.0.11"));

    Run run = Run.in(
        folder,
        "validate",
        "--previous",
        path("old.yaml"),
        "--update-as",
        "server-side-apply",
        path("web.yaml"));

    assertThat(run.out()).contains("web.yaml:4:1: error: clusterIPs[0] must not change");
  }

  @Test
  void tellWhereAnOldFileCannotBeRead() throws Exception {
    given("old.yaml", "{a: [1, 2}");
    given("web.yaml", CONFIG.formatted("b"));

    Run run = Run.in(folder, "validate", "--previous", path("old.yaml"), path("web.yaml"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("old.yaml:1:");
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void given(String name, String content) throws Exception {
    new Workspace(folder).given(name, content);
  }

  private void commit() throws Exception {
    PersonIdent nobody = new PersonIdent("nobody", "nobody@example.com");
    repository.add().addFilepattern(".").call();
    repository
        .commit()
        .setMessage("all")
        .setAuthor(nobody)
        .setCommitter(nobody)
        .setSign(false)
        .call();
  }
}
