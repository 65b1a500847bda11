package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.SystemNamespaces;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Objects that come before their Namespace: {@code kubectl apply -f FOLDER} takes the files of a
 * folder by their names, and what stands in a file from top to bottom. Of all of them the first is
 * told, as one file to rename is what mends it.
 */
final class NamespaceAppliedLate implements RelationCheck {

  private static final GroupKind NAMESPACE = GroupKind.of("", "Namespace");

  /** The tasks of a role of Ansible say in which order its files are applied. */
  private static final Pattern OF_ROLE =
      Pattern.compile("(^|[/\\\\])roles[^/\\\\]*[/\\\\][^/\\\\]+[/\\\\](files|templates)[/\\\\]");

  private static final FieldPath PLACE = FieldPath.of("metadata", "namespace");

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    String namespace = object.resource().namespace();
    ResourceGraph graph = context.graph();
    Firsts firsts = graph.derivedOfAll(Firsts.class, Firsts::of);
    boolean isFirst =
        isInOrderOfFiles(object, graph) && !isSorted(object, graph) && firsts.are(object);
    if (!isFirst) {
      return List.of();
    }
    List<InputObject> declared = graph.find(new ObjectKey(NAMESPACE, "", namespace));
    boolean isThere = declared.stream().anyMatch(one -> !comesAfter(one, object, graph));
    return declared.isEmpty() || isThere
        ? List.of()
        : List.of(finding(object, declared.get(0), firsts.areOfOneFolder())
            .related(declared.get(0), FieldPath.of("metadata", "name"), "applied after it"));
  }

  /** Of a file the order is known; that a folder among others is applied as a whole is only likely. */
  private static Finding finding(InputObject object, InputObject namespace, boolean isOneFolder) {
    String later = "the Namespace '" + namespace.name() + "' comes later";
    if (object.file().equals(namespace.file())) {
      return Finding.at(object, PLACE, "the first apply fails here: " + later);
    }
    Finding finding =
        Finding.at(object, PLACE, "the first apply of the folder fails here: " + later);
    return isOneFolder ? finding : finding.withSeverity(Severity.INFO);
  }

  private static boolean isSorted(InputObject object, ResourceGraph graph) {
    return graph
        .derivedOfAll(DeliveredFolders.class, DeliveredFolders::of)
        .have(FilePlace.folder(object.file()));
  }

  /** A kustomization sorts what it lists, namespaces first. */
  private static boolean isInOrderOfFiles(InputObject object, ResourceGraph graph) {
    String namespace = object.resource().namespace();
    return !namespace.isEmpty()
        && !SystemNamespaces.ALL.contains(namespace)
        && !object.placement().amidKustomization()
        && object.placement().unit().isEmpty()
        && !graph.isClusterScoped(object.kind());
  }

  /** Only of one file or one folder is the order known. */
  private static boolean comesAfter(InputObject one, InputObject other, ResourceGraph graph) {
    if (one.file().equals(other.file())) {
      return graph.isBefore(other, one);
    }
    return !graph.areAlternatives(one, other)
        && !OF_ROLE.matcher(other.file()).find()
        && FilePlace.folder(one.file()).equals(FilePlace.folder(other.file()))
        && one.file().compareTo(other.file()) > 0;
  }

  /**
   * The first object of each namespace in each folder.
   *
   * @param byPlace by folder and namespace
   * @param areOfOneFolder whether the whole input lies in one folder, to be applied as such
   */
  private record Firsts(Map<List<String>, InputObject> byPlace, boolean areOfOneFolder) {

    static Firsts of(ResourceGraph graph) {
      Map<List<String>, InputObject> firsts = new HashMap<>();
      Set<String> folders = new HashSet<>();
      for (InputObject object : graph.objects()) {
        folders.add(FilePlace.folder(object.file()));
        if (isInOrderOfFiles(object, graph)) {
          firsts.merge(
              place(object),
              object,
              (one, other) -> other.file().compareTo(one.file()) < 0 ? other : one);
        }
      }
      return new Firsts(firsts, folders.size() == 1);
    }

    private static List<String> place(InputObject object) {
      return List.of(FilePlace.folder(object.file()), object.resource().namespace());
    }

    boolean are(InputObject object) {
      return byPlace.get(place(object)) == object;
    }
  }
}
