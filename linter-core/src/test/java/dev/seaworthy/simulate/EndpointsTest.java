package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointsTest {

  private final Cluster cluster =
      Cluster.start(ClusterSettings.QUICK, new Seed(1)).withNodes("n", 2, NodeShape.USUAL);

  private void givenService(Node targetPort) {
    cluster
        .api()
        .create(Objects.object("v1", "Service", "web")
            .with("spec.selector", Mapping.of("app", Scalar.of("web")))
            .with(
                "spec.ports",
                Sequence.of(List.of(Mapping.of("port", Scalar.of(80), "targetPort", targetPort)))));
  }

  private Resource slice() {
    cluster.settle();
    assertThat(cluster.view().list(Kinds.ENDPOINT_SLICE)).hasSize(1);
    return cluster.view().list(Kinds.ENDPOINT_SLICE).get(0);
  }

  @Test
  void aServiceWithoutPodsHasOneEmptySlice() {
    givenService(Scalar.of(8080));

    assertThat(slice().at("endpoints").size()).isZero();
    assertThat(cluster.view().list(Kinds.SERVICE).get(0).at("spec", "clusterIP").text())
        .startsWith("10.96.");
  }

  @Test
  void everyRunningPodIsAnEndpoint() {
    givenService(Scalar.of(8080));
    cluster.api().create(Objects.replicaSet("web", 3));

    assertThat(slice().at("endpoints").items())
        .hasSize(3)
        .allMatch(endpoint -> endpoint.at("conditions", "ready").isTrue());
    assertThat(slice().at("ports").get(0).get("port").longOr(0)).isEqualTo(8080);
  }

  @Test
  void aNamedPortThatThePodsLackLeavesNoPorts() {
    givenService(Scalar.of("http"));
    cluster.api().create(Objects.replicaSet("web", 2));

    assertThat(slice().at("ports").size()).isZero();
  }

  @Test
  void aSliceHoldsAHundredEndpointsAndAPodsChangeTouchesOneSlice() {
    cluster.withNodes("more", 1, NodeShape.USUAL);
    cluster.api().create(Objects.replicaSet("web", 250));
    cluster.settle();
    givenService(Scalar.of(8080));
    cluster.settle();
    assertThat(cluster.view().list(Kinds.ENDPOINT_SLICE))
        .extracting(slice -> slice.at("endpoints").size())
        .containsExactlyInAnyOrder(100, 100, 50);
    List<String> touched = new ArrayList<>();
    cluster.onCommit(change -> {
      if (change.key().kind().equals(Kinds.ENDPOINT_SLICE)) {
        touched.add(change.key().name());
      }
    });

    Resource pod = cluster.view().list(Kinds.POD).get(17);
    String node = pod.at("spec", "nodeName").text();
    cluster.kubelet(node).orElseThrow().probe(ObjectKey.of(pod), false);
    cluster.settle();

    assertThat(touched).hasSize(1);
  }

  private void givenEndpoints(String address) {
    cluster
        .api()
        .create(Objects.object("v1", "Endpoints", "web")
            .with(
                "subsets",
                Sequence.of(List.of(Mapping.of(
                    "addresses", Sequence.of(List.of(Mapping.of("ip", Scalar.of(address)))),
                    "ports", Sequence.of(List.of(Mapping.of("port", Scalar.of(80)))))))));
  }

  @Test
  void endpointsOfAServiceWithoutSelectorAreMirrored() {
    cluster
        .api()
        .create(Objects.object("v1", "Service", "web")
            .with("spec.ports", Sequence.of(List.of(Mapping.of("port", Scalar.of(80))))));
    givenEndpoints("10.1.2.3");

    assertThat(slice().at("endpoints").get(0).at("addresses").get(0).text()).isEqualTo("10.1.2.3");

    cluster.api().delete(cluster.view().list(Kinds.ENDPOINTS).get(0));
    cluster.settle();
    assertThat(cluster.view().list(Kinds.ENDPOINT_SLICE)).isEmpty();
  }

  @Test
  void aServiceThatLosesItsSelectorKeepsItsSliceAndGetsAMirrorOfItsEndpoints() {
    givenService(Scalar.of(8080));
    cluster.api().create(Objects.replicaSet("web", 2));
    cluster.settle();

    cluster
        .api()
        .patch(
            new ObjectKey(Kinds.SERVICE, "default", "web"),
            Mapping.of(
                "spec",
                Mapping.of(
                    "selector",
                    Mapping.of("app", new Scalar(Scalar.Kind.NULL, "null", Span.NONE)))));
    cluster.settle();

    assertThat(cluster.view().list(Kinds.ENDPOINT_SLICE))
        .hasSize(2)
        .allMatch(slice -> slice.at("endpoints").size() == 2);
  }

  @Test
  void aLoadBalancerWithoutNodePortsGetsNone() {
    cluster
        .api()
        .create(Objects.object("v1", "Service", "web")
            .with("spec.type", Scalar.of("LoadBalancer"))
            .with("spec.allocateLoadBalancerNodePorts", Scalar.of(false))
            .with("spec.ports", Sequence.of(List.of(Mapping.of("port", Scalar.of(80))))));

    assertThat(cluster
            .view()
            .list(Kinds.SERVICE)
            .get(0)
            .at("spec", "ports")
            .get(0)
            .get("nodePort")
            .isAbsent())
        .isTrue();
  }

  @Test
  void whereUnreadyPodsCountSoDoThoseThatAreStopping() {
    cluster
        .api()
        .create(Objects.object("v1", "Service", "web")
            .with("spec.selector", Mapping.of("app", Scalar.of("web")))
            .with("spec.publishNotReadyAddresses", Scalar.of(true))
            .with("spec.ports", Sequence.of(List.of(Mapping.of("port", Scalar.of(80))))));
    cluster.api().create(Objects.workload("apps/v1", "ReplicaSet", "web", 2, "web:lazy"));
    cluster.settle();

    cluster.api().scale(new ObjectKey(Kinds.REPLICA_SET, "default", "web"), 0);
    cluster.advance(Duration.ofSeconds(1));

    assertThat(cluster
            .view()
            .list(Kinds.ENDPOINTS)
            .get(0)
            .at("subsets")
            .get(0)
            .at("addresses")
            .size())
        .isEqualTo(2);
  }

  @Test
  void anAddressOrAPortOfNodesThatIsTakenIsRefused() {
    Resource first = Objects.object("v1", "Service", "first")
        .with("spec.type", Scalar.of("NodePort"))
        .with("spec.clusterIP", Scalar.of("10.96.3.3"))
        .with(
            "spec.ports",
            Sequence.of(List.of(Mapping.of("port", Scalar.of(80), "nodePort", Scalar.of(30100)))));
    assertThat(cluster.api().create(first).accepted()).isTrue();

    Answer second = cluster.api().create(first.with("metadata.name", Scalar.of("second")));

    assertThat(second.code()).isEqualTo(422);
    assertThat(second.causes())
        .extracting(cause -> cause.field().toString())
        .containsExactly("spec.clusterIPs", "spec.ports[0].nodePort");
  }
}
