package dev.seaworthy.project.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The objects that a kustomization has gathered so far, in order. */
final class Members {

  private final List<Member> all = new ArrayList<>();

  List<Member> all() {
    return all;
  }

  void add(Member member, Layer layer) throws BuildFailure {
    ObjectId id = member.id();
    if (!id.name().isEmpty() && all.stream().anyMatch(other -> other.id().equals(id))) {
      throw new BuildFailure(
          id + " is there twice, which kustomize refuses",
          layer.file(),
          layer.get("resources").span());
    }
    all.add(member);
    layer.workshop().budget().objects(all.size(), layer.mention(layer.get("resources")));
  }

  void addAll(Members others, Layer layer) throws BuildFailure {
    for (Member member : others.all) {
      add(member, layer);
    }
  }

  void remove(Member member) {
    all.remove(member);
  }

  /** Those that are, or were, called so. */
  List<Member> ever(Predicate<ObjectId> called) {
    return all.stream().filter(member -> member.allIds().anyMatch(called)).toList();
  }
}
