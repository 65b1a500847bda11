package dev.seaworthy.project.kustomize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The objects that a kustomization has gathered so far, in order. */
final class Members {

  private final List<Member> all = new ArrayList<>();
  /** What they are called, once that is asked for; empty again when a step may have renamed some. */
  private final Set<ObjectId> ids = new HashSet<>();

  List<Member> all() {
    return all;
  }

  void add(Member member, Layer layer) throws BuildFailure {
    if (ids.isEmpty()) {
      all.forEach(other -> ids.add(other.id()));
    }
    ObjectId id = member.id();
    if (!ids.add(id) && !id.name().isEmpty()) {
      throw new BuildFailure(
          id + " is there twice, which kustomize refuses",
          layer.file(),
          layer.get("resources").span());
    }
    all.add(member);
    layer.workshop().budget().objects(all.size(), layer.mention(layer.get("resources")));
  }

  /** Copies of {@code members}, which change no more. */
  void addCopies(List<Member> members, Layer layer) throws BuildFailure {
    for (Member member : members) {
      layer.workshop().budget().copied(layer.mention(layer.get("resources")));
      add(member.copy(), layer);
    }
  }

  void remove(Member member) {
    all.remove(member);
    forgetIds();
  }

  /** A step may have given them other names. */
  void forgetIds() {
    ids.clear();
  }

  /** Those that are, or were, called so. */
  List<Member> ever(Predicate<ObjectId> called) {
    return all.stream().filter(member -> member.allIds().anyMatch(called)).toList();
  }
}
