package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.KnownKinds;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What pods need and the input does not hold: a real kubelet does not start them without it. Here it
 * is taken to be in the cluster already, and said so.
 */
final class Assumptions implements ProblemFinder {

  private static final GroupKind CLAIM = GroupKind.of("", "PersistentVolumeClaim");

  private static final Set<GroupKind> NEEDED = Set.of(
      GroupKind.of("", "ConfigMap"),
      GroupKind.of("", "Secret"),
      GroupKind.of("", "ServiceAccount"),
      GroupKind.of("scheduling.k8s.io", "PriorityClass"),
      CLAIM);

  /** Where the values of ConfigMaps and Secrets stand. */
  private static final List<String> DATA = List.of("data", "binaryData", "stringData");

  private final String namespace;

  /** {@code namespace} is where objects go that name none. */
  Assumptions(String namespace) {
    this.namespace = namespace;
  }

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<InputObject> objects = List.copyOf(scene.origins().all());
    ResourceGraph graph = new ResourceGraph(objects, List.of(), namespace, KnownKinds.builtIn());
    List<Diagnostic> found = new ArrayList<>();
    for (InputObject object : objects) {
      if (KnownKinds.builtIn().makesPods(object.kind())) {
        for (Reference reference : graph.referencesOf(object)) {
          assumed(reference, graph).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Diagnostic> assumed(Reference reference, ResourceGraph graph) {
    if (reference.optional() || !NEEDED.contains(reference.kind())) {
      return Optional.empty();
    }
    if (!graph.isProvided(reference.target())) {
      Severity severity = reference.kind().equals(CLAIM) ? Severity.WARNING : Severity.INFO;
      return Optional.of(tell(reference, severity, reference.path(), title(reference)));
    }
    return missingKey(reference, graph);
  }

  /** A key that a container's environment takes from an object of the input that has no such key. */
  private Optional<Diagnostic> missingKey(Reference reference, ResourceGraph graph) {
    FieldPath path = reference.path().parent().orElseThrow().child("key");
    String key = reference.from().at(path).text();
    List<InputObject> holders = graph.find(reference.target());
    boolean isThere = holders.stream().anyMatch(holder -> hasKey(holder, key));
    return key.isEmpty() || holders.isEmpty() || isThere
        ? Optional.empty()
        : Optional.of(
            tell(reference, Severity.WARNING, path, "key " + key + " of " + title(reference)));
  }

  private static boolean hasKey(InputObject holder, String key) {
    return DATA.stream()
        .map(field -> holder.at(FieldPath.of(field, key)))
        .anyMatch(Node::isPresent);
  }

  private static Diagnostic tell(
      Reference reference, Severity severity, FieldPath path, String what) {
    return Origin.in(reference.from())
        .tell(OutcomeCodes.ASSUMED, severity, "assumed to exist: " + what, path, "")
        .withRemedy("have it in the input, too; without it pods do not start");
  }

  private String title(Reference reference) {
    String name = reference.kind().kind() + " " + reference.name();
    String place = reference.namespace();
    return place.isEmpty() || place.equals(namespace) ? name : name + " in " + place;
  }
}
