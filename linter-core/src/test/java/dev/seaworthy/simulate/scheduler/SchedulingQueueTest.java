package dev.seaworthy.simulate.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.scheduler.framework.ActionType;
import dev.seaworthy.simulate.scheduler.framework.ClusterEvent;
import dev.seaworthy.simulate.scheduler.framework.EventResource;
import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.PodSignatures;
import dev.seaworthy.simulate.scheduler.plugin.NodeAffinity;
import dev.seaworthy.simulate.scheduler.plugin.NodeResourcesFit;
import dev.seaworthy.simulate.scheduler.plugin.PrioritySort;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SchedulingQueueTest {

  private static final ClusterEvent NODE_ADDED =
      new ClusterEvent(EventResource.NODE, ActionType.ADD);
  private static final ClusterEvent POD_DELETED =
      new ClusterEvent(EventResource.ASSIGNED_POD, ActionType.DELETE);

  private static final FilterPlugin FIT = new NodeResourcesFit();
  private static final FilterPlugin AFFINITY = new NodeAffinity();

  private final PodSignatures signatures = new PodSignatures();
  private final SchedulingQueue queue = new SchedulingQueue(new PrioritySort());
  private Instant now = Instant.EPOCH;

  private static ObjectKey key(String name) {
    return new ObjectKey(Kinds.POD, "default", name);
  }

  private void givenRefused(String name, String app, FilterPlugin plugin) {
    queue.add(key(name), 0, now);
    assertThat(queue.pop()).contains(key(name));
    refuse(name, app, plugin);
  }

  private void refuse(String name, String app, FilterPlugin plugin) {
    queue.addUnschedulable(key(name), signatures.of(Pods.pod(name, app)), Set.of(plugin), now);
  }

  private List<String> activeAfter(Duration time) {
    now = now.plus(time);
    queue.flushBackoffCompleted(now);
    List<String> names = new ArrayList<>();
    for (Optional<ObjectKey> next = queue.pop(); next.isPresent(); next = queue.pop()) {
      names.add(next.get().name());
    }
    return names;
  }

  @Test
  void theMostImportantComesFirstThenTheOldest() {
    queue.add(key("old"), 0, now);
    queue.add(key("new"), 0, now);
    queue.add(key("vip"), 5, now);

    assertThat(activeAfter(Duration.ZERO)).containsExactly("vip", "old", "new");
  }

  @Test
  void aRefusedPodWaitsForAnEventThatTheRefusingPluginRegistered() {
    givenRefused("fits", "web", FIT);
    givenRefused("matches", "web", AFFINITY);

    queue.move(POD_DELETED, (plugin, pod) -> true, now);
    assertThat(activeAfter(Duration.ofSeconds(1))).containsExactly("fits");

    queue.move(NODE_ADDED, (plugin, pod) -> true, now);
    assertThat(activeAfter(Duration.ofSeconds(1))).containsExactly("matches");
  }

  @Test
  void podsThatLookAlikeAreAskedAboutOnce() {
    for (int i = 0; i < 1000; i++) {
      givenRefused("web" + i, "web", FIT);
    }
    for (int i = 0; i < 10; i++) {
      givenRefused("db" + i, "db", AFFINITY);
    }
    AtomicInteger asked = new AtomicInteger();

    queue.move(POD_DELETED, (plugin, pod) -> asked.incrementAndGet() > 1, now);

    assertThat(asked).hasValue(1);
    assertThat(activeAfter(Duration.ofSeconds(10))).isEmpty();
  }

  @Test
  void theTimeOfWaitingDoublesUpToTenSeconds() {
    givenRefused("pod", "web", FIT);
    for (int seconds : new int[] {1, 2, 4, 8, 10, 10}) {
      queue.move(POD_DELETED, (plugin, pod) -> true, now);
      assertThat(queue.nextBackoffExpiration()).contains(now.plusSeconds(seconds));
      assertThat(activeAfter(Duration.ofSeconds(seconds))).containsExactly("pod");
      refuse("pod", "web", FIT);
    }
  }

  @Test
  void aSchedulerWithNothingElseToDoTriesAPodEarly() {
    givenRefused("again", "web", FIT);
    queue.move(POD_DELETED, (plugin, pod) -> true, now);
    queue.add(key("new"), 0, now);

    assertThat(activeAfter(Duration.ZERO)).containsExactly("new", "again");
  }

  @Test
  void aPodThatNoPluginRefusedIsTriedAgainWithAWholeSecond() {
    now = Instant.EPOCH.plusMillis(100);
    queue.add(key("pod"), 0, now);
    queue.pop();

    queue.addUnschedulable(key("pod"), signatures.of(Pods.pod("pod", "web")), Set.of(), now);

    assertThat(queue.nextBackoffExpiration()).contains(Instant.EPOCH.plusSeconds(2));
    assertThat(activeAfter(Duration.ofMillis(1899))).isEmpty();
    assertThat(activeAfter(Duration.ofMillis(1))).containsExactly("pod");
  }

  @Test
  void aPodThatIsGoneIsNotTriedAgain() {
    givenRefused("pod", "web", FIT);
    queue.move(POD_DELETED, (plugin, pod) -> true, now);

    queue.forget(key("pod"));

    assertThat(activeAfter(Duration.ofSeconds(10))).isEmpty();
    assertThat(queue.isWaitingFor(POD_DELETED)).isFalse();
  }
}
