package dev.seaworthy.judge;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.graph.Customization;
import dev.seaworthy.validate.admission.ClusterFacts;
import dev.seaworthy.validate.admission.GivenObjects;
import java.util.List;
import java.util.Optional;

/**
 * What an input says about the cluster to which the objects of one file go; remembers whether it left
 * out what other units hold. For one judgement by one thread.
 */
final class FactsSeen implements ClusterFacts {

  private final InputFacts facts;
  private final Optional<String> file;
  private final Customization changes;
  private boolean leftOut;

  /**
   * @param file whose units are seen; without it all are
   * @param changes what kustomizations are yet to change in the object
   */
  FactsSeen(InputFacts facts, Optional<String> file, Customization changes) {
    this.facts = facts;
    this.file = file;
    this.changes = changes;
  }

  /** Whether another unit holds something of what was asked for. */
  boolean hasLeftOut() {
    return leftOut;
  }

  @Override
  public Optional<Resource> find(GroupKind kind, String namespace, String name) {
    boolean isNamespace = kind.equals(InputFacts.NAMESPACE);
    Optional<String> in = isNamespace ? Optional.of(namespace) : destination(namespace);
    Optional<String> called = isNamespace ? destination(name) : Optional.of(name);
    return in.isPresent() && called.isPresent() && facts.isKnown(kind)
        ? found(kind, in.get(), called.get())
        : Optional.empty();
  }

  private Optional<Resource> found(GroupKind kind, String namespace, String name) {
    if (facts.everything().find(kind, namespace, name).isEmpty()) {
      return Optional.empty();
    }
    Optional<Resource> found = seen().find(kind, namespace, name);
    leftOut |= found.isEmpty();
    return found;
  }

  @Override
  public List<Resource> list(GroupKind kind, String namespace) {
    Optional<String> in = destination(namespace);
    List<Resource> all =
        in.isPresent() && facts.isKnown(kind) ? facts.everything().list(kind, in.get()) : List.of();
    if (in.isEmpty() || all.isEmpty()) {
      return all;
    }
    List<Resource> found = seen().list(kind, in.get());
    leftOut |= found.size() < all.size();
    return found;
  }

  /** Where {@code namespace} is in the end; nobody knows where it may be one of several. */
  private Optional<String> destination(String namespace) {
    if (namespace.isEmpty() || changes.namespaces().isEmpty()) {
      return Optional.of(namespace);
    }
    return changes.namespaces().size() > 1
        ? Optional.empty()
        : changes.namespaces().stream().findFirst();
  }

  private GivenObjects seen() {
    return file.map(facts::seenFrom).orElseGet(facts::everything);
  }

  @Override
  public List<Resource> candidates(GroupKind kind) {
    return facts.fillsIn() ? list(kind, "") : List.of();
  }

  @Override
  public boolean knowsAll(GroupKind kind) {
    return false;
  }
}
