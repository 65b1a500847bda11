package dev.seaworthy.simulate.scheduler.framework;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which pods belong together, judged by the Services that select them and by their owner. */
public final class DefaultSelector {

  /** The kinds whose selectors decide. */
  public static final List<GroupKind> KINDS =
      List.of(Kinds.SERVICE, Kinds.REPLICA_SET, Kinds.STATEFUL_SET, Kinds.REPLICATION_CONTROLLER);

  private static final List<GroupKind> OWNERS =
      List.of(Kinds.REPLICA_SET, Kinds.STATEFUL_SET, Kinds.REPLICATION_CONTROLLER);

  private final ClusterView view;
  private long generation;

  public DefaultSelector(ClusterView view) {
    this.view = view;
  }

  /** Hears of a change of an object of {@link #KINDS}. */
  public void changed(Change change) {
    boolean sameSelector = change.before().isPresent()
        && change.after().isPresent()
        && selector(change.before().get()).sameAs(selector(change.after().get()));
    generation += sameSelector ? 0 : 1;
  }

  private static Node selector(Resource object) {
    return object.at("spec", "selector");
  }

  /** Grows whenever answers can have changed. */
  public long generation() {
    return generation;
  }

  /** What selects the pods that belong to {@code pod}; empty if nothing does. */
  public Optional<LabelSelector> of(PodSignature pod) {
    Map<String, String> equal = new LinkedHashMap<>();
    for (Resource service : view.list(Kinds.SERVICE, pod.namespace())) {
      Map<String, String> selector = service.strings("spec", "selector");
      if (LabelSelector.ofLabels(selector).matches(pod.labels())) {
        equal.putAll(selector);
      }
    }
    Node expressions = Sequence.EMPTY;
    Optional<Node> owner = ownersSelector(pod);
    if (owner.isPresent()) {
      Node labels = owner.get().get("matchLabels");
      equal.putAll(labels instanceof Mapping mapping ? mapping.strings() : Map.of());
      expressions = owner.get().get("matchExpressions");
    }
    return equal.isEmpty() && expressions.size() == 0
        ? Optional.empty()
        : Optional.of(LabelSelector.of(
            Mapping.of("matchLabels", Mapping.ofStrings(equal), "matchExpressions", expressions)));
  }

  private Optional<Node> ownersSelector(PodSignature pod) {
    String kind = pod.controller().get("kind").text();
    String name = pod.controller().get("name").text();
    return OWNERS.stream()
        .filter(it -> it.kind().equals(kind))
        .flatMap(it -> view.get(it, pod.namespace(), name).stream())
        .map(owner -> owner.groupKind().equals(Kinds.REPLICATION_CONTROLLER)
            ? Mapping.of("matchLabels", selector(owner))
            : selector(owner))
        .findFirst();
  }
}
