package dev.seaworthy.validate.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.Stage;
import dev.seaworthy.validate.Verdict;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each plug-in fills in and turns away, and that it does not take the unknown for absent. */
class AdmissionTest {

  @Test
  void devicesAreAdministeredOnlyInNamespacesThatAreMarkedForIt() {
    String namespace = "{apiVersion: v1, kind: Namespace, metadata: {name: default, labels: {%s}}}";
    String claim = """
        apiVersion: resource.k8s.io/v1
        kind: ResourceClaim
        metadata: {name: all}
        spec:
          devices:
            requests: [{name: all, exactly: {deviceClassName: gpu, adminAccess: true}}]
        """;

    assertThat(Admitted.partly(namespace.formatted("")).create(claim).code()).isEqualTo(422);
    assertThat(Admitted.partly(namespace.formatted("resource.kubernetes.io/admin-access: 'true'"))
            .create(claim)
            .accepted())
        .isTrue();
  }

  private static final String NAMESPACE =
      "{apiVersion: v1, kind: Namespace, metadata: {name: default}}\n---\n";

  private static final String HIGH = NAMESPACE
      + "{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: high}, value: 7,"
      + " globalDefault: true, preemptionPolicy: Never}\n---\n";

  private static final String SANDBOX = NAMESPACE + """
      apiVersion: node.k8s.io/v1
      kind: RuntimeClass
      metadata: {name: sandbox}
      handler: runsc
      overhead: {podFixed: {cpu: 250m}}
      scheduling:
        nodeSelector: {runtime: sandbox}
        tolerations: [{key: sandbox, operator: Exists}]
      """;

  private static Node spec(Verdict verdict) {
    return verdict.result().orElseThrow().at("spec");
  }

  private static void assertDenied(Verdict verdict, PluginName by, String field) {
    assertThat(verdict.code()).isEqualTo(403);
    assertThat(verdict.denial().orElseThrow().plugin()).isEqualTo(by);
    assertThat(verdict.denial().orElseThrow().field()).hasToString(field);
  }

  @Test
  void everyPluginHasANameOfItsOwn() {
    List<PluginName> names =
        AdmissionPlugins.all().stream().map(AdmissionPlugin::name).toList();

    assertThat(names).hasSameSizeAs(new HashSet<>(names));
  }

  @Test
  void aPodWithoutAClassGetsTheDefaultOne() {
    Node spec = spec(Admitted.cluster(HIGH).pod());

    assertThat(spec.get("priorityClassName").text()).isEqualTo("high");
    assertThat(spec.get("priority").longOr(0)).isEqualTo(7);
    assertThat(spec.get("preemptionPolicy").text()).isEqualTo("Never");
  }

  @Test
  void aClassThatIsNotThereTurnsThePodAway() {
    Verdict verdict = Admitted.cluster(NAMESPACE).pod("priorityClassName: ghost");

    assertDenied(verdict, PluginName.PRIORITY, "spec.priorityClassName");
    assertThat(verdict.stage()).contains(Stage.MUTATING_ADMISSION);
  }

  @Test
  void aClassThatIsNotKnownDoesNot() {
    assertThat(Admitted.partly(NAMESPACE).pod("priorityClassName: ghost").accepted())
        .isTrue();
  }

  @Test
  void aPriorityOfOnesOwnTurnsThePodAway() {
    Verdict verdict = Admitted.cluster(HIGH).pod("priorityClassName: high", "priority: 8");

    assertDenied(verdict, PluginName.PRIORITY, "spec.priority");
  }

  @Test
  void aPodStaysForFiveMinutesOnANodeThatIsGone() {
    assertThat(spec(Admitted.partly(NAMESPACE).pod()).get("tolerations").items())
        .extracting(toleration -> toleration.get("tolerationSeconds").longOr(0))
        .containsExactly(300L, 300L);
  }

  @Test
  void aPodTakesOverWhatItsRuntimeNeeds() {
    Node spec = spec(Admitted.cluster(SANDBOX).pod("runtimeClassName: sandbox"));

    assertThat(spec.at("overhead", "cpu").text()).isEqualTo("250m");
    assertThat(spec.at("nodeSelector", "runtime").text()).isEqualTo("sandbox");
    assertThat(spec.get("tolerations").items()).hasSize(3);
  }

  @Test
  void aPodMustNotContradictItsRuntime() {
    Admitted cluster = Admitted.cluster(SANDBOX);

    assertDenied(
        cluster.pod("runtimeClassName: sandbox", "nodeSelector: {runtime: other}"),
        PluginName.RUNTIME_CLASS,
        "spec.nodeSelector[runtime]");
    assertDenied(cluster.pod("overhead: {cpu: 1}"), PluginName.RUNTIME_CLASS, "spec.overhead");
    assertDenied(
        cluster.pod("runtimeClassName: ghost"), PluginName.RUNTIME_CLASS, "spec.runtimeClassName");
  }

  @Test
  void nothingIsWrittenIntoANamespaceThatIsNotThere() {
    Verdict verdict = Admitted.cluster(HIGH.replace("default", "other")).pod();

    assertThat(verdict.code()).isEqualTo(404);
    assertThat(verdict.denial().orElseThrow().plugin()).isEqualTo(PluginName.NAMESPACE_LIFECYCLE);
  }

  @Test
  void nothingNewIsWrittenIntoANamespaceOnItsWayOut() {
    Verdict verdict = Admitted.cluster(NAMESPACE.replace("}}", "}, status: {phase: Terminating}}"))
        .pod();

    assertDenied(verdict, PluginName.NAMESPACE_LIFECYCLE, "metadata.namespace");
    assertThat(verdict.causes())
        .singleElement()
        .satisfies(cause -> assertThat(cause.type().word()).isEqualTo("NamespaceTerminating"));
  }

  @Test
  void aClaimGetsTheNewestDefaultClassAndAFinalizer() {
    Verdict verdict = Admitted.cluster(NAMESPACE
            + storageClass("old", "2026-01-01T00:00:00Z")
            + storageClass("new", "2026-02-01T00:00:00Z"))
        .create(claim("1Gi", ""));

    assertThat(spec(verdict).get("storageClassName").text()).isEqualTo("new");
    assertThat(verdict.result().orElseThrow().at("metadata", "finalizers").toJson())
        .isEqualTo("[\"kubernetes.io/pvc-protection\"]");
  }

  private static String storageClass(String name, String created) {
    return """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: %s
          creationTimestamp: %s
          annotations: {storageclass.kubernetes.io/is-default-class: "true"}
        provisioner: example.com/disk
        ---
        """.formatted(name, created);
  }

  private static String claim(String size, String more) {
    return """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec:
          accessModes: [ReadWriteOnce]
          resources: {requests: {storage: %s}}
        """.formatted(size) + more;
  }

  @Test
  void aClaimGrowsOnlyWhereItsClassAllowsIt() {
    String fixed = "  storageClassName: old\n";

    Verdict verdict = Admitted.cluster(NAMESPACE + storageClass("old", "2026-01-01T00:00:00Z"))
        .update(claim("2Gi", fixed), claim("1Gi", fixed));

    assertThat(verdict.accepted()).isFalse();
  }

  @Test
  void aPodThatNamesItsNodeGetsTheZoneOfThatNode() {
    Admitted cluster = Admitted.partly(NAMESPACE + """
        apiVersion: v1
        kind: Node
        metadata: {name: n1, labels: {topology.kubernetes.io/zone: a, disk: ssd}}
        """);

    assertThat(cluster.pod("nodeName: n1").result().orElseThrow().labels())
        .containsExactly(entry("topology.kubernetes.io/zone", "a"));
    assertThat(cluster.pod().result().orElseThrow().labels()).isEmpty();
  }
}
