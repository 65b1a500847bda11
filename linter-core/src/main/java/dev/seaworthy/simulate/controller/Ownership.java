package dev.seaworthy.simulate.controller;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.object.Finalizers;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who belongs to a controller: what it owns and selects stays, what it owns and no longer selects
 * is released, what it selects and nobody owns is adopted.
 */
public final class Ownership {

  private final Resource owner;
  private final LabelSelector selector;
  private final ClusterView view;
  private final String finalizer;

  public Ownership(Resource owner, LabelSelector selector, ClusterView view) {
    this(owner, selector, view, "");
  }

  /** Of a controller that holds what it owns by {@code finalizer}. */
  public Ownership(Resource owner, LabelSelector selector, ClusterView view, String finalizer) {
    this.owner = owner;
    this.finalizer = finalizer;
    this.selector = selector;
    this.view = view;
  }

  /**
   * Those that may belong to the owner now or after the claim: what it selects first, each in order of
   * creation. What others own is not looked at, however much of it has the labels.
   */
  private List<Resource> candidates(GroupKind kind) {
    Map<String, Resource> found = new HashMap<>();
    view.orphans(kind, owner.namespace(), selector).forEach(it -> found.put(Meta.uid(it), it));
    view.ownedBy(Meta.uid(owner), kind).forEach(it -> found.put(Meta.uid(it), it));
    List<Resource> candidates = new ArrayList<>(found.values());
    candidates.sort(Comparator.comparing((Resource it) -> !selector.matches(it.labels()))
        .thenComparing(it -> view.creationOrder(ObjectKey.of(it)).orElse(0L)));
    return candidates;
  }

  /** Adopts and releases among what {@code eligible} lets through; gives what belongs then. */
  public List<Resource> claim(GroupKind kind, Predicate<Resource> eligible, ApiClient api) {
    List<Resource> claimed = new ArrayList<>();
    for (Resource object : candidates(kind)) {
      if (eligible.test(object)) {
        claim(object, api).ifPresent(claimed::add);
      }
    }
    return claimed;
  }

  private Optional<Resource> claim(Resource object, ApiClient api) {
    Optional<String> controller = Meta.controllerUid(object);
    boolean selected = selector.matches(object.labels());
    if (controller.isPresent()) {
      if (!controller.get().equals(Meta.uid(owner))) {
        return Optional.empty();
      }
      if (!selected && !Meta.isBeingDeleted(owner)) {
        release(object, api);
      }
      return selected ? Optional.of(object) : Optional.empty();
    }
    boolean adoptable = selected && !Meta.isBeingDeleted(owner) && !Meta.isBeingDeleted(object);
    return adoptable ? adopt(object, api) : Optional.empty();
  }

  private Optional<Resource> adopt(Resource object, ApiClient api) {
    Node owners = object.at("metadata", "ownerReferences");
    Sequence list = owners instanceof Sequence sequence ? sequence : Sequence.EMPTY;
    Resource owned =
        object.with("metadata.ownerReferences", list.plus(Meta.controllerReference(owner)));
    Answer answer = api.update(finalizer.isEmpty() ? owned : Finalizers.with(owned, finalizer));
    return answer.object();
  }

  private void release(Resource object, ApiClient api) {
    List<Node> left = object.at("metadata", "ownerReferences").items().stream()
        .filter(reference -> !reference.get("uid").text().equals(Meta.uid(owner)))
        .toList();
    Resource released = left.isEmpty()
        ? object.without("metadata", "ownerReferences")
        : object.with("metadata.ownerReferences", Sequence.of(left));
    api.update(finalizer.isEmpty() ? released : Finalizers.without(released, finalizer));
  }
}
