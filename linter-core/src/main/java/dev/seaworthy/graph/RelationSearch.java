package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.Providers.Provided;
import dev.seaworthy.graph.Relation.Kind;
import dev.seaworthy.graph.Relation.State;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All relations of an input, to show them. */
public final class RelationSearch {

  private static final GroupKind POD = GroupKind.of("", "Pod");

  private static final Set<String> ROUTING =
      Set.of("backend", "service", "backendRefs", "defaultBackend");

  private final InputGraph graph;

  public RelationSearch(InputGraph graph) {
    this.graph = graph;
  }

  /** Object by object in their order; what an object names several times is told once. */
  public List<Relation> all() {
    List<Relation> relations = new ArrayList<>();
    for (InputObject object : graph.objects()) {
      Map<String, Relation> own = new LinkedHashMap<>();
      selections(object).forEach(relation -> own.putIfAbsent(key(relation), relation));
      for (Reference reference : graph.referencesOf(object)) {
        Relation relation = of(reference);
        own.putIfAbsent(key(relation), relation);
      }
      provided(object).forEach(relation -> own.putIfAbsent(key(relation), relation));
      relations.addAll(own.values());
    }
    return relations;
  }

  private static String key(Relation relation) {
    return relation.kind() + " " + relation.target() + " "
        + relation.found().map(InputObject::file).orElse("");
  }

  /** A controller's selector finds its own pods, which says nothing. */
  private List<Relation> selections(InputObject object) {
    Optional<LabelSelector> selector =
        PodSelectors.of(object).filter(s -> !PodSelectors.isController(object));
    if (selector.isEmpty()) {
      return List.of();
    }
    ResourceGraph seen = graph.seenFrom(object);
    List<Relation> selected = seen.pods()
        .templatesMatching(selector.get(), seen.namespaceOf(object))
        .map(PodTemplate::owner)
        .map(owner ->
            new Relation(object, Kind.SELECTS, seen.keyOf(owner), Optional.of(owner), State.FOUND))
        .toList();
    boolean dangling =
        selected.isEmpty() && !selector.get().isAbsent() && !selector.get().isEmpty();
    return dangling ? List.of(nothing(object, selector.get(), seen)) : selected;
  }

  private static Relation nothing(InputObject object, LabelSelector selector, ResourceGraph seen) {
    boolean elsewhere = seen.pods().selectsAnywhere(selector, seen.namespaceOf(object));
    return new Relation(
        object,
        Kind.SELECTS,
        new ObjectKey(POD, "", "labelled " + selector),
        Optional.empty(),
        elsewhere ? State.ELSEWHERE : State.MISSING);
  }

  private Relation of(Reference reference) {
    ResourceGraph seen = graph.seenFrom(reference.from());
    Optional<InputObject> found = seen.find(reference);
    return new Relation(
        reference.from(), kindOf(reference), reference.target(), found, state(reference, found));
  }

  private State state(Reference reference, Optional<InputObject> found) {
    if (found.isPresent()) {
      return State.FOUND;
    }
    boolean elsewhere = !graph.everything().find(reference.target()).isEmpty();
    return elsewhere
        ? State.ELSEWHERE
        : graph.isProvided(reference.target()) ? State.PROVIDED : State.MISSING;
  }

  private static Kind kindOf(Reference reference) {
    String holder = reference.path().parent().map(RelationSearch::withoutIndex).orElse("");
    if (holder.endsWith("argetRef")) {
      return Kind.SCALES;
    }
    if (References.isBinding(reference.from())) {
      return Kind.GRANTS;
    }
    boolean routes = reference.kind().equals(References.SERVICE) && ROUTING.contains(holder);
    return routes ? Kind.ROUTES_TO : Kind.USES;
  }

  private static String withoutIndex(FieldPath path) {
    return path.isIndex() ? path.parent().map(FieldPath::lastStep).orElse("") : path.lastStep();
  }

  private List<Relation> provided(InputObject object) {
    String namespace = graph.identities().namespaceOf(object);
    List<Relation> relations = new ArrayList<>(0);
    for (Provided provided : graph.providers().of(object, namespace)) {
      ObjectKey key = provided.key();
      relations.add(new Relation(object, Kind.PROVIDES, key, Optional.empty(), State.PROVIDED));
    }
    return relations;
  }
}
