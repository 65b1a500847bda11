package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.NearMiss;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ingresses that lead to a Service that is not there, or to a port that it has not.
 *
 * @param graph of the input, with what operators make
 */
record DanglingIngresses(ResourceGraph graph) implements ProblemFinder {

  private static final GroupKind INGRESS = GroupKind.of("networking.k8s.io", "Ingress");

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    for (Resource ingress : scene.view().list(INGRESS)) {
      Origin origin = scene.origins().of(ingress);
      if (origin.isKnown()) {
        Map<String, Diagnostic> once = new LinkedHashMap<>();
        backends(ingress)
            .forEach(backend -> tell(ingress, backend, origin, scene)
                .ifPresent(told -> once.putIfAbsent(told.message(), told)));
        found.addAll(once.values());
      }
    }
    return found;
  }

  /** The ways to the backends that are Services. */
  private static List<FieldPath> backends(Resource ingress) {
    List<FieldPath> all = new ArrayList<>();
    all.add(FieldPath.of("spec", "defaultBackend"));
    for (int i = 0; i < ingress.at("spec", "rules").size(); i++) {
      FieldPath paths = FieldPath.of("spec", "rules").index(i).child("http").child("paths");
      for (int j = 0; j < paths.resolve(ingress.root()).size(); j++) {
        all.add(paths.index(j).child("backend"));
      }
    }
    return all.stream()
        .map(backend -> backend.child("service"))
        .filter(service -> service.resolve(ingress.root()).isPresent())
        .toList();
  }

  private Optional<Diagnostic> tell(
      Resource ingress, FieldPath backend, Origin origin, Scene scene) {
    Node wanted = backend.resolve(ingress.root());
    String name = wanted.get("name").text();
    Optional<Resource> service = scene.view().get(Kinds.SERVICE, ingress.namespace(), name);
    if (service.isEmpty()) {
      return isMade(ingress.namespace(), name)
          ? Optional.empty()
          : Optional.of(missing(ingress, name, origin, backend.child("name")));
    }
    if (service.get().at("spec", "type").text().equals("ExternalName")) {
      return Optional.of(outside(ingress, service.get(), origin, backend.child("name")));
    }
    boolean hasPort = service.get().at("spec", "ports").items().stream()
        .anyMatch(port -> isIt(port, wanted.get("port")));
    return hasPort
        ? Optional.empty()
        : Optional.of(origin.tell(
            OutcomeCodes.NO_BACKEND,
            Severity.ERROR,
            "Ingress " + ingress.name() + " leads to nobody: Service " + name + " has no port "
                + wanted.at("port", "name").stringOr(text(wanted.at("port", "number"))),
            backend.child("port"),
            ""));
  }

  /** Which ports there are, nobody knows here; some controllers refuse such Services. */
  private static Diagnostic outside(
      Resource ingress, Resource service, Origin origin, FieldPath field) {
    return origin.tell(
        OutcomeCodes.NO_BACKEND,
        Severity.INFO,
        "Ingress " + ingress.name() + " leads out of the cluster, by Service " + service.name()
            + " to " + service.at("spec", "externalName").text()
            + "; who answers there is not known",
        field,
        "");
  }

  private boolean isMade(String namespace, String name) {
    return graph.isProvided(new ObjectKey(Kinds.SERVICE, namespace, name));
  }

  private static boolean isIt(Node port, Node wanted) {
    return wanted.get("number").isPresent()
        ? port.get("port").longOr(0) == wanted.get("number").longOr(-1)
        : port.get("name").text().equals(wanted.get("name").text());
  }

  private static String text(Node number) {
    return number.asLong().map(String::valueOf).orElse("");
  }

  /**
   * What is near is evidence of a slip; else it may well be elsewhere, and whoever applies an Ingress
   * without a namespace may say the one where the Service is.
   */
  private Diagnostic missing(Resource ingress, String name, Origin origin, FieldPath field) {
    ObjectKey key = new ObjectKey(Kinds.SERVICE, ingress.namespace(), name);
    Optional<NearMiss> near = NearMiss.of(key, graph);
    Diagnostic diagnostic = origin.tell(
        OutcomeCodes.NO_BACKEND,
        near.filter(miss -> isSlip(miss, origin)).isPresent() ? Severity.ERROR : Severity.WARNING,
        "Ingress " + ingress.name() + " leads to nobody: there is no Service " + name
            + (near.isPresent() ? "" : ", as far as the input holds Services"),
        field,
        "");
    return near.map(miss -> diagnostic.withRemedy(MissingObject.remedy(miss))).orElse(diagnostic);
  }

  private static boolean isSlip(NearMiss near, Origin origin) {
    return near.reason() == NearMiss.Reason.OTHER_NAME
        || !origin.manifest().resource().namespace().isEmpty();
  }
}
