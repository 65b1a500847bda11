package dev.seaworthy.simulate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.clock.Jitter;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.controller.ControlLoop;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ObjectStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Runs the control loops of a cluster, and has them look at what no watch tells of. */
final class ControllerManager {

  private final Map<GroupKind, List<ControlLoop>> loops = new HashMap<>();
  private final EventQueue queue;
  private final ObjectStore store;
  private final ApiClient api;
  private final Jitter notices;
  private final SplittableRandom reactions;

  /** {@code notices}: how late loops hear of what concerns them. */
  ControllerManager(EventQueue queue, ObjectStore store, ApiClient api, Jitter notices, Seed seed) {
    this.queue = queue;
    this.store = store;
    this.api = api;
    this.notices = notices;
    this.reactions = seed.stream("reactions");
  }

  void run(Reconciler reconciler) {
    reconciler.counter().ifPresent(store::check);
    loops
        .computeIfAbsent(reconciler.watches().subject(), kind -> new ArrayList<>())
        .add(new ControlLoop(reconciler, queue, store, api)
            .lagBy(() -> notices.draw(reactions))
            .start());
  }

  /** Whether a controller acts on objects of {@code kind}. */
  boolean has(GroupKind kind) {
    return loops.containsKey(kind);
  }

  /** Has the controllers of its kind look at an object. */
  void look(ObjectKey key) {
    loops.getOrDefault(key.kind(), List.of()).forEach(loop -> loop.add(key));
  }

  /** Has those who make pods look at everything: there may be room for what they could not make. */
  void lookAtAllWithPods() {
    loops.forEach((kind, ofKind) -> store.view().list(kind).stream()
        .filter(object -> KnownKinds.builtIn().makesPods(kind))
        .map(ObjectKey::of)
        .forEach(key -> ofKind.forEach(loop -> loop.add(key))));
  }
}
