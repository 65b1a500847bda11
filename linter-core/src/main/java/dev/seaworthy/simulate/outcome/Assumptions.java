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
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  private static final FieldPath NAMESPACE = FieldPath.of("metadata", "namespace");

  private static final Set<String> ALWAYS_THERE =
      Set.of("default", "kube-node-lease", "kube-public", "kube-system");

  private final String namespace;

  /** {@code namespace} is where objects go that name none. */
  Assumptions(String namespace) {
    this.namespace = namespace;
  }

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<InputObject> objects = List.copyOf(scene.origins().all());
    ResourceGraph graph = ResourceGraph.of(objects, namespace, KnownKinds.builtIn());
    List<Diagnostic> found = new ArrayList<>(namespaces(objects));
    for (InputObject object : objects) {
      if (KnownKinds.builtIn().makesPods(object.kind())) {
        for (Reference reference : graph.referencesOf(object)) {
          assumed(reference, graph, found);
        }
      }
    }
    return found;
  }

  /** Namespaces that objects name and nobody gives; a server takes nothing into one that is not there. */
  private static List<Diagnostic> namespaces(List<InputObject> objects) {
    Set<String> known = new HashSet<>(ALWAYS_THERE);
    objects.stream()
        .filter(object -> object.kind().equals(Kinds.NAMESPACE))
        .map(InputObject::name)
        .forEach(known::add);
    List<Diagnostic> found = new ArrayList<>();
    for (InputObject object : objects) {
      String named = object.resource().namespace();
      if (!named.isEmpty() && known.add(named)) {
        found.add(Origin.in(object)
            .tell(
                OutcomeCodes.ASSUMED,
                Severity.INFO,
                "assumed to exist: Namespace " + named,
                NAMESPACE,
                "")
            .withRemedy("have it in the input, too; without it the server takes nothing into it"));
      }
    }
    return found;
  }

  private void assumed(Reference reference, ResourceGraph graph, List<Diagnostic> found) {
    if (reference.optional() || !NEEDED.contains(reference.kind())) {
      return;
    }
    if (!graph.isProvided(reference.target())) {
      Severity severity = reference.kind().equals(CLAIM) ? Severity.WARNING : Severity.INFO;
      found.add(tell(reference, severity, reference.path(), title(reference)));
      return;
    }
    List<InputObject> holders = graph.find(reference.target());
    for (FieldPath path : keys(reference)) {
      String key = reference.from().at(path).text();
      if (!holders.isEmpty() && holders.stream().noneMatch(holder -> hasKey(holder, key))) {
        found.add(
            tell(reference, Severity.WARNING, path, "key " + key + " of " + title(reference)));
      }
    }
  }

  /** The keys that a container's environment or a volume takes from the object that is named. */
  private static List<FieldPath> keys(Reference reference) {
    FieldPath source = reference.path().parent().orElseThrow();
    FieldPath items = source.child("items");
    return Stream.concat(
            Stream.of(source),
            IntStream.range(0, reference.from().at(items).size()).mapToObj(items::index))
        .map(from -> from.child("key"))
        .filter(key -> !reference.from().at(key).text().isEmpty())
        .toList();
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
