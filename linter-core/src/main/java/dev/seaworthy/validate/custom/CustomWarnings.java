package dev.seaworthy.validate.custom;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Errors;
import java.util.Set;
import java.util.stream.Collectors;

/** What the server warns of in any object of a custom kind. */
public final class CustomWarnings {

  private static final FieldPath FINALIZERS = FieldPath.of("metadata", "finalizers");
  private static final Set<String> STANDARD = Set.of("kubernetes", "orphan", "foregroundDeletion");

  private CustomWarnings() {}

  /** Warns of new finalizers that others might choose too. */
  public static void of(Mapping object, Node previous, Errors errors) {
    Set<String> before =
        previous.at(FINALIZERS).items().stream().map(Node::text).collect(Collectors.toSet());
    object.at(FINALIZERS).items().stream()
        .map(Node::text)
        .distinct()
        .filter(name -> !before.contains(name) && !STANDARD.contains(name))
        .filter(name -> name.indexOf('/') < 0)
        .forEach(name -> errors.warn(
            FINALIZERS,
            "finalizer-domain",
            "has '" + name + "', which others may choose too; put a domain and a slash before it"));
  }
}
