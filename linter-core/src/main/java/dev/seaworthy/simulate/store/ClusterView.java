package dev.seaworthy.simulate.store;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.simulate.object.Selectors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a controller can see of the cluster. Answers come from indices. Lists are in the order of
 * creation, and they are views: to be walked through now, not to be kept. What is written during a
 * walk does not disturb it.
 */
public final class ClusterView {

  private final ObjectTable table;

  ClusterView(ObjectTable table) {
    this.table = table;
  }

  public Optional<Resource> get(ObjectKey key) {
    return Optional.ofNullable(table.get(key));
  }

  public Optional<Resource> get(GroupKind kind, String namespace, String name) {
    return get(new ObjectKey(kind, namespace, name));
  }

  public List<Resource> list(GroupKind kind) {
    return table.find(IndexTerm.ofKind(kind));
  }

  public List<Resource> list(GroupKind kind, String namespace) {
    return table.find(IndexTerm.inNamespace(kind, namespace));
  }

  /** The objects that {@code selector} matches; a selector with an equality costs what it finds. */
  public List<Resource> select(GroupKind kind, String namespace, LabelSelector selector) {
    List<Resource> fewest = null;
    for (Map.Entry<String, String> label : selector.equalities().entrySet()) {
      List<Resource> labelled =
          table.find(IndexTerm.labelled(kind, namespace, label.getKey(), label.getValue()));
      if (fewest == null || labelled.size() < fewest.size()) {
        fewest = labelled;
      }
    }
    return matching(selector, fewest == null ? list(kind, namespace) : fewest);
  }

  /** Those objects of {@link #select} that no controller owns. */
  public List<Resource> orphans(GroupKind kind, String namespace, LabelSelector selector) {
    for (Map.Entry<String, String> label : selector.equalities().entrySet()) {
      List<Resource> orphans =
          table.find(IndexTerm.orphan(kind, namespace, label.getKey(), label.getValue()));
      return orphans.isEmpty() ? orphans : matching(selector, orphans);
    }
    List<Resource> selected = select(kind, namespace, selector);
    return selected.stream().filter(object -> object.controller().isEmpty()).toList();
  }

  private static List<Resource> matching(LabelSelector selector, List<Resource> candidates) {
    List<Resource> matching = new ArrayList<>();
    for (Resource object : candidates) {
      if (selector.matches(object.labels())) {
        matching.add(object);
      }
    }
    return matching;
  }

  /**
   * The objects of {@code kind} whose selector matches {@code labels}: Services for the labels of a
   * pod, say. One that asks for the value of a label is looked at only where that is right.
   */
  public List<Resource> selecting(GroupKind kind, String namespace, Map<String, String> labels) {
    List<Resource> selecting = new ArrayList<>();
    collect(IndexTerm.selectingAtLarge(kind, namespace), labels, selecting);
    labels.forEach((label, value) ->
        collect(IndexTerm.selecting(kind, namespace, label, value), labels, selecting));
    if (selecting.size() > 1) {
      selecting.sort(
          Comparator.comparing(object -> table.order(ObjectKey.of(object)).orElse(0L)));
    }
    return selecting;
  }

  private void collect(IndexTerm term, Map<String, String> labels, List<Resource> selecting) {
    for (Resource object : table.find(term)) {
      if (Selectors.of(object).matches(labels)) {
        selecting.add(object);
      }
    }
  }

  /** The objects of any kind that name {@code uid} among their owners. */
  public List<Resource> ownedBy(String uid) {
    return table.find(IndexTerm.ownedBy(uid));
  }

  /** The objects of {@code kind} that name {@code uid} among their owners. */
  public List<Resource> ownedBy(String uid, GroupKind kind) {
    return table.find(IndexTerm.ownedBy(uid, kind));
  }

  /** The objects that must go before their owner of {@code uid} can, deleted in the foreground. */
  public List<Resource> blocking(String uid) {
    return table.find(IndexTerm.blocking(uid));
  }

  /** The pods that are bound to {@code node}. */
  public List<Resource> podsOn(String node) {
    return table.find(IndexTerm.onNode(node));
  }

  /** The pods that have the claim of this name as a volume. */
  public List<Resource> podsUsing(String namespace, String claim) {
    return table.find(IndexTerm.usingClaim(namespace, claim));
  }

  /** The object's place in the order of creation; later objects have greater ones. */
  public Optional<Long> creationOrder(ObjectKey key) {
    return table.order(key);
  }

  /**
   * How many objects were met so far by those who walked through lists: the work that look-ups made,
   * which must not grow faster than what happens.
   */
  public long visits() {
    return table.visits();
  }

  /** Every object there is. */
  public Collection<Resource> all() {
    return table.all();
  }
}
