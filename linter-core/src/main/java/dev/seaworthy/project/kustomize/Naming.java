package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The namespace of a kustomization, and what it puts around names. */
final class Naming {

  /** Their names mean something to the server. */
  private static final Set<String> UNAFFIXED =
      Set.of("CustomResourceDefinition", "APIService", "Namespace");

  /** Where the namespace stands beside an object's own, and what is a namespace by its name. */
  static final List<FieldRow> NAMESPACES = List.of(
      FieldRow.of("APIService", "spec/service/namespace"),
      FieldRow.of(
          "CustomResourceDefinition", "spec/conversion/webhook/clientConfig/service/namespace"),
      FieldRow.of("Namespace", "metadata/name").created());

  private Naming() {}

  static void run(Layer layer, Members members) throws BuildFailure {
    String namespace = layer.get("namespace").text();
    if (!namespace.isEmpty()) {
      layer
          .workshop()
          .gives(
              new GivenNamespace(namespace, layer.file(), layer.get("namespace").span()));
      for (Member member : members.all()) {
        place(layer, member, namespace);
      }
      refuseTwins(layer, members);
    }
    FieldTables fields = layer.workshop().fields();
    affix(layer, members, layer.get("namePrefix").text(), "", fields.of(FieldStep.NAME_PREFIX));
    affix(layer, members, "", layer.get("nameSuffix").text(), fields.of(FieldStep.NAME_SUFFIX));
  }

  private static void place(Layer layer, Member member, String namespace) {
    if (member.kind().equals("Namespace")) {
      member.rename(namespace);
    } else if (layer.workshop().isNamespaced(member.id().gvk())) {
      member.move(namespace);
    }
    for (FieldRow row : layer.workshop().fields().of(FieldStep.NAMESPACE)) {
      if (row.concerns(member.id().gvk()) && !isPlacedOtherwise(row, member)) {
        member.set(Tree.changed(
            member.root(),
            row.path(),
            row.create(),
            former -> Scalar.of(namespace, former.span())));
      }
    }
    if (member.kind().endsWith("RoleBinding")) {
      member.set(Tree.changed(
          member.root(), List.of("subjects"), false, subject -> subjectIn(subject, namespace)));
    }
  }

  /** What a namespace itself, an object in one and the subjects of a binding get, is done apart. */
  private static boolean isPlacedOtherwise(FieldRow row, Member member) {
    return row.path().equals(List.of("metadata", "name"))
            && (member.kind().equals("Namespace") || !member.id().gvk().group().isEmpty())
        || row.path().equals(List.of("metadata", "namespace"))
        || row.path().equals(List.of("subjects", "namespace"))
            && member.kind().endsWith("RoleBinding");
  }

  /** Only of the account that every namespace has it is sure that it is meant to move along. */
  private static Node subjectIn(Node subject, String namespace) {
    return subject instanceof Mapping mapping && mapping.get("name").text().equals("default")
        ? mapping.with(
            "namespace", Scalar.of(namespace, mapping.get("namespace").span()))
        : subject;
  }

  private static void refuseTwins(Layer layer, Members members) throws BuildFailure {
    Map<ObjectId, Integer> counts = new LinkedHashMap<>();
    members.all().forEach(member -> counts.merge(member.id(), 1, Integer::sum));
    for (ObjectId id : counts.keySet()) {
      int same = counts.getOrDefault(id, 0);
      if (same > 1 && !id.name().isEmpty()) {
        throw layer.failure(
            "namespace makes one of " + same + " objects " + id, layer.get("namespace"));
      }
    }
  }

  private static void affix(
      Layer layer, Members members, String prefix, String suffix, List<FieldRow> rows)
      throws BuildFailure {
    if (prefix.isEmpty() && suffix.isEmpty()) {
      return;
    }
    for (Member member : members.all()) {
      if (!UNAFFIXED.contains(member.kind())) {
        for (FieldRow row : rows) {
          if (row.concerns(member.id().gvk())) {
            int length = prefix.length() + member.name().length() + suffix.length();
            layer.workshop().budget().made(length, layer.mention(layer.get("namePrefix")));
            affix(member, row, prefix, suffix);
          }
        }
      }
    }
  }

  private static void affix(Member member, FieldRow row, String prefix, String suffix) {
    if (row.path().equals(List.of("metadata", "name"))) {
      member.rename(prefix + member.name() + suffix);
      member.affixes().add(prefix + "*" + suffix);
    } else {
      member.set(Tree.changed(
          member.root(),
          row.path(),
          row.create(),
          former -> Scalar.of(prefix + former.text() + suffix, former.span())));
    }
  }
}
