package dev.seaworthy.judge;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
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
  private boolean leftOut;

  /**
   * @param file whose units are seen; without it all are
   */
  FactsSeen(InputFacts facts, Optional<String> file) {
    this.facts = facts;
    this.file = file;
  }

  /** Whether another unit holds something of what was asked for. */
  boolean hasLeftOut() {
    return leftOut;
  }

  @Override
  public Optional<Resource> find(GroupKind kind, String namespace, String name) {
    if (!facts.isKnown(kind) || facts.everything().find(kind, namespace, name).isEmpty()) {
      return Optional.empty();
    }
    Optional<Resource> found = seen().find(kind, namespace, name);
    leftOut |= found.isEmpty();
    return found;
  }

  @Override
  public List<Resource> list(GroupKind kind, String namespace) {
    List<Resource> all = facts.isKnown(kind) ? facts.everything().list(kind, namespace) : List.of();
    if (all.isEmpty()) {
      return all;
    }
    List<Resource> found = seen().list(kind, namespace);
    leftOut |= found.size() < all.size();
    return found;
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
