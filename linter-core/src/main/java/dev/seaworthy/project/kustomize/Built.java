package dev.seaworthy.project.kustomize;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a kustomization makes.
 *
 * @param objects in kustomize's order
 * @param gaps what is missing in them
 * @param files all files that were read for it, in that order
 * @param namespaces those that it puts objects into, the outermost kustomization last
 * @param refusal why there are no objects; empty if kustomize builds it
 * @param isComponent whether it is a part of other kustomizations only
 */
public record Built(
    List<BuiltObject> objects,
    List<Gap> gaps,
    Set<Path> files,
    List<GivenNamespace> namespaces,
    Optional<Refusal> refusal,
    boolean isComponent) {

  public Built {
    objects = List.copyOf(objects);
    gaps = List.copyOf(gaps);
    files = Collections.unmodifiableSet(new LinkedHashSet<>(files));
    namespaces = List.copyOf(namespaces);
  }
}
