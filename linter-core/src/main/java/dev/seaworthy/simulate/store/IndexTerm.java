package dev.seaworthy.simulate.store;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.PodClaims;
import dev.seaworthy.simulate.object.Selectors;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something by which objects are looked up.
 *
 * @param scope a namespace, the UID of an owner, or the name of a node
 */
record IndexTerm(Sort sort, GroupKind kind, String scope, String label, String value) {

  private enum Sort {
    OF_KIND,
    IN_NAMESPACE,
    LABELLED,
    ORPHAN,
    OWNED_BY,
    OWNED_OF_KIND,
    BLOCKING,
    ON_NODE,
    USING_CLAIM,
    SELECTING,
    SELECTING_AT_LARGE
  }

  private static final GroupKind ANY = new GroupKind("", "");

  static IndexTerm ofKind(GroupKind kind) {
    return new IndexTerm(Sort.OF_KIND, kind, "", "", "");
  }

  static IndexTerm inNamespace(GroupKind kind, String namespace) {
    return new IndexTerm(Sort.IN_NAMESPACE, kind, namespace, "", "");
  }

  static IndexTerm labelled(GroupKind kind, String namespace, String label, String value) {
    return new IndexTerm(Sort.LABELLED, kind, namespace, label, value);
  }

  /** As {@link #labelled}, for objects that no controller owns. */
  static IndexTerm orphan(GroupKind kind, String namespace, String label, String value) {
    return new IndexTerm(Sort.ORPHAN, kind, namespace, label, value);
  }

  static IndexTerm ownedBy(String uid) {
    return new IndexTerm(Sort.OWNED_BY, ANY, uid, "", "");
  }

  static IndexTerm ownedBy(String uid, GroupKind kind) {
    return new IndexTerm(Sort.OWNED_OF_KIND, kind, uid, "", "");
  }

  /** Objects that must be gone before their owner can be deleted in the foreground. */
  static IndexTerm blocking(String uid) {
    return new IndexTerm(Sort.BLOCKING, ANY, uid, "", "");
  }

  static IndexTerm onNode(String node) {
    return new IndexTerm(Sort.ON_NODE, Kinds.POD, node, "", "");
  }

  /** Pods with a volume that is the claim of this name. */
  static IndexTerm usingClaim(String namespace, String claim) {
    return new IndexTerm(Sort.USING_CLAIM, Kinds.POD, namespace, "", claim);
  }

  /** Objects whose selector asks for this label; each is under one that it asks for. */
  static IndexTerm selecting(GroupKind kind, String namespace, String label, String value) {
    return new IndexTerm(Sort.SELECTING, kind, namespace, label, value);
  }

  /** Objects whose selector asks for no particular value of a label. */
  static IndexTerm selectingAtLarge(GroupKind kind, String namespace) {
    return new IndexTerm(Sort.SELECTING_AT_LARGE, kind, namespace, "", "");
  }

  /** The terms that lead to {@code object}. */
  static Set<IndexTerm> of(ObjectKey key, Resource object) {
    Set<IndexTerm> terms = new LinkedHashSet<>();
    terms.add(ofKind(key.kind()));
    terms.add(inNamespace(key.kind(), key.namespace()));
    boolean isOrphan = Meta.controllerUid(object).isEmpty();
    for (Map.Entry<String, String> label : object.labels().entrySet()) {
      terms.add(labelled(key.kind(), key.namespace(), label.getKey(), label.getValue()));
      if (isOrphan) {
        terms.add(orphan(key.kind(), key.namespace(), label.getKey(), label.getValue()));
      }
    }
    addOwners(key.kind(), object, terms);
    if (key.kind().equals(Kinds.POD)) {
      object.at("spec", "nodeName").asString().map(IndexTerm::onNode).ifPresent(terms::add);
      PodClaims.of(object).forEach(claim -> terms.add(usingClaim(key.namespace(), claim)));
    }
    LabelSelector selector = Selectors.of(object);
    if (!selector.isAbsent()) {
      terms.add(ofSelector(key, selector));
    }
    return terms;
  }

  private static void addOwners(GroupKind kind, Resource object, Set<IndexTerm> terms) {
    for (Node owner : object.at("metadata", "ownerReferences").items()) {
      String uid = owner.get("uid").text();
      terms.add(ownedBy(uid));
      terms.add(ownedBy(uid, kind));
      if (owner.get("blockOwnerDeletion").isTrue()) {
        terms.add(blocking(uid));
      }
    }
  }

  private static IndexTerm ofSelector(ObjectKey key, LabelSelector selector) {
    for (Map.Entry<String, String> label : selector.equalities().entrySet()) {
      return selecting(key.kind(), key.namespace(), label.getKey(), label.getValue());
    }
    return selectingAtLarge(key.kind(), key.namespace());
  }

  /** Whether the terms of two versions of an object are the same, because what they come of is. */
  static boolean areSame(Resource before, Resource after) {
    return isShared(before, after, "metadata", "labels")
        && isShared(before, after, "metadata", "ownerReferences")
        && isShared(before, after, "spec", "nodeName")
        && isShared(before, after, "spec", "volumes")
        && isShared(before, after, "spec", "selector");
  }

  private static boolean isShared(Resource before, Resource after, String part, String field) {
    Node one = before.root().get(part);
    Node other = after.root().get(part);
    return one == other || one.get(field) == other.get(field);
  }

  // Written out, because terms are asked for at each event and the generated methods are slow.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IndexTerm term
        && sort == term.sort
        && scope.equals(term.scope)
        && value.equals(term.value)
        && label.equals(term.label)
        && kind.equals(term.kind);
  }

  @Override
  public int hashCode() {
    int hash = sort.ordinal() * 31 + kind.hashCode();
    return ((hash * 31 + scope.hashCode()) * 31 + label.hashCode()) * 31 + value.hashCode();
  }
}
