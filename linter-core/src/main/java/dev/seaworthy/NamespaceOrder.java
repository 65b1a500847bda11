package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Placement;
import dev.seaworthy.judge.JudgedObject;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.outcome.OutcomeCodes;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Objects that stand before their Namespace. A dry-run makes Namespaces first, as most tools do; what
 * {@code kubectl apply -f} would meet, which takes things as they stand, is said beside.
 */
final class NamespaceOrder {

  private static final FieldPath NAMESPACE = FieldPath.of("metadata", "namespace");
  private static final FieldPath NAME = FieldPath.of("metadata", "name");

  private final Map<List<String>, InputObject> firsts = new HashMap<>();
  private final List<Diagnostic> notes = new ArrayList<>();

  /** The next object of the input, in the order of files. */
  void add(JudgedObject judged, InputObject object) {
    Placement placement = judged.placement();
    // What a kustomization lists is sorted by it.
    if (placement.amidKustomization() || !placement.unit().isEmpty()) {
      return;
    }
    String folder = object.file().substring(0, object.file().lastIndexOf('/') + 1);
    if (object.kind().equals(Kinds.NAMESPACE)) {
      InputObject first = firsts.put(List.of(folder, object.name()), object);
      if (first != null && !first.kind().equals(Kinds.NAMESPACE)) {
        notes.add(note(first, object));
      }
    } else if (!object.resource().namespace().isEmpty()) {
      firsts.putIfAbsent(List.of(folder, object.resource().namespace()), object);
    }
  }

  private static Diagnostic note(InputObject first, InputObject namespace) {
    return Diagnostic.of(
            OutcomeCodes.ORDER,
            Severity.INFO,
            "Namespace %s is made first here, as kustomize, Helm and GitOps tools sort it; kubectl"
                    .formatted(namespace.name())
                + " apply -f takes " + first.resource()
                + " before it, and is refused the first time",
            first.locationOf(NAMESPACE))
        .withSubject(first.subject())
        .withField(NAMESPACE.toString())
        .withRelated(
            List.of(new Diagnostic.Related(namespace.locationOf(NAME), "applied after it")));
  }

  /** What there is to say, in the order of the objects. */
  List<Diagnostic> notes() {
    return notes;
  }
}
