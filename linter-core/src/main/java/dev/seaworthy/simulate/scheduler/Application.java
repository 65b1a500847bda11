package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.Selector;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which pods belong together, judged by the Services that select them and by their owner. */
public final class Application {

  private static final List<GroupKind> OWNERS =
      List.of(Kinds.REPLICA_SET, Kinds.STATEFUL_SET, Kinds.REPLICATION_CONTROLLER);

  private Application() {}

  /** What selects the pods of {@code pod}'s application; empty if nothing does. */
  public static Optional<Selector> of(Pod pod, ClusterView view) {
    Map<String, String> equal = new LinkedHashMap<>();
    for (Resource service : view.list(Kinds.SERVICE, pod.namespace())) {
      Map<String, String> selector = service.strings("spec", "selector");
      if (!selector.isEmpty() && Selector.ofEqualities(selector).matches(pod.labels())) {
        equal.putAll(selector);
      }
    }
    Node expressions = Sequence.EMPTY;
    Optional<Node> owner = ownersSelector(pod, view);
    if (owner.isPresent()) {
      Node labels = owner.get().get("matchLabels");
      equal.putAll(labels instanceof Mapping mapping ? mapping.strings() : Map.of());
      expressions = owner.get().get("matchExpressions");
    }
    return equal.isEmpty() && expressions.size() == 0
        ? Optional.empty()
        : Optional.of(Selector.of(
            Mapping.of("matchLabels", Mapping.ofStrings(equal), "matchExpressions", expressions)));
  }

  private static Optional<Node> ownersSelector(Pod pod, ClusterView view) {
    Optional<Node> reference = pod.resource().controller();
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    String kind = reference.get().get("kind").text();
    String name = reference.get().get("name").text();
    return OWNERS.stream()
        .filter(it -> it.kind().equals(kind))
        .flatMap(it -> view.get(it, pod.namespace(), name).stream())
        .map(owner -> owner.groupKind().equals(Kinds.REPLICATION_CONTROLLER)
            ? Mapping.of("matchLabels", owner.at("spec", "selector"))
            : owner.at("spec", "selector"))
        .findFirst();
  }
}
