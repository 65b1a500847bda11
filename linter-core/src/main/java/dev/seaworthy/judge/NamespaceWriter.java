package dev.seaworthy.judge;

import dev.seaworthy.graph.Customization;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.List;

/** Where else a kustomization writes the namespace that it puts everything into. */
record NamespaceWriter(Customization changes) {

  /** A name that is right wherever a namespace's name is. */
  private static final String ANY_NAME = "namespace";

  /** {@code object} with the namespace where it names itself by it, or accounts without one. */
  Node written(Node object) {
    String kind = object.get("kind").text();
    if (!(object instanceof Mapping root)) {
      return object;
    }
    if (kind.equals("Namespace")) {
      return named(root);
    }
    boolean binds = kind.equals("RoleBinding") || kind.equals("ClusterRoleBinding");
    return binds && root.get("subjects") instanceof Sequence subjects && isPlaced()
        ? root.with("subjects", placed(subjects))
        : object;
  }

  private boolean isPlaced() {
    return !changes.namespaces().isEmpty();
  }

  private Scalar namespace() {
    return Scalar.of(changes.namespaces().stream().findFirst().orElse(ANY_NAME));
  }

  private Node named(Mapping namespace) {
    boolean isNamed = isPlaced() || changes.touches(FieldPath.of("metadata", "name"));
    return isNamed && namespace.get("metadata") instanceof Mapping metadata
        ? namespace.with("metadata", metadata.with("name", namespace()))
        : namespace;
  }

  private Sequence placed(Sequence subjects) {
    List<Node> placed = subjects.items().stream()
        .map(subject -> isUnplacedAccount(subject)
            ? ((Mapping) subject).with("namespace", namespace())
            : subject)
        .toList();
    return new Sequence(placed, subjects.span());
  }

  private static boolean isUnplacedAccount(Node subject) {
    return subject instanceof Mapping
        && subject.get("kind").text().equals("ServiceAccount")
        && subject.get("namespace").isAbsent();
  }
}
