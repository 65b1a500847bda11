package dev.seaworthy.simulate.store;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Selectors;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Something by which objects are looked up. */
sealed interface IndexTerm {

  record OfKind(GroupKind kind) implements IndexTerm {}

  record InNamespace(GroupKind kind, String namespace) implements IndexTerm {}

  record Labelled(GroupKind kind, String namespace, String label, String value)
      implements IndexTerm {}

  /** As {@link Labelled}, for objects that no controller owns. */
  record Orphan(GroupKind kind, String namespace, String label, String value)
      implements IndexTerm {}

  record OwnedBy(String uid) implements IndexTerm {}

  record OwnedOfKind(String uid, GroupKind kind) implements IndexTerm {}

  /** Objects that must be gone before their owner can be deleted in the foreground. */
  record Blocking(String uid) implements IndexTerm {}

  record OnNode(String node) implements IndexTerm {}

  /** Objects whose selector asks for this label, by one of those that it asks for. */
  record Selecting(GroupKind kind, String namespace, String label, String value)
      implements IndexTerm {}

  /** Objects whose selector asks for no particular value of a label. */
  record SelectingAtLarge(GroupKind kind, String namespace) implements IndexTerm {}

  /** The terms that lead to {@code object}. */
  static Set<IndexTerm> of(ObjectKey key, Resource object) {
    Set<IndexTerm> terms = new LinkedHashSet<>();
    GroupKind kind = key.kind();
    String namespace = key.namespace();
    terms.add(new OfKind(kind));
    terms.add(new InNamespace(kind, namespace));
    object
        .labels()
        .forEach((label, value) -> terms.add(new Labelled(kind, namespace, label, value)));
    if (Meta.controllerUid(object).isEmpty()) {
      object
          .labels()
          .forEach((label, value) -> terms.add(new Orphan(kind, namespace, label, value)));
    }
    terms.addAll(ofOwners(kind, object));
    if (kind.equals(Kinds.POD)) {
      object.at("spec", "nodeName").asString().map(OnNode::new).ifPresent(terms::add);
    }
    LabelSelector selector = Selectors.of(object);
    if (!selector.isAbsent()) {
      terms.add(ofSelector(key, selector));
    }
    return terms;
  }

  private static List<IndexTerm> ofOwners(GroupKind kind, Resource object) {
    List<IndexTerm> terms = new ArrayList<>();
    for (Node owner : object.at("metadata", "ownerReferences").items()) {
      String uid = owner.get("uid").text();
      terms.add(new OwnedBy(uid));
      terms.add(new OwnedOfKind(uid, kind));
      if (owner.get("blockOwnerDeletion").isTrue()) {
        terms.add(new Blocking(uid));
      }
    }
    return terms;
  }

  private static IndexTerm ofSelector(ObjectKey key, LabelSelector selector) {
    for (Map.Entry<String, String> label : selector.equalities().entrySet()) {
      return new Selecting(key.kind(), key.namespace(), label.getKey(), label.getValue());
    }
    return new SelectingAtLarge(key.kind(), key.namespace());
  }

  /** Whether the terms of two versions of an object are the same, because what they come of is. */
  static boolean areSame(Resource before, Resource after) {
    return before.at("metadata", "labels") == after.at("metadata", "labels")
        && before.at("metadata", "ownerReferences") == after.at("metadata", "ownerReferences")
        && before.at("spec", "nodeName") == after.at("spec", "nodeName")
        && before.at("spec", "selector") == after.at("spec", "selector");
  }
}
