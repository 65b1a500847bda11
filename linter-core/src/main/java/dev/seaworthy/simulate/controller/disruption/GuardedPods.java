package dev.seaworthy.simulate.controller.disruption;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The pods under each budget, counted from change to change: a budget over thousands of pods need not
 * look at them all when one of them becomes ready.
 */
final class GuardedPods implements Watch {

  private final Map<String, Map<ObjectKey, Guard>> byNamespace = new HashMap<>();

  /** What the pods under {@code budget} add up to now; they are walked through once. */
  Guard of(Resource budget, ClusterView view) {
    Map<ObjectKey, Guard> guards =
        byNamespace.computeIfAbsent(budget.namespace(), namespace -> new LinkedHashMap<>());
    Node selector = budget.at("spec", "selector");
    Guard known = guards.get(ObjectKey.of(budget));
    if (known != null && known.isOf(selector)) {
      return known;
    }
    Guard guard = new Guard(selector);
    view.select(Kinds.POD, budget.namespace(), LabelSelector.of(selector))
        .forEach(pod -> guard.count(new Pod(pod)));
    guards.put(ObjectKey.of(budget), guard);
    return guard;
  }

  @Override
  public void onChange(Change change) {
    if (change.key().kind().equals(Kinds.POD)) {
      guards(change.key().namespace()).forEach(guard -> count(change, guard));
    } else if (change.isRemoval()) {
      byNamespace.getOrDefault(change.key().namespace(), new HashMap<>()).remove(change.key());
    }
  }

  private Collection<Guard> guards(String namespace) {
    return byNamespace.getOrDefault(namespace, Map.of()).values();
  }

  private static void count(Change change, Guard guard) {
    Pod pod = new Pod(change.latest());
    if (change.isRemoval()) {
      guard.forget(pod.uid());
    } else {
      guard.count(pod);
    }
  }
}
