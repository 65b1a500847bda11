package dev.seaworthy.cli;

import static dev.seaworthy.cli.ManifestChange.CONFIG;
import static dev.seaworthy.cli.ManifestChange.web;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change breaks and mends is told apart from what was broken before it, and from failures. */
class ChangeBlameTest {

  private static final String NOBODY = """
      apiVersion: v1
      kind: Service
      metadata: {name: nobody}
      spec: {selector: {app: nobody}, ports: [{port: 80}]}
      """;

  private final ManifestChange change;

  ChangeBlameTest(@TempDir Path folder) {
    change = new ManifestChange(folder);
  }

  @Test
  void whatWasBrokenBeforeIsNotTheChangesFault() throws IOException {
    change.from(NOBODY, web("web:1", "9")).to(NOBODY, web("web:2", "9"));

    Run run = change.play();

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Broken before, and still: web never becomes available: its pods ask for 9 CPUs")
        .contains("Broken before, and still: Service nobody leads to nobody")
        .contains("warning: broken before the change, too: Service nobody leads to nobody")
        .doesNotContain("Broken by the change", "All is well");
    assertThat(change.play("--fail-on", "warning").status()).isEqualTo(1);
  }

  @Test
  void whatTheChangeBreaksAndMendsIsSaid() throws IOException {
    change.from(NOBODY.replace("app: nobody", "app: web"), web("web:1", "9"));
    change.to(NOBODY, web("web:1", "1"));

    Run run = change.play();

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("Broken by the change: Service nobody leads to nobody")
        .contains("Mended: web never becomes available: its pods ask for 9 CPUs")
        .doesNotContain("and still");
  }

  /** What a change brings into the files was there before, in the cluster that they were applied to. */
  @Test
  void whatTheOldStateTookForGrantedAndTheNewOneBringsIsNoMending() throws IOException {
    String claim = """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data, namespace: shop}
        spec:
          accessModes: [ReadWriteOnce]
          storageClassName: fast
          resources: {requests: {storage: 1Gi}}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: db, namespace: shop}
        spec:
          containers: [{name: db, image: "db:1", envFrom: [{configMapRef: {name: conf}}]}]
          volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
        """;
    change.from(claim);
    change.to(claim, CONFIG.replace("conf}", "conf, namespace: shop}") + """
        ---
        {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
        ---
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: fast}
        provisioner: ebs.csi.aws.com
        """);

    Run run = change.play();

    assertThat(run.out())
        .startsWith(
            "The change: No pod restarts for the change of StorageClass fast, ConfigMap conf in shop\n")
        .contains("All is well")
        .doesNotContain("Mended", "is refused and");
    assertThat(run.status()).isZero();
  }

  @Test
  void whatANodesFailureBreaksWithoutTheChangeIsNotTheChangesFault() throws IOException {
    String tight = web("web:1", "3").replace("replicas: 4", "replicas: 3");
    change.from(tight).to(tight.replace("{name: web}", "{name: web, labels: {a: b}}"));

    Run run = change.play("--fail-node", "node-1");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Broken before, and still: web has only 2 of 3 pods ready");
  }

  @Test
  void whomAFailedNodeMeetsIsNoMeritOfTheChange() throws IOException {
    String one = web("web:1", "1").replace("replicas: 4", "replicas: 1");
    change.from(one).to(one.replace("web:1", "web:2"));

    for (String node : List.of("node-1", "node-2", "node-3")) {
      assertThat(change.told("--fail-node", node)).doesNotContain("Mended", "Broken by the change");
    }
  }
}
