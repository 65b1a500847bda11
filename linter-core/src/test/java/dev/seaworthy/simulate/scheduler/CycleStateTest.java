package dev.seaworthy.simulate.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.scheduler.framework.DefaultSelector;
import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.PodSignatures;
import dev.seaworthy.simulate.scheduler.framework.Snapshot;
import dev.seaworthy.simulate.scheduler.plugin.Plugins;
import dev.seaworthy.simulate.store.ObjectStore;
import dev.seaworthy.simulate.volume.Volumes;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept and brought up to date must answer as what is made anew. */
class CycleStateTest {

  private static final String ZONE = "topology.kubernetes.io/zone";
  private static final String HOST = "kubernetes.io/hostname";
  private static final int STEPS = 400;

  private final PodSignatures signatures = new PodSignatures();
  private final Snapshot snapshot = new Snapshot(signatures);
  private final Handle handle = new Handle(
      snapshot,
      new DefaultSelector(new ObjectStore(new EventQueue(new VirtualClock())).view()),
      new Volumes(new ObjectStore(new EventQueue(new VirtualClock())).view()));
  private final Profile profile = Profile.of(Plugins.all());

  private static List<Resource> kinds() {
    Resource web = Pods.pod("waiting", "web");
    return List.of(
        web,
        Pods.spread(web, ZONE, true),
        Pods.spread(web, HOST, true),
        Pods.spread(web, ZONE, false),
        Pods.spread(web, HOST, false),
        Pods.demanding(web, "podAntiAffinity", "web", HOST),
        Pods.demanding(web, "podAntiAffinity", "db", ZONE),
        Pods.demanding(web, "podAffinity", "db", ZONE),
        Pods.demanding(web, "podAffinity", "web", HOST),
        Pods.wishing(web, "podAffinity", "db", ZONE),
        Pods.wishing(web, "podAntiAffinity", "web", HOST));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aStateThatCaughtUpAnswersAsANewOne(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<CycleState> kept = new ArrayList<>();
    kinds().forEach(pod -> kept.add(state(pod)));
    for (int step = 0; step < STEPS; step++) {
      change(random);
      // Some states are asked often, some seldom, so that they have much to catch up with.
      int kind = (int) Math.min(random.nextInt(kept.size()), random.nextInt(kept.size()));
      assertSameAnswers(kept.get(kind), kinds().get(kind), "seed " + seed + ", step " + step);
    }
  }

  private CycleState state(Resource pod) {
    return new CycleState(signatures.of(pod), profile, handle);
  }

  private void change(SplittableRandom random) {
    String node = "n" + random.nextInt(12);
    String uid = "p" + random.nextInt(60);
    switch (random.nextInt(10)) {
      case 0 -> snapshot.setNode(Pods.node(node, "z" + random.nextInt(4)));
      case 1 -> snapshot.setNode(Pods.node(node, "z1").with("spec.unschedulable", Scalar.of(true)));
      case 2 -> {
        if (random.nextInt(4) == 0) {
          snapshot.removeNode(node);
        }
      }
      case 3 -> snapshot.removePod(uid);
      default -> snapshot.setPod(placed(uid, random), node);
    }
  }

  private static Resource placed(String uid, SplittableRandom random) {
    Resource pod = Pods.pod(uid, random.nextBoolean() ? "web" : "db");
    Resource choosy = switch (random.nextInt(4)) {
      case 0 -> Pods.demanding(pod, "podAntiAffinity", "web", ZONE);
      case 1 -> Pods.wishing(pod, "podAffinity", "web", HOST);
      default -> pod;
    };
    return random.nextInt(5) == 0 ? Pods.leaving(choosy) : choosy;
  }

  private void assertSameAnswers(CycleState kept, Resource pod, String where) {
    CycleState anew = state(pod);
    kept.catchUp();
    anew.catchUp();
    List<NodeInfo> nodes = snapshot.nodes();
    for (NodeInfo node : nodes) {
      assertThat(kept.rejection(node)).as(where).isEqualTo(anew.rejection(node));
    }
    if (!nodes.isEmpty()) {
      assertThat(kept.points(nodes)).as(where).isEqualTo(anew.points(nodes));
    }
  }
}
