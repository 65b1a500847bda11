package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Deployment;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.ReplicaSet;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds in every story, whatever happens in it and in whatever order. */
class InvariantsTest {

  /** Watches every commit of a story. */
  private static final class Witness implements Watch {
    private final ClusterView view;
    private final Map<String, String> nodeOfPod = new HashMap<>();
    private final Map<String, String> podOfAddress = new HashMap<>();

    Witness(ClusterView view) {
      this.view = view;
    }

    @Override
    public void onChange(Change change) {
      if (change.key().kind().equals(Kinds.POD)) {
        change.after().ifPresent(this::look);
        if (change.isRemoval()) {
          podOfAddress.values().remove(Meta.uid(change.latest()));
        }
      }
      if (change.key().kind().equals(Kinds.REPLICA_SET)) {
        change.latest().controller().ifPresent(owner -> wantsNoMoreThanItMay(change, owner));
      }
    }

    private void look(Resource resource) {
      Pod pod = new Pod(resource);
      pod.nodeName().ifPresent(node -> {
        String former = nodeOfPod.putIfAbsent(pod.uid(), node);
        assertThat(former == null ? node : former)
            .as("the node of %s", pod.name())
            .isEqualTo(node);
      });
      String address = resource.at("status", "podIP").text();
      if (!address.isEmpty() && !pod.isFinished()) {
        String other = podOfAddress.put(address, pod.uid());
        assertThat(other == null ? pod.uid() : other)
            .as("who has %s", address)
            .isEqualTo(pod.uid());
      } else {
        podOfAddress.values().remove(pod.uid());
      }
    }

    private void wantsNoMoreThanItMay(Change change, Node owner) {
      ObjectKey key = new ObjectKey(
          Kinds.DEPLOYMENT, change.key().namespace(), owner.get("name").text());
      view.get(key).map(Deployment::new).ifPresent(deployment -> {
        long wanted = view.ownedBy(deployment.uid(), Kinds.REPLICA_SET).stream()
            .mapToLong(set -> new ReplicaSet(set).replicas())
            .sum();
        assertThat(wanted)
            .as("pods wanted by %s", deployment.name())
            .isLessThanOrEqualTo(deployment.replicas() + deployment.maxSurge());
      });
    }
  }

  private static Witness watch(Cluster cluster) {
    Witness witness = new Witness(cluster.view());
    cluster.onCommit(witness);
    return witness;
  }

  /** What has no owner left; a pod that only its dead kubelet could let go is about to go. */
  private static List<String> ownerless(ClusterView view) {
    Set<String> uids = view.all().stream().map(Meta::uid).collect(Collectors.toSet());
    return view.all().stream()
        .filter(object -> object.at("metadata", "ownerReferences").size() > 0)
        .filter(object -> !Meta.isBeingDeleted(object))
        .filter(object -> object.at("metadata", "ownerReferences").items().stream()
            .noneMatch(owner -> uids.contains(owner.get("uid").text())))
        .map(Resource::toString)
        .toList();
  }

  private static String told(Cluster cluster) {
    StringBuilder all = new StringBuilder();
    cluster.view().all().forEach(object -> all.append(object.root().toJson()).append('\n'));
    cluster.events().forEach(event -> all.append(event).append('\n'));
    return all.toString();
  }

  private static Set<String> podNames(Cluster cluster) {
    Set<String> names = new HashSet<>();
    cluster.onCommit(change -> {
      if (change.key().kind().equals(Kinds.POD) && change.isCreation()) {
        names.add(change.key().name());
      }
    });
    return names;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void podsAreBoundOnceHaveTheirOwnAddressesAndNothingOutlivesItsOwner(long seed) {
    RandomStory story = new RandomStory(seed, true);
    Witness witness = watchBindingsOnly(story.cluster());

    story.begin().goOn().goOn();

    assertThat(ownerless(story.cluster().view())).isEmpty();
    assertThat(witness.nodeOfPod).isNotEmpty();
  }

  private static Witness watchBindingsOnly(Cluster cluster) {
    Witness witness = new Witness(cluster.view());
    cluster.onCommit(change -> {
      if (change.key().kind().equals(Kinds.POD)) {
        witness.onChange(change);
      }
    });
    return witness;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void rolloutsKeepWithinTheirBounds(long seed) {
    RandomStory story = new RandomStory(seed, false).begin();
    Cluster cluster = story.cluster();
    Witness witness = watch(cluster);
    cluster.onCommit(change -> {
      if (change.key().kind().equals(Kinds.POD)) {
        cluster.view().list(Kinds.DEPLOYMENT).forEach(it -> isAboveItsFloor(it, cluster.view()));
      }
    });

    story.goOn().goOn();

    assertThat(witness.nodeOfPod).isNotEmpty();
  }

  private static void isAboveItsFloor(Resource resource, ClusterView view) {
    Deployment deployment = new Deployment(resource);
    long available = view.select(Kinds.POD, deployment.namespace(), deployment.selector()).stream()
        .filter(pod -> new Pod(pod).isReady() && new Pod(pod).isActive())
        .count();
    assertThat(available)
        .as("available pods of %s", deployment.name())
        .isGreaterThanOrEqualTo(deployment.replicas() - deployment.maxUnavailable());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whatIsSettledStaysSettled(long seed) {
    Cluster cluster = new RandomStory(seed, false).begin().goOn().cluster();
    // Whoever backs off looks again for the last time within a quarter of an hour.
    cluster.settle(Duration.ofMinutes(20));
    String before = told(cluster);

    cluster.advance(Duration.ofHours(3));

    assertThat(told(cluster)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theSameSeedTellsTheSameStoryAndItsNeighbourAnother(long seed) {
    assertThat(told(new RandomStory(seed, true).begin().goOn().cluster()))
        .isEqualTo(told(new RandomStory(seed, true).begin().goOn().cluster()));

    RandomStory story = new RandomStory(seed, true);
    RandomStory neighbour = new RandomStory(seed + 1, true);
    Set<String> names = podNames(story.cluster());
    Set<String> others = podNames(neighbour.cluster());
    story.begin();
    neighbour.begin();
    names.removeIf(name -> name.matches("w\\d+-\\d+"));
    assertThat(names).doesNotContainAnyElementsOf(others);
  }
}
