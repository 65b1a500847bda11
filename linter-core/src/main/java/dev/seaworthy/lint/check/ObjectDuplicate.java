package dev.seaworthy.lint.check;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.lint.Wildcard;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An object that is applied a second time: the one that comes last wins. That is certain within a
 * file and among what a kustomization lists, and likely among the files of a folder, which may also
 * be variants of each other.
 */
final class ObjectDuplicate implements RelationCheck {

  private static final FieldPath NAME = FieldPath.of("metadata", "name");

  private static final List<String> SELECTORS = List.of(
      "configmanagement.gke.io/cluster-selector",
      "configmanagement.gke.io/namespace-selector",
      "configsync.gke.io/cluster-name-selector");

  private static final String FOLDER = "folder ";

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    if (object.name().isEmpty() || object.placement().isNeighbour()) {
      return List.of();
    }
    ObjectKey key = context.graph().keyOf(object);
    if (context.graph().findAnywhere(key).size() < 2) {
      return List.of();
    }
    List<String> units = context.texts("units");
    for (String group : groups(object, units)) {
      Optional<InputObject> first =
          context.graph().firstOfGroup(key, group, other -> groups(other, units));
      if (first.isPresent() && first.get() != object) {
        if (areChosenBetween(object, first.get())) {
          return List.of();
        }
        boolean certain = !group.startsWith(FOLDER);
        return certain || !areInVariants(object, first.get(), context)
            ? List.of(finding(object, first.get(), certain))
            : List.of();
      }
    }
    return List.of();
  }

  /**
   * Config Sync applies each to the clusters and namespaces that its annotation selects; and of a kind
   * of somebody's own, samples of each version are written under one name.
   */
  private static boolean areChosenBetween(InputObject object, InputObject first) {
    return SELECTORS.stream()
            .anyMatch(key -> !Objects.equals(
                object.resource().annotations().get(key),
                first.resource().annotations().get(key)))
        || !object.file().equals(first.file())
            && !KnownKinds.isBuiltIn(object.kind())
            && !object.resource().gvk().equals(first.resource().gvk());
  }

  private static boolean areInVariants(
      InputObject object, InputObject first, RelationContext context) {
    return context.graph().areAlternatives(object, first) || context.graph().isSample(object);
  }

  /** What the object is applied together with, from the most certain on; never its mere neighbours. */
  private static List<String> groups(InputObject object, List<String> units) {
    String inNamespace = " " + object.resource().namespace();
    return object.placement().isNeighbour()
        ? List.of()
        : List.of("file " + object.file() + inNamespace, unit(object, units) + inNamespace);
  }

  /** A pattern of the settings, the kustomization that lists the file, else the folder. */
  private static String unit(InputObject object, List<String> units) {
    for (String pattern : units) {
      if (Wildcard.matches(pattern, object.file())) {
        return "pattern " + pattern;
      }
    }
    if (!object.placement().unit().isEmpty()) {
      return "kustomization " + object.placement().unit();
    }
    return object.placement().amidKustomization()
        ? "file " + object.file()
        : FOLDER + FilePlace.folder(object.file());
  }

  private static Finding finding(InputObject object, InputObject first, boolean certain) {
    boolean same = object.resource().root().sameAs(first.resource().root());
    String message = object + words(same, certain);
    Finding finding = Finding.at(object, NAME, message).related(first, NAME, "the first one");
    if (certain) {
      return same ? finding.withSeverity(Severity.WARNING) : finding;
    }
    return finding.withSeverity(same ? Severity.INFO : Severity.WARNING);
  }

  private static String words(boolean same, boolean certain) {
    if (same) {
      return " stands here a second time";
    }
    return certain
        ? " is another one already; the later replaces it"
        : " is another one in this folder; if both are applied, the later replaces the former";
  }
}
