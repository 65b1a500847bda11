package dev.seaworthy.simulate.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.apply.PatchType;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.Deletion;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.validate.ApiServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A pod that runs gets more or less without being replaced, on a node of 4 CPUs and 8 GiB. */
class PodResizeTest {

  private static final String WEB = """
      containers:
      - name: main
        image: web:1
        resources: {requests: {cpu: '1', memory: 1Gi}, limits: {memory: 2Gi}}
      """;

  private static final String OTHER = """
      apiVersion: v1
      kind: Pod
      metadata: {name: other, namespace: default}
      spec:
        containers:
        - {name: main, image: 'web:1', resources: {requests: {cpu: '%s'}}}
      """;

  private final PodsOnANode node = PodsOnANode.playing(Map.of());

  private static Answer resize(PodsOnANode node, String resources) {
    return patch(node, "resources: {" + resources + "}", "resize");
  }

  private static Answer patch(PodsOnANode node, String container, String subresource) {
    Mapping patch = PodsOnANode.yaml(
        "{apiVersion: v1, kind: Pod, spec: {containers: [{name: main, " + container + "}]}}");
    return node.cluster.api().patch(PodsOnANode.key(), PatchType.STRATEGIC, patch, subresource);
  }

  private Answer resize(String resources) {
    return resize(node, resources);
  }

  private long cpuOf(String... path) {
    return Amounts.of(node.status("main").at(path)).get("cpu");
  }

  @Test
  void whereThereIsRoomTheContainerRunsOnWithMore() {
    node.pod(WEB).afterSeconds(2);

    Answer answer = resize("requests: {cpu: '2'}");
    assertThat(answer.accepted()).isTrue();
    node.after(Duration.ofMillis(100));
    assertThat(node.condition("PodResizeInProgress")).isEqualTo("True");
    assertThat(cpuOf("allocatedResources")).isEqualTo(2000);
    assertThat(cpuOf("resources", "requests")).isEqualTo(1000);

    node.afterSeconds(1);
    assertThat(node.condition("PodResizeInProgress")).isEmpty();
    assertThat(cpuOf("resources", "requests")).isEqualTo(2000);
    assertThat(node.container("main")).isEqualTo("running");
    assertThat(node.restarts("main")).isZero();
    assertThat(node.events())
        .anyMatch(event -> event.startsWith("ResizeStarted: Pod resize started: {"))
        .anyMatch(event -> event.startsWith("ResizeCompleted: "));
  }

  @Test
  void aContainerWhosePolicySaysSoIsRestarted() {
    node.pod("""
        containers:
        - name: main
          image: web:1
          resources: {requests: {cpu: '1', memory: 1Gi}}
          resizePolicy:
          - {resourceName: memory, restartPolicy: RestartContainer}
        """).afterSeconds(2);

    resize("requests: {cpu: '2'}");
    node.afterSeconds(1);
    assertThat(node.restarts("main")).isZero();

    resize("requests: {memory: 2Gi}");
    node.afterSeconds(2);
    assertThat(node.restarts("main")).isEqualTo(1);
    assertThat(node.container("main")).isEqualTo("running");
    assertThat(node.condition("PodResizeInProgress")).isEmpty();
    assertThat(node.events()).contains("Killing: Container main resize requires restart");
  }

  @Test
  void whereThereIsNoRoomNowItWaitsUntilThereIs() {
    node.pod(WEB).apply(OTHER.formatted("2")).afterSeconds(2);

    resize("requests: {cpu: '3'}");
    node.afterSeconds(60);
    assertThat(node.condition("PodResizePending")).isEqualTo("True Deferred");
    assertThat(node.events())
        .anyMatch(event -> event.startsWith("ResizeDeferred: Pod resize Deferred: Node didn't have"
            + " enough resource: cpu, requested: 3000, used: 2000, capacity: 4000"));
    assertThat(cpuOf("allocatedResources")).isEqualTo(1000);

    node.cluster.api().delete(new ObjectKey(Kinds.POD, "default", "other"), Deletion.NORMAL);
    node.afterSeconds(40);
    assertThat(node.condition("PodResizePending")).isEmpty();
    assertThat(cpuOf("resources", "requests")).isEqualTo(3000);
  }

  @Test
  void whatIsTakenBackWaitsNoLonger() {
    node.pod(WEB).apply(OTHER.formatted("2")).afterSeconds(2);
    resize("requests: {cpu: '3'}");
    node.afterSeconds(2);

    resize("requests: {cpu: '1'}");
    node.afterSeconds(2);

    assertThat(node.condition("PodResizePending")).isEmpty();
  }

  @Test
  void theSchedulerCountsWhatAPodThatWaitsAsksFor() {
    node.pod(WEB).apply(OTHER.formatted("2")).afterSeconds(2);
    resize("requests: {cpu: '2500m'}");
    node.afterSeconds(2);
    node.apply(OTHER.formatted("500m").replace("name: other", "name: third")).afterSeconds(2);

    assertThat(node.cluster.view().podsOn("node-1")).hasSize(2);

    resize("requests: {cpu: '1'}");
    node.afterSeconds(20);
    assertThat(node.cluster.view().podsOn("node-1")).hasSize(3);
  }

  @Test
  void moreThanTheNodeHasIsRefused() {
    node.pod(WEB).afterSeconds(2);

    Answer answer = resize("requests: {cpu: '5'}");

    assertThat(answer.code()).isEqualTo(403);
    assertThat(answer.message()).contains("ask for 5 of cpu, the node node-1 has 4");
  }

  @Test
  void onOlderReleasesTheNodeSaysThatItIsInfeasible() {
    PodsOnANode old =
        PodsOnANode.of(ApiServer.of(BuiltInCatalog.of(Release.parse("1.35").orElseThrow())));
    old.pod(WEB).afterSeconds(2);

    assertThat(resize(old, "requests: {cpu: '5'}").accepted()).isTrue();
    old.afterSeconds(2);

    assertThat(old.condition("PodResizePending")).isEqualTo("True Infeasible");
    old.apply(OTHER.formatted("2500m")).afterSeconds(2);
    assertThat(old.cluster.view().podsOn("node-1")).hasSize(2);
  }

  @Test
  void oldServersHaveNoSuchSubresource() {
    PodsOnANode old =
        PodsOnANode.of(ApiServer.of(BuiltInCatalog.of(Release.parse("1.32").orElseThrow())));
    old.pod(WEB).afterSeconds(2);

    assertThat(resize(old, "requests: {cpu: '2'}").code()).isEqualTo(404);
  }

  @Test
  void aPodKeepsItsQualityAndWhatItAsksForAtAll() {
    node.pod(WEB).afterSeconds(2);

    assertThat(resize("requests: {cpu: '1', memory: 2Gi}, limits: {cpu: '1', memory: 2Gi}")
            .message())
        .contains("must not get another quality of service");
    assertThat(resize("limits: {memory: null}").message()).contains("must keep asking for memory");
    assertThat(resize("requests: {ephemeral-storage: 1Gi}").message())
        .contains("must change in nothing but cpu and memory");
  }

  @Test
  void memoryThatIsInUseIsNotTakenAway() {
    node.pod(WEB).afterSeconds(2);
    node.cluster.load(PodsOnANode.key(), Amounts.of(Mapping.of("memory", Scalar.of("1500Mi"))));

    resize("limits: {memory: 1200Mi}");
    node.afterSeconds(60);
    assertThat(node.condition("PodResizeInProgress")).isEqualTo("True Error");
    assertThat(node.events())
        .anyMatch(event -> event.startsWith(
            "ResizeError: Pod resize error: attempting to set pod memory limit (1258291200)"
                + " below"));

    node.cluster.load(PodsOnANode.key(), Amounts.of(Mapping.of("memory", Scalar.of("1100Mi"))));
    node.afterSeconds(1);
    assertThat(node.condition("PodResizeInProgress")).isEmpty();
  }

  @Test
  void aContainerWithANewImageIsStartedAnew() {
    node.pod(WEB).afterSeconds(2);

    patch(node, "image: 'web:2'", "");
    node.afterSeconds(2);

    assertThat(node.restarts("main")).isEqualTo(1);
    assertThat(node.status("main").get("image").text()).isEqualTo("web:2");
    assertThat(node.events())
        .contains("Killing: Container main definition changed, will be restarted");
  }
}
