package dev.seaworthy.simulate.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.ClusterSettings;
import dev.seaworthy.simulate.NodeShape;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.store.Kinds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhyPendingTest {

  private final Cluster cluster = Cluster.start(ClusterSettings.REAL, Seed.NONE);

  private WhyPending pending(String spec) {
    create("wanted", spec);
    Resource pod = cluster.view().get(Kinds.POD, "default", "wanted").orElseThrow();
    assertThat(pod.at("spec", "nodeName").isAbsent()).isTrue();
    return new WhyPending(cluster, pod);
  }

  private void create(String name, String spec) {
    String text = """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: default}
        spec:
          serviceAccountName: none
          containers: [{name: main, image: 'web:1'%s
        """.formatted(name, spec).replace("  serviceAccountName: none\n", "");
    cluster.api().create(new Resource((Mapping) new ManifestReader()
        .read("test.yaml", text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root()));
    cluster.settle();
  }

  private void node(String name, String cpu, String memory, List<String> taints) {
    cluster.addNode(name, new NodeShape(cpu, memory, 110, Map.of(), taints, Map.of()));
  }

  private static final String ASKS = ", resources: {requests: {cpu: '%s'}}}]";

  @Test
  void moreThanTheLargestNodeHas() {
    node("n1", "2", "8Gi", List.of());
    node("n2", "4", "8Gi", List.of());

    WhyPending why = pending(ASKS.formatted("6"));

    assertThat(why.words("its pod", true))
        .isEqualTo("its pod asks for 6 CPUs, the largest node has 4");
    assertThat(why.remedy()).contains("ask for at most 4 CPUs, or have a node of 6 CPUs");
  }

  @Test
  void moreThanIsLeft() {
    node("n1", "4", "8Gi", List.of());
    create("other", ASKS.formatted("2500m"));

    WhyPending why = pending(ASKS.formatted("2"));

    assertThat(why.words("its pods", false))
        .isEqualTo("its pods ask for 2 CPUs; n1 has the most left, 1.5 of 4");
    assertThat(why.remedy())
        .contains("it fits on n1 if 0.5 CPUs more are free there;"
            + " or ask for at most 1.5 CPUs, or have one node more");
  }

  @Test
  void memoryIsSaidInItsUnits() {
    node("n1", "4", "8Gi", List.of());

    assertThat(pending(", resources: {requests: {memory: 16Gi}}}]").words("its pod", true))
        .isEqualTo("its pod asks for 16 GiB of memory, the largest node has 8 GiB");
  }

  @Test
  void whatNoNodeHasAnyOf() {
    node("n1", "4", "8Gi", List.of());

    assertThat(pending(", resources: {limits: {example.com/gpu: 1}}}]").words("its pod", true))
        .isEqualTo("its pod asks for 1 example.com/gpu, and no node has any");
  }

  @Test
  void eachNodeFailsInItsOwnWay() {
    node("n1", "4", "8Gi", List.of("team=data:NoSchedule"));
    node("n2", "1", "8Gi", List.of());

    WhyPending why = pending(ASKS.formatted("2"));

    assertThat(why.words("its pod", true))
        .isEqualTo("its pod finds no node: n1 has the taint team=data:NoSchedule, which it does not"
            + " tolerate; n2 has no more than 1 CPU in all, 2 asked for");
    assertThat(why.remedy()).contains("it fits on n1 if it tolerates team=data:NoSchedule");
  }

  @Test
  void whatALostNodeWouldTakeIsNoRemedy() {
    node("n1", "4", "8Gi", List.of());
    node("n2", "8", "8Gi", List.of());
    cluster.settle();
    cluster.failNode("n2");
    cluster.advance(Duration.ofMinutes(2));

    WhyPending why = pending(ASKS.formatted("6"));

    assertThat(why.words("its pod", true))
        .isEqualTo("its pod finds no node: n1 has no more than 4 CPUs in all, 6 asked for; n2 is"
            + " not ready");
    assertThat(why.remedy()).contains("ask for at most 4 CPUs, or have a node of 6 CPUs");
  }

  @Test
  void nobodyCanAskForNothing() {
    node("n1", "4", "8Gi", List.of());
    create("other", ASKS.formatted("4"));

    assertThat(pending(ASKS.formatted("2")).remedy())
        .contains("it fits on n1 if 2 CPUs more are free there; or have one node more");
  }

  @Test
  void aLabelThatNoNodeHas() {
    node("n1", "4", "8Gi", List.of());

    WhyPending why = pending("}]\n  nodeSelector: {disk: ssd}");

    assertThat(why.words("its pod", true))
        .isEqualTo("its pod finds no node: n1 lacks the label disk=ssd");
    assertThat(why.remedy()).contains("it fits on n1 if that gets the label disk=ssd");
  }

  @Test
  void aClaimThatIsNotThereIsMissingOnEveryNode() {
    node("n1", "4", "8Gi", List.of());

    assertThat(pending("}]\n  volumes: [{name: d, persistentVolumeClaim: {claimName: data}}]")
            .words("its pod", true))
        .isEqualTo("its pod finds no node: there is no claim data");
  }

  @Test
  void ofAPodThatNamesItsNodeTheOthersAreNotTold() {
    node("n1", "4", "8Gi", List.of());
    node("n2", "4", "8Gi", List.of());

    String pinned = """
        }]
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms: [{matchFields: [{key: metadata.name, operator: In, values: [n2]}]}]
        """;

    assertThat(pending(", resources: {requests: {cpu: 5}}" + pinned).words("its pod", true))
        .isEqualTo("its pod finds no node: n2 has no more than 4 CPUs in all, 5 asked for");
  }

  @Test
  void withoutNodesThereIsNothingToSayOfThem() {
    assertThat(pending("}]").words("its pod", true)).isEmpty();
  }
}
