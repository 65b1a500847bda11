package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Finalizers;
import dev.seaworthy.simulate.server.Deletion;
import dev.seaworthy.simulate.server.Event;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NamespaceTest {

  private static final ObjectKey SHOP = new ObjectKey(Kinds.NAMESPACE, "", "shop");

  private final Cluster cluster =
      Cluster.start(ClusterSettings.QUICK, new Seed(1)).withNodes("n", 3, NodeShape.USUAL);

  @BeforeEach
  void givenANamespace() {
    cluster
        .api()
        .create(Objects.object("v1", "Namespace", "shop").without("metadata", "namespace"));
  }

  private static Resource inShop(Resource object) {
    return object.with("metadata.namespace", Scalar.of("shop"));
  }

  private void delete() {
    cluster.api().delete(SHOP, Deletion.NORMAL);
  }

  /** But for what is in every namespace. */
  private List<Resource> content() {
    return cluster.view().all().stream()
        .filter(object -> object.namespace().equals("shop"))
        .filter(object -> !object.kind().equals("ServiceAccount"))
        .filter(object -> !object.name().equals("kube-root-ca.crt"))
        .toList();
  }

  @Test
  void itHasACertificateAndAnAccountForItsPods() {
    ObjectKey certificate = new ObjectKey(Kinds.CONFIG_MAP, "shop", "kube-root-ca.crt");
    ObjectKey account = new ObjectKey(Kinds.SERVICE_ACCOUNT, "shop", "default");
    cluster.settle();
    assertThat(cluster.view().get(certificate)).isPresent();
    assertThat(cluster.view().get(account)).isPresent();
    assertThat(cluster.view().get(Kinds.CONFIG_MAP, "default", "kube-root-ca.crt"))
        .isPresent();

    cluster.api().delete(certificate, Deletion.NORMAL);
    cluster.api().delete(account, Deletion.NORMAL);
    cluster.settle();

    assertThat(cluster.view().get(certificate)).isPresent();
    assertThat(cluster.view().get(account)).isPresent();
  }

  @Test
  void itGoesWhenAllThatWasInItIsGone() {
    cluster.api().create(inShop(Objects.deployment("web", 2)));
    cluster.settle();

    delete();
    cluster.advance(Duration.ofSeconds(4));
    assertThat(content()).hasSize(4);
    cluster.advance(Duration.ofSeconds(7));

    assertThat(content()).isEmpty();
    assertThat(cluster.view().get(SHOP)).isEmpty();
  }

  @Test
  void podsGoBeforeEverythingElseAndNobodyComplainsThatNoMoreCanBeMade() {
    cluster.api().create(inShop(Objects.deployment("web", 2)));
    cluster.settle();

    delete();
    cluster.advance(Duration.ofSeconds(8));

    assertThat(content()).extracting(Resource::kind).containsOnly("Deployment", "ReplicaSet");
    assertThat(cluster.events()).extracting(Event::reason).doesNotContain("FailedCreate");
  }

  @Test
  void nothingNewIsTakenWhileItEnds() {
    delete();

    assertThat(cluster.api().create(inShop(Objects.pod("late", "web:1"))).code())
        .isEqualTo(403);
    assertThat(cluster.view().get(SHOP).orElseThrow().at("status", "phase").text())
        .isEqualTo("Terminating");
  }

  @Test
  void aFinalizerHoldsIt() {
    Resource held = Finalizers.with(inShop(Objects.pod("held", "web:1")), "example.com/hold");
    cluster.api().create(held);
    cluster.settle();

    delete();
    cluster.advance(Duration.ofMinutes(5));
    assertThat(cluster.view().get(SHOP)).isPresent();
    assertThat(Conditions.of(cluster.view().get(SHOP).orElseThrow())
            .get("NamespaceDeletionContentFailure")
            .get("reason")
            .text())
        .isEqualTo("ContentDeleted");
    cluster.api().update(content().get(0).without("metadata", "finalizers"));
    cluster.advance(Duration.ofSeconds(30));

    assertThat(cluster.view().get(SHOP)).isEmpty();
  }

  @Test
  void itSaysWhatHoldsIt() {
    Resource held =
        Finalizers.with(inShop(Objects.object("v1", "ConfigMap", "held")), "example.com/hold");
    cluster.api().create(held);

    delete();
    cluster.advance(Duration.ofSeconds(10));

    assertThat(Conditions.of(cluster.view().get(SHOP).orElseThrow())
            .get("NamespaceFinalizersRemaining")
            .get("message")
            .text())
        .endsWith("example.com/hold in 1 resource instances");
  }
}
