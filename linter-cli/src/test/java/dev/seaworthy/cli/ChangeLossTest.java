package dev.seaworthy.cli;

import static dev.seaworthy.cli.ManifestChange.CONFIG;
import static dev.seaworthy.cli.ManifestChange.OLD_SERVICE;
import static dev.seaworthy.cli.ManifestChange.WEB_SERVICE;
import static dev.seaworthy.cli.ManifestChange.web;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change takes away: who needs it still, and what goes with it. */
class ChangeLossTest {

  private static final String STAYING = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            serviceAccountName: web
            containers:
            - {name: web, image: "web:1", envFrom: [{configMapRef: {name: conf}}]}
            volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: web}
      spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
      """;

  private static final String NEEDED = """
      {apiVersion: v1, kind: ServiceAccount, metadata: {name: web}}
      ---
      {apiVersion: v1, kind: ConfigMap, metadata: {name: conf}, data: {a: b}}
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data}
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
      """;

  private static final String OTHER =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: other}}\n";

  /** Its pods need the key A of {@link ManifestChange#CONFIG}. */
  private static final String READER = web("web:1")
      .replace(
          "image:", "env: [{name: A, valueFrom: {configMapKeyRef: {name: conf, key: A}}}], image:");

  private final ManifestChange change;

  ChangeLossTest(@TempDir Path folder) {
    change = new ManifestChange(folder);
  }

  @Test
  void whatVanishedIsDeletedOnlyIfAskedFor() throws IOException {
    change.from(OLD_SERVICE, web("web:1")).to(web("web:2"));

    assertThat(change.impact().at("/objects/1/fate").asString()).isEqualTo("left behind");
    assertThat(change.impact("--prune").at("/objects/1/fate").asString()).isEqualTo("pruned");
    assertThat(change.told("--prune")).contains("The change: Service old is deleted");
  }

  /** Pods run on without their ConfigMap, until the next one starts. */
  @Test
  void whatIsDeletedAndStillNeededIsBrokenByTheChange() throws IOException {
    change.from(STAYING, WEB_SERVICE, NEEDED).to(STAYING);

    Run run = change.play("--prune");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("Broken by the change: Ingress web needs Service web, which the change deletes")
        .contains("Broken by the change: Deployment web needs ServiceAccount web, which the change"
            + " deletes: its pods may run on, but no new one can start")
        .contains("Broken by the change: Deployment web needs ConfigMap conf, which the change")
        .contains("Broken by the change: Deployment web needs PersistentVolumeClaim data, which")
        .contains("PersistentVolumeClaim data is deleted, and with it the data of its volume (");
    assertThat(change.told()).doesNotContain("Broken by the change", "and with it");
  }

  @Test
  void whatSomethingThatStaysMakesIsNotMissed() throws IOException {
    String reader = STAYING
        .substring(0, STAYING.indexOf("---"))
        .replace("configMapRef", "secretRef")
        .replaceAll("(?m)^ +(volumes|serviceAccountName).*\n", "");
    change.from(reader, "{apiVersion: v1, kind: Secret, metadata: {name: conf}}\n");
    change.to(reader, """
        apiVersion: bitnami.com/v1alpha1
        kind: SealedSecret
        metadata: {name: conf}
        spec: {encryptedData: {a: b}}
        """);

    assertThat(change.told("--prune")).doesNotContain("Broken by the change");
  }

  @Test
  void aServiceWhoseWorkloadIsDeletedLeadsToNobody() throws IOException {
    change.from(web("web:1"), WEB_SERVICE).to(WEB_SERVICE);

    Run run = change.play("--prune");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("Broken by the change: Service web leads to nobody: the change deletes Deployment"
            + " web, whose pods it led to")
        .doesNotContain("for now");
  }

  @Test
  void budgetsAndPoliciesOfDeletedPodsAreForNobody() throws IOException {
    String guards = """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: web}
        spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: web}
        spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]}
        """;
    change.from(guards, web("web:1")).to(guards);

    assertThat(change.told("--prune"))
        .contains("warning: PodDisruptionBudget web is for nobody any more: the change deletes"
            + " Deployment web, whose pods it was for")
        .contains("warning: NetworkPolicy web is for nobody any more");
  }

  @Test
  void aWorkloadThatIsDeletedReplacesNoPod() throws IOException {
    change.from(web("web:1")).to(OTHER);

    assertThat(change.told("--prune"))
        .contains("The change: Deployment web takes its 4 pods with it\n")
        .doesNotContain("replaces");
  }

  @Test
  void aDeletedNamespaceTakesAllThatIsInIt() throws IOException {
    String namespace = "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}\n";
    String conf = "{apiVersion: v1, kind: ConfigMap, metadata: {name: conf, namespace: shop}}\n";
    change.from(namespace, conf).to(conf);

    Run run = change.play("--prune");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("Broken by the change: ConfigMap conf in shop goes with Namespace shop, which the"
            + " change deletes")
        .contains("Namespace shop is deleted, and with it all that is in it");
  }

  @Test
  void whereOnlyDataIsLostTheCommentSaysSo() throws IOException {
    change.from(NEEDED).to(OTHER);

    Run run = change.play("--prune", "-o", "markdown");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("### ⚠️ Merging this loses data\n");
  }

  @Test
  void claimsThatGoWithPodsWhenASetIsScaledDownAreNamed() throws IOException {
    String db = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          replicas: 3
          serviceName: db
          persistentVolumeClaimRetentionPolicy: {whenScaled: Delete, whenDeleted: Retain}
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec: {containers: [{name: db, image: 'db:1', volumeMounts: [{name: data, mountPath: /d}]}]}
          volumeClaimTemplates:
          - metadata: {name: data}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
        """;
    change.from(db).to(db.replace("replicas: 3", "replicas: 1"));

    assertThat(change.told())
        .contains(
            "StatefulSet db is scaled from 3 to 1, never fewer than 1 of 3 available, and loses"
                + " the claims data-db-1, data-db-2 and their data, done after")
        .contains("StatefulSet db is scaled down, and with its pods go the claims data-db-1,"
            + " data-db-2 and their data");

    change.to(db.replace("replicas: 3", "replicas: 1").replace("whenScaled: Delete, ", ""));
    assertThat(change.told()).doesNotContain("data-db-1");
  }

  @Test
  void aBalancerThatIsDeletedTakesItsAddressWithIt() throws IOException {
    change.from(OLD_SERVICE.replace("spec: {", "spec: {type: LoadBalancer, "), web("web:1"));
    change.to(web("web:1"));

    assertThat(change.told("--prune"))
        .startsWith("The change: Service old is deleted, and with it its load balancer, and the"
            + " address that it has outside the cluster\n");
  }

  @Test
  void aServiceThatIsNoLoadBalancerAnyMoreLosesItsAddress() throws IOException {
    change.from(WEB_SERVICE.replace("{selector", "{type: LoadBalancer, selector"));
    change.to(WEB_SERVICE.replace("{selector", "{type: ClusterIP, selector"));

    assertThat(change.told())
        .contains("The change: No pod restarts for the change of Service web\n")
        .contains("The change: Service web loses its load balancer, and the address that it has");
  }

  /** Nothing is seen of it before one of the pods starts anew. */
  @Test
  void aKeyThatPodsNeedIsMissedAtOnce() throws IOException {
    change.from(READER, CONFIG).to(READER, CONFIG.replace("A: one, ", ""));

    Run run = change.play();

    assertThat(run.out())
        .contains("Deployment web needs the key A of ConfigMap conf, which the change takes away:"
            + " its pods may run on, but no new one can start");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void aKeyThatNobodyNeedsMayGo() throws IOException {
    change.from(READER, CONFIG).to(READER, CONFIG.replace(", B: two", ""));

    assertThat(change.play().status()).isZero();
  }
}
