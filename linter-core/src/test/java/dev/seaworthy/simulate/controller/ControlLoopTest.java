package dev.seaworthy.simulate.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.Objects;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.server.EventLog;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.ObjectStore;
import dev.seaworthy.validate.ApiServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlLoopTest {

  private static final Duration WORK = Duration.ofSeconds(10);

  private final VirtualClock clock = new VirtualClock();
  private final EventQueue queue = new EventQueue(clock);
  private final ObjectStore store = new ObjectStore(queue);
  private final ApiClient api = new ApiClient(
      store,
      queue,
      new Seed(1),
      ApiServer.of(BuiltInCatalog.of(Release.NEWEST)),
      new EventLog(clock, store.view()));
  private final List<Long> looks = new ArrayList<>();

  /** Looks after ConfigMaps; writes on the first of them that it sees, if it is to write. */
  private final class Clerk implements Reconciler {
    private boolean writes;

    Clerk(boolean writes) {
      this.writes = writes;
    }

    @Override
    public String name() {
      return "clerk";
    }

    @Override
    public Watches watches() {
      return Watches.of(GroupKind.of("", "ConfigMap"));
    }

    @Override
    public Duration latency(ObjectKey key, ClusterView view) {
      return WORK;
    }

    @Override
    public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient client) {
      looks.add(Duration.between(VirtualClock.EPOCH, clock.now()).toSeconds());
      if (writes) {
        writes = false;
        store.commit(view.get(key).orElseThrow().with("data.seen", Scalar.of("yes")));
      }
      return ReconcileResult.done();
    }
  }

  private void given(Clerk clerk) {
    new ControlLoop(clerk, queue, store, api).start();
    Resource map = Objects.object("v1", "ConfigMap", "map");
    store.commit(map);
    queue.runUntil(clock.now().plusSeconds(1));
    store.commit(map.with("data.more", Scalar.of("yes")));
    queue.runUntil(clock.now().plusSeconds(60));
  }

  @Test
  void whatHappensWhileAnObjectIsWorkedAtIsSeenTogetherAfterwards() {
    given(new Clerk(true));

    assertThat(looks).containsExactly(0L, 10L);
  }

  @Test
  void aLookThatFindsNothingToWriteIsOverAtOnce() {
    given(new Clerk(false));

    assertThat(looks).containsExactly(0L, 1L);
  }
}
