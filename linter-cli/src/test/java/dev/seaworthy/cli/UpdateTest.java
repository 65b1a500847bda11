package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
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
