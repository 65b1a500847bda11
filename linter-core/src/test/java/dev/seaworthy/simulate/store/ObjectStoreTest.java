package dev.seaworthy.simulate.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.Objects;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.clock.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectStoreTest {

  private static final String NAMESPACE = "default";

  private final ObjectStore store = new ObjectStore(new EventQueue(new VirtualClock()));
  private final ClusterView view = store.view();

  private static Resource pod(String name, String app, String node) {
    Resource pod = Objects.pod(name, "web:1")
        .with("metadata.namespace", Scalar.of(NAMESPACE))
        .with("metadata.labels", Mapping.of("app", Scalar.of(app)));
    return node.isEmpty() ? pod : pod.with("spec.nodeName", Scalar.of(node));
  }

  private static ObjectKey key(String name) {
    return new ObjectKey(Kinds.POD, NAMESPACE, name);
  }

  private static List<String> names(List<Resource> objects) {
    return objects.stream().map(Resource::name).toList();
  }

  @Test
  void whatIsRemovedDuringAWalkIsNotMet() {
    for (String name : List.of("a", "b", "c", "d", "e", "f")) {
      store.commit(pod(name, "web", ""));
    }
    List<String> met = new ArrayList<>();
    for (Resource pod : view.list(Kinds.POD)) {
      met.add(pod.name());
      store.remove(key("b"));
      store.commit(pod("new-" + pod.name(), "web", ""));
    }
    assertThat(met).containsExactly("a", "c", "d", "e", "f");
  }

  @Test
  void aPodThatIsBoundLateStandsAmongThePodsOfItsNodeByItsAge() {
    store.commit(pod("a", "web", ""));
    store.commit(pod("b", "web", "n1"));
    store.commit(pod("a", "web", "n1"));

    assertThat(names(view.podsOn("n1"))).containsExactly("a", "b");
  }

  @Test
  void aSelectorLeadsBackToItsObject() {
    for (String name : List.of("web", "db")) {
      store.commit(Objects.object("v1", "Service", name)
          .with("spec.selector", Mapping.of("app", Scalar.of(name))));
    }

    assertThat(names(view.selecting(Kinds.SERVICE, NAMESPACE, Map.of("app", "web", "tier", "x"))))
        .containsExactly("web");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyLookUpGivesWhatASearchOfAllWouldGive(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Resource> expected = new LinkedHashMap<>();
    for (int i = 0; i < 3_000; i++) {
      String name = "pod-" + random.nextInt(60);
      if (random.nextInt(3) == 0) {
        store.remove(key(name));
        expected.remove(name);
      } else {
        String node = random.nextBoolean() ? "n" + random.nextInt(3) : "";
        expected.put(name, store.commit(pod(name, "app-" + random.nextInt(3), node)));
      }
      assertThat(names(view.list(Kinds.POD))).containsExactlyElementsOf(expected.keySet());
      assertThat(names(view.podsOn("n1")))
          .containsExactlyElementsOf(
              search(expected, pod -> pod.at("spec", "nodeName").text().equals("n1")));
      assertThat(names(
              view.select(Kinds.POD, NAMESPACE, LabelSelector.ofLabels(Map.of("app", "app-2")))))
          .containsExactlyElementsOf(
              search(expected, pod -> pod.at("metadata", "labels", "app").text().equals("app-2")));
    }
  }

  private static List<String> search(Map<String, Resource> objects, Predicate<Resource> which) {
    return objects.values().stream().filter(which).map(Resource::name).toList();
  }

  @Test
  void whoeverLagsBehindStillHearsOfChangesInTheirOrder() {
    EventQueue queue = new EventQueue(new VirtualClock());
    ObjectStore late = new ObjectStore(queue);
    SplittableRandom chance = new SplittableRandom(3);
    late.lagBy(() -> Duration.ofMillis(chance.nextInt(500)));
    List<String> heard = new ArrayList<>();
    late.watch(Kinds.POD, change -> heard.add(change.key().name()));
    List<String> made = IntStream.range(0, 50).mapToObj(i -> "pod-" + i).toList();

    made.forEach(name -> late.commit(pod(name, "web", "")));
    queue.runUntil(queue.now().plusMillis(1));
    int soon = heard.size();
    queue.runUntil(queue.now().plusSeconds(60));

    assertThat(soon).isLessThan(made.size());
    assertThat(heard).isEqualTo(made);
  }
}
