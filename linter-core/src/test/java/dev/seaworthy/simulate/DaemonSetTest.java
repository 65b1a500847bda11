package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DaemonSetTest {

  private static final ObjectKey AGENT = new ObjectKey(Kinds.DAEMON_SET, "default", "agent");

  private final Cluster cluster =
      Cluster.start(ClusterSettings.QUICK, new Seed(1)).withNodes("n", 3, NodeShape.USUAL);

  private static Resource agent() {
    return Objects.workload("apps/v1", "DaemonSet", "agent", 1, "agent:1")
        .without("spec", "replicas");
  }

  private static Resource rolling(String field, Node value) {
    return agent()
        .with("spec.updateStrategy.type", Scalar.of("RollingUpdate"))
        .with("spec.updateStrategy.rollingUpdate." + field, value);
  }

  private void given(Resource set) {
    assertThat(cluster.api().create(set).accepted()).isTrue();
    cluster.settle();
  }

  private void setImage(String image) {
    Mapping container = Mapping.of("name", Scalar.of("main"), "image", Scalar.of(image));
    Mapping spec = Mapping.of("containers", Sequence.of(List.of(container)));
    cluster
        .api()
        .patch(AGENT, Mapping.of("spec", Mapping.of("template", Mapping.of("spec", spec))));
  }

  private void label(String node, Node value) {
    cluster
        .api()
        .patch(
            new ObjectKey(Kinds.NODE, "", node),
            Mapping.of("metadata", Mapping.of("labels", Mapping.of("disk", value))));
    cluster.settle();
  }

  private void taint(String node, String effect) {
    Mapping taint = Mapping.of("key", Scalar.of("dedicated"), "effect", Scalar.of(effect));
    cluster
        .api()
        .patch(
            new ObjectKey(Kinds.NODE, "", node),
            Mapping.of("spec", Mapping.of("taints", Sequence.of(List.of(taint)))));
    cluster.settle();
  }

  private List<Pod> pods() {
    return cluster.view().list(Kinds.POD).stream().map(Pod::new).toList();
  }

  private static String image(Pod pod) {
    return pod.resource().at("spec", "containers").get(0).get("image").text();
  }

  /** The images on each node. */
  private Map<String, List<String>> placed() {
    return pods().stream()
        .collect(Collectors.groupingBy(
            pod -> pod.nodeName().orElse("none"),
            TreeMap::new,
            Collectors.mapping(DaemonSetTest::image, Collectors.toList())));
  }

  private Node status() {
    return cluster.view().get(AGENT).orElseThrow().at("status");
  }

  private long counted(String field) {
    return status().get(field).longOr(0);
  }

  private List<Long> revisions() {
    return cluster.view().list(Kinds.CONTROLLER_REVISION).stream()
        .map(revision -> revision.at("revision").longOr(0))
        .sorted()
        .toList();
  }

  /** The fewest available pods and the most pods at any moment from now until all is at rest. */
  private long[] extremes() {
    long[] extremes = {Long.MAX_VALUE, 0};
    cluster.onCommit(change -> {
      extremes[0] = Math.min(extremes[0], pods().stream().filter(Pod::isReady).count());
      extremes[1] = Math.max(extremes[1], pods().stream().filter(Pod::isActive).count());
    });
    cluster.settle();
    return extremes;
  }

  @Test
  void eachNodeGetsOnePodThatIsMeantForItByName() {
    given(agent());

    assertThat(placed().keySet()).containsExactly("n1", "n2", "n3");
    Node spec = pods().get(0).resource().at("spec");
    assertThat(spec.at("affinity", "nodeAffinity").toJson())
        .contains("matchFields", "metadata.name");
    assertThat(counted("desiredNumberScheduled")).isEqualTo(3);
    assertThat(counted("numberAvailable")).isEqualTo(3);
    assertThat(revisions()).containsExactly(1L);
  }

  @Test
  void aNodeThatJoinsGetsOneAndCordonedNodesToo() {
    cluster
        .api()
        .patch(
            new ObjectKey(Kinds.NODE, "", "n1"),
            Mapping.of("spec", Mapping.of("unschedulable", Scalar.of(true))));
    given(agent());

    cluster.addNode("n4", NodeShape.USUAL);
    cluster.settle();

    assertThat(placed().keySet()).containsExactly("n1", "n2", "n3", "n4");
  }

  @Test
  void onlyNodesThatTheTemplateSelectsHaveOne() {
    given(agent().with("spec.template.spec.nodeSelector.disk", Scalar.of("ssd")));
    assertThat(placed()).isEmpty();

    label("n2", Scalar.of("ssd"));
    assertThat(placed().keySet()).containsExactly("n2");

    label("n2", Scalar.of("hdd"));
    assertThat(placed()).isEmpty();
  }

  @Test
  void aTaintThatKeepsPodsOffLetsTheRunningOneStayAndOneThatDrivesPodsAwayDoesNot() {
    given(agent());

    taint("n1", "NoSchedule");
    taint("n2", "NoExecute");

    assertThat(placed().keySet()).containsExactly("n1", "n3");
    assertThat(counted("desiredNumberScheduled")).isEqualTo(1);
    assertThat(counted("numberMisscheduled")).isEqualTo(1);
  }

  @Test
  void aRollingUpdateTakesOneNodeAfterTheOther() {
    given(agent());

    setImage("agent:2");
    long[] extremes = extremes();

    assertThat(placed().values()).allMatch(List.of("agent:2")::equals).hasSize(3);
    assertThat(extremes).containsExactly(2, 3);
    assertThat(counted("updatedNumberScheduled")).isEqualTo(3);
  }

  @Test
  void aSurgingUpdateStartsTheNewPodBesideTheOldOne() {
    given(rolling("maxSurge", Scalar.of(1))
        .with("spec.updateStrategy.rollingUpdate.maxUnavailable", Scalar.of(0)));

    setImage("agent:2");
    long[] extremes = extremes();

    assertThat(placed().values()).allMatch(List.of("agent:2")::equals).hasSize(3);
    assertThat(extremes).containsExactly(3, 4);
  }

  @Test
  void aBadTemplateStopsAtAsManyNodesAsMayBeMissedAndAGoodOneSavesIt() {
    given(rolling("maxUnavailable", Scalar.of("50%")));

    setImage("agent:bad");
    cluster.settle();
    assertThat(counted("numberUnavailable")).isEqualTo(2);
    assertThat(counted("updatedNumberScheduled")).isEqualTo(2);

    setImage("agent:3");
    cluster.settle();
    assertThat(placed().values()).allMatch(List.of("agent:3")::equals).hasSize(3);
  }

  @Test
  void onDeleteWaitsForAHand() {
    given(agent().with("spec.updateStrategy.type", Scalar.of("OnDelete")));

    setImage("agent:2");
    cluster.settle();
    assertThat(placed().values()).allMatch(List.of("agent:1")::equals);

    Pod onFirst = pods().stream()
        .filter(pod -> pod.nodeName().equals(Optional.of("n1")))
        .findFirst()
        .orElseThrow();
    cluster.api().delete(onFirst.resource());
    cluster.settle();
    assertThat(placed())
        .containsEntry("n1", List.of("agent:2"))
        .containsEntry("n2", List.of("agent:1"));
  }

  @Test
  void aNewPodCountsOnlyAfterItsMinimumOfReadySeconds() {
    given(agent().with("spec.minReadySeconds", Scalar.of(20)));
    assertThat(counted("numberReady")).isEqualTo(3);
    assertThat(counted("numberAvailable")).isZero();

    cluster.advance(Duration.ofSeconds(20));

    assertThat(counted("numberAvailable")).isEqualTo(3);
  }

  @Test
  void podsThatFailAreReplacedAfterGrowingWaits() {
    Cluster one =
        Cluster.start(ClusterSettings.QUICK, new Seed(1)).withNodes("n", 1, NodeShape.USUAL);
    one.api().create(agent());
    one.settle();

    List<Duration> waits = List.of(failing(one), failing(one), failing(one));

    assertThat(waits.get(0)).isLessThan(Duration.ofSeconds(1));
    assertThat(waits.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(waits.get(2)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
    assertThat(one.view().list(Kinds.POD)).hasSize(1);
  }

  /** Has the daemon fail; gives how long it takes until another one is ready. */
  private static Duration failing(Cluster cluster) {
    Resource pod = cluster.view().list(Kinds.POD).get(0);
    cluster.api().updateStatus(pod.with("status.phase", Scalar.of("Failed")));
    Instant failed = cluster.now();
    for (int i = 0; i < 100 && !isReplaced(pod, cluster); i++) {
      cluster.advance(Duration.ofMillis(100));
    }
    return Duration.between(failed, cluster.now());
  }

  private static boolean isReplaced(Resource pod, Cluster cluster) {
    List<Resource> pods = cluster.view().list(Kinds.POD);
    return pods.size() == 1
        && !pods.get(0).name().equals(pod.name())
        && new Pod(pods.get(0)).isReady();
  }

  @Test
  void goingBackNumbersTheOldRevisionAnewAndOldOnesAreDropped() {
    given(agent().with("spec.revisionHistoryLimit", Scalar.of(1)));

    for (String image : List.of("agent:2", "agent:3", "agent:2")) {
      setImage(image);
      cluster.settle();
    }

    assertThat(revisions()).containsExactly(3L, 4L);
  }

  @Test
  void whenItGoesItsPodsAndRevisionsGo() {
    given(agent());

    cluster.api().delete(cluster.view().get(AGENT).orElseThrow());
    cluster.settle();

    assertThat(pods()).isEmpty();
    assertThat(cluster.view().list(Kinds.CONTROLLER_REVISION)).isEmpty();
  }

  @Test
  void aPodThatIsNotAvailableAnywayIsReplacedFirstAndCountsAsMissed() {
    given(agent());
    Pod unready = pods().get(1);
    String node = unready.nodeName().orElseThrow();
    cluster
        .api()
        .updateStatus(Conditions.of(unready.resource())
            .with(Mapping.of("type", Scalar.of("Ready"), "status", Scalar.of("False")))
            .in(unready.resource()));
    cluster.settle();

    setImage("agent:hang");
    cluster.settle();

    assertThat(placed()).containsEntry(node, List.of("agent:hang"));
    assertThat(counted("updatedNumberScheduled")).isEqualTo(1);
  }
}
