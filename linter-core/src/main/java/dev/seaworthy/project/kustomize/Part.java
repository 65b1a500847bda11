package dev.seaworthy.project.kustomize;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a kustomization makes for those that are made of it, before names are followed: each gets copies.
 *
 * @param failure why there is nothing, if so
 * @param height how many kustomizations it is made of in a row
 */
record Part(
    List<Member> members,
    Set<Path> files,
    List<Gap> gaps,
    List<GivenNamespace> namespaces,
    FieldTables fields,
    List<Variables.Declared> variables,
    Optional<BuildFailure> failure,
    int height) {

  Part {
    members = List.copyOf(members);
    files = new LinkedHashSet<>(files);
    gaps = List.copyOf(gaps);
    namespaces = List.copyOf(namespaces);
    variables = List.copyOf(variables);
  }

  /** Whether it asks for more than is done here. */
  boolean isBeyondLimit() {
    return failure.filter(it -> it.refusal().isLimit()).isPresent();
  }

  static Part of(Workshop workshop, Members members, int height) {
    return new Part(
        members.all(),
        workshop.read(),
        workshop.gaps(),
        workshop.namespaces(),
        workshop.fields(),
        workshop.variables().all(),
        Optional.empty(),
        height);
  }

  static Part failed(Workshop workshop, BuildFailure failure) {
    return new Part(
        List.of(),
        workshop.read(),
        workshop.gaps(),
        workshop.namespaces(),
        FieldTables.USUAL,
        List.of(),
        Optional.of(failure),
        0);
  }
}
