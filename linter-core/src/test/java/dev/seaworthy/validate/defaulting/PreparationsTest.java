package dev.seaworthy.validate.defaulting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.ApiServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the server makes of new and changed objects that takes more than a default. */
class PreparationsTest {

  private static final ApiServer SERVER = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));
  private static final String COUNT = "deprecated.daemonset.template.generation";

  @Test
  void givesAJobTheLabelsOfItsPods() {
    Node job = stored("""
        apiVersion: batch/v1
        kind: Job
        metadata: {name: j}
        spec:
          template:
            metadata: {labels: {app: j}}
            spec: {restartPolicy: Never, containers: [{name: c, image: i}]}
        """);

    Node ofPods = job.at("spec", "template", "metadata", "labels");
    assertThat(job.at("metadata", "labels").sameAs(ofPods)).isTrue();
    assertThat(ofPods.get("app").text()).isEqualTo("j");
    assertThat(ofPods.get("job-name").text()).isEqualTo("j");
    assertThat(job.at("spec", "selector", "matchLabels").entries()).hasSize(1);
  }

  @Test
  void leavesTheJobsOfACronJobWithoutDefaultsOfTheirOwn() {
    Node jobs = stored("""
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: c}
        spec:
          schedule: "* * * * *"
          jobTemplate:
            spec:
              template:
                spec: {restartPolicy: Never, containers: [{name: c, image: i}]}
        """).at("spec", "jobTemplate", "spec");

    assertThat(jobs.get("backoffLimit").isAbsent()).isTrue();
    assertThat(jobs.at("template", "spec", "dnsPolicy").text()).isEqualTo("ClusterFirst");
  }

  @Test
  void countsTheChangesOfADaemonSetsTemplate() {
    Node made = stored(daemonSet("one"));

    assertThat(made.at("metadata", "annotations", COUNT).text()).isEqualTo("1");
    assertThat(
            changed(daemonSet("one"), made).at("metadata", "annotations", COUNT).text())
        .isEqualTo("1");
    assertThat(
            changed(daemonSet("two"), made).at("metadata", "annotations", COUNT).text())
        .isEqualTo("2");
  }

  @Test
  void keepsTheNodePortsOfPortsOfTheSameNameUnlessAnotherAsksForIt() {
    Node made = stored(nodePorts("{name: a, port: 80, nodePort: 30001}"));

    Node renumbered = changed(nodePorts("{name: a, port: 81}"), made);
    assertThat(nodePortOf(renumbered, 0)).isEqualTo(30001);
    Node taken =
        changed(nodePorts("{name: a, port: 80}, {name: b, port: 81, nodePort: 30001}"), made);
    assertThat(nodePortOf(taken, 0)).isZero();
    Node renamed = changed(nodePorts("{name: b, port: 80}"), made);
    assertThat(nodePortOf(renamed, 0)).isZero();
  }

  private static String nodePorts(String ports) {
    return """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {type: NodePort, ports: [%s]}
        """.formatted(ports);
  }

  private static long nodePortOf(Node service, int port) {
    return service.at("spec", "ports").get(port).get("nodePort").longOr(0);
  }

  @Test
  void holdsANamespaceUntilItIsEmpty() {
    Node made = stored("{apiVersion: v1, kind: Namespace, metadata: {name: ns}}");

    assertThat(made.at("spec", "finalizers").toJson()).isEqualTo("[\"kubernetes\"]");
    Node changed = changed(
        "{apiVersion: v1, kind: Namespace, metadata: {name: ns}, spec: {finalizers: [a/b]}}", made);
    assertThat(changed.at("spec", "finalizers").toJson()).isEqualTo("[\"kubernetes\"]");
  }

  @Test
  void leavesAStatefulSetWithoutTheDetailsOfATypeThatIsWritten() {
    assertThat(stored(statefulSet("updateStrategy: {type: RollingUpdate}"))
            .at("spec", "updateStrategy", "rollingUpdate")
            .isAbsent())
        .isTrue();
    assertThat(stored(statefulSet("updateStrategy: {}"))
            .at("spec", "updateStrategy", "rollingUpdate", "partition")
            .longOr(-1))
        .isZero();
  }

  @Test
  void takesAClaimInsideAStatefulSetForAClaimWhateverItCallsItself() {
    Node claim = stored(statefulSet(
            "volumeClaimTemplates: [{apiVersion: v9, kind: Pod, metadata: {name: c}, spec:"
                + " {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]"))
        .at("spec", "volumeClaimTemplates")
        .get(0);

    assertThat(claim.get("apiVersion").text()).isEqualTo("v1");
    assertThat(claim.get("kind").text()).isEqualTo("PersistentVolumeClaim");
  }

  @Test
  void heedsTheNewerNameOfAServiceAccount() {
    Node spec = stored(statefulSet("")).at("spec", "template", "spec");

    assertThat(spec.get("serviceAccountName").text()).isEqualTo("new");
    assertThat(spec.get("serviceAccount").text()).isEqualTo("new");
  }

  @Test
  void countsInWholeUnitsWhereNoneIsWritten() {
    assertThat(stored(statefulSet(""))
            .at("spec", "template", "spec", "containers")
            .get(0)
            .get("env")
            .get(0)
            .at("valueFrom", "resourceFieldRef", "divisor")
            .text())
        .isEqualTo("0");
  }

  @Test
  void tellsTheRangeOfANodeByBothOfItsNames() {
    Node spec = stored("""
        apiVersion: v1
        kind: Node
        metadata: {name: ns}
        spec: {podCIDR: 10.1.0.0/24, podCIDRs: [10.2.0.0/24]}
        """).get("spec");

    assertThat(spec.get("podCIDRs").toJson()).isEqualTo("[\"10.1.0.0/24\"]");
    assertThat(stored("""
        apiVersion: v1
        kind: Node
        metadata: {name: ns}
        spec: {podCIDRs: [10.2.0.0/24]}
        """).at("spec", "podCIDR").text()).isEqualTo("10.2.0.0/24");
  }

  private static String statefulSet(String fields) {
    return """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: s}
        spec:
          serviceName: s
          selector: {matchLabels: {a: b}}
          template:
            metadata: {labels: {a: b}}
            spec:
              serviceAccountName: new
              serviceAccount: old
              containers:
                - name: c
                  image: i
                  env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}]
          %s
        """.formatted(fields);
  }

  @Test
  void derivesTheNamesOfACustomKind() {
    Node definition = stored("""
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.example.com}
        spec:
          group: example.com
          scope: Namespaced
          names: {plural: widgets, kind: Widget}
          versions:
            - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
        """);

    assertThat(definition.at("spec", "names", "singular").text()).isEqualTo("widget");
    assertThat(definition.at("spec", "names", "listKind").text()).isEqualTo("WidgetList");
    assertThat(definition.at("status", "storedVersions").items()).hasSize(1);
  }

  @Test
  void keepsTheNamesOfAnAccountsSecrets() {
    Node secret = stored("""
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: s}
        secrets: [{name: token, namespace: elsewhere}]
        """).get("secrets").get(0);

    assertThat(secret.entries()).hasSize(1);
    assertThat(secret.get("name").text()).isEqualTo("token");
  }

  @Test
  void judgesANetworkPolicyWithoutTypesByWhatItHas() {
    assertThat(policy("{podSelector: {}}").items()).hasSize(1);
    assertThat(policy("{podSelector: {}, egress: []}").items()).hasSize(1);
    assertThat(policy("{podSelector: {}, egress: [{}]}").items()).hasSize(2);
  }

  private static Node policy(String spec) {
    return stored("""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: net}
        spec: %s
        """.formatted(spec)).at("spec", "policyTypes");
  }

  private static String daemonSet(String image) {
    return """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: d}
        spec:
          selector: {matchLabels: {a: b}}
          template:
            metadata: {labels: {a: b}}
            spec: {containers: [{name: c, image: %s}]}
        """.formatted(image);
  }

  private static Node stored(String yaml) {
    return SERVER.create(manifest(yaml)).result().orElseThrow().root();
  }

  private static Node changed(String yaml, Node before) {
    return SERVER.update(manifest(yaml), before).result().orElseThrow().root();
  }

  private static Node manifest(String yaml) {
    return new ManifestReader()
        .read("test.yaml", yaml.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
  }
}
