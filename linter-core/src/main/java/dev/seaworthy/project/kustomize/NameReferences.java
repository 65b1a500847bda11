package dev.seaworthy.project.kustomize;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Lets objects name others as these are called in the end. */
final class NameReferences {

  private final Workshop workshop;
  /** Those that were renamed, by each name that they had. */
  private final Map<String, Set<Member>> byFormerName = new HashMap<>();

  private NameReferences(Workshop workshop, List<Member> all) {
    this.workshop = workshop;
    for (Member member : all) {
      for (ObjectId id : member.formerIds()) {
        byFormerName.computeIfAbsent(id.name(), any -> new LinkedHashSet<>()).add(member);
      }
    }
  }

  static void follow(Workshop workshop, Members members) {
    NameReferences references = new NameReferences(workshop, members.all());
    members.all().forEach(references::follow);
  }

  private void follow(Member referrer) {
    GroupVersionKind gvk = referrer.id().gvk();
    for (ReferenceFields.Row row : workshop.fields().references()) {
      if (row.field().concerns(gvk)) {
        referrer.set(Tree.changed(
            referrer.root(), row.field().path(), false, name -> renamed(name, row, referrer)));
      }
    }
  }

  private Node renamed(Node value, ReferenceFields.Row row, Member referrer) {
    if (value instanceof Mapping mapping) {
      return target(mapping.get("name").text(), mapping.get("namespace").text(), row, referrer)
          .map(found -> with(mapping, found))
          .orElse(mapping);
    }
    return value.isString()
        ? target(value.text(), "", row, referrer)
            .<Node>map(found -> Scalar.of(found.name(), value.span()))
            .orElse(value)
        : value;
  }

  private static Mapping with(Mapping reference, Member target) {
    Mapping named =
        reference.with("name", Scalar.of(target.name(), reference.get("name").span()));
    return target.namespace().isEmpty()
        ? named
        : named.with(
            "namespace",
            Scalar.of(target.namespace(), reference.get("namespace").span()));
  }

  /** What was called {@code name} before, if it is one object only, or the one that goes along. */
  private Optional<Member> target(
      String name, String namespace, ReferenceFields.Row row, Member referrer) {
    List<Member> candidates = byFormerName.getOrDefault(name, Set.of()).stream()
        .filter(member -> member.formerIds().stream()
            .anyMatch(id -> id.name().equals(name) && row.target().covers(id.gvk())))
        .filter(member ->
            namespace.isEmpty() || member.allIds().anyMatch(id -> id.namespace().equals(namespace)))
        .filter(member -> isRoleMeant(member, row, referrer))
        .filter(member -> mayBeNamed(member, referrer))
        .toList();
    if (candidates.size() < 2) {
      return candidates.stream().findFirst();
    }
    List<Member> alike = candidates.stream()
        .filter(member -> member.affixes().equals(referrer.affixes()))
        .toList();
    Stream<String> names = alike.stream().map(Member::name).distinct();
    return names.count() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }

  private static boolean isRoleMeant(Member member, ReferenceFields.Row row, Member referrer) {
    return !row.field().path().equals(List.of("roleRef", "name"))
        || member.kind().equals(referrer.root().at("roleRef", "kind").text());
  }

  private boolean mayBeNamed(Member member, Member referrer) {
    return !workshop.isNamespaced(referrer.id().gvk())
        || !workshop.isNamespaced(member.id().gvk())
        || member.kind().equals("ServiceAccount")
        || member.id().namespace().equals(referrer.id().namespace());
  }
}
